import Aero

/// At which distances in time the replies of one aircraft follow each other at a feed.
///
/// A radar asks several times while its beam passes, and again one turn later: the distances crowd at a few values, which are
/// learned, and an address that has no reply there is less likely the sender. Where replies come at random nothing crowds, and
/// the rhythm says nothing.
struct ReplyRhythm: Sendable {
    private static let mostBins = 512
    /// Longer turns are rare, and old replies are not kept.
    private static let reachSeconds = 12.8
    private let binSeconds: Double
    private let bins: Int
    /// Distances that are used, the clearest.
    private static let used = 8
    private static let fewestReplies = 30.0
    private static let mostReplies = 3_000.0
    /// Replies that an address must have for its rhythm to say something.
    private static let fewestTimes = 6
    /// How fast the shares follow.
    private static let learning = 1 / 150.0

    /// A distance at which replies crowd.
    private struct Peak: Sendable {
        var bin: Int
        /// Share of the replies that come because of it.
        var share: Double
    }

    private var counts: [Float]
    private var replies = 0.0
    private var untilUpdate = 32
    /// How likely a distance, with the ones beside it, is met by chance.
    private var chance = 1.0
    private var peaks: [Peak] = []
    /// Share of the replies that come at any time.
    private var loose = 1.0

    /// - Parameter binSeconds: how finely distances in time are told apart.
    init(binSeconds: Double) {
        self.binSeconds = binSeconds
        bins = min(Self.mostBins, Int(Self.reachSeconds / binSeconds))
        counts = [Float](repeating: 0, count: bins)
    }

    /// Notes a reply that is surely of an aircraft.
    ///
    /// - Parameter times: when its earlier ones came.
    mutating func note(_ times: ReplyTimes, at time: Timestamp) {
        var seen = Occupied(times, at: time, binSeconds, bins)
        if times.count >= Self.fewestTimes { learn(seen) }
        replies += 1
        while let bin = seen.popFirst() { counts[bin] += 1 }
        untilUpdate -= 1
        if untilUpdate == 0 { update() }
    }

    /// One step of expectation and maximisation for the shares.
    private mutating func learn(_ seen: Occupied) {
        guard !peaks.isEmpty else { return }
        let whole = likelihood(seen)
        for place in peaks.indices {
            let own = seen.contains(around: peaks[place].bin) ? peaks[place].share / chance / whole : 0
            peaks[place].share += (own - peaks[place].share) * Self.learning
        }
        loose = max(0.02, loose + (loose / whole - loose) * Self.learning)
    }

    private mutating func update() {
        untilUpdate = 32
        guard replies >= Self.fewestReplies else { return }
        let sum = counts.reduce(0.0) { $0 + Double($1) }
        let base = max(1e-3, sum / (Double(bins) * replies))
        chance = min(1, 3 * base)
        let floor = max(2.5 * base * replies, base * replies + 5 * (base * replies).squareRoot(), 6)
        let old = peaks
        peaks = []
        for bin in counts.indices.sorted(by: { counts[$0] > counts[$1] }) {
            guard Double(counts[bin]) > floor, peaks.count < Self.used else { break }
            if peaks.contains(where: { abs($0.bin - bin) <= 2 }) { continue }
            let known = old.first { abs($0.bin - bin) <= 1 }
            peaks.append(Peak(bin: bin, share: known?.share ?? 0.1))
        }
        let all = peaks.reduce(loose) { $0 + $1.share }
        loose /= all
        for place in peaks.indices { peaks[place].share /= all }
        if replies > Self.mostReplies {
            for bin in counts.indices { counts[bin] /= 2 }
            replies /= 2
        }
    }

    /// How likely a reply at these distances from an address' earlier ones is, against one that comes at any time.
    private func likelihood(_ seen: Occupied) -> Double {
        peaks.reduce(loose) { $0 + (seen.contains(around: $1.bin) ? $1.share / chance : 0) }
    }

    /// Whether there is a rhythm, and both addresses have replies enough.
    func isKnown(_ own: ReplyTimes, _ other: ReplyTimes) -> Bool {
        loose < 0.5 && !peaks.isEmpty && own.count >= Self.fewestTimes && other.count >= Self.fewestTimes
    }

    /// Logarithm of how much better a reply fits one address' earlier replies than another's; 0 when that says nothing.
    func compare(_ own: ReplyTimes, _ other: ReplyTimes, at time: Timestamp) -> Double {
        guard !peaks.isEmpty, own.count >= Self.fewestTimes, other.count >= Self.fewestTimes else { return 0 }
        let ratio =
            likelihood(Occupied(own, at: time, binSeconds, bins))
            / likelihood(Occupied(other, at: time, binSeconds, bins))
        return min(5, max(-5, Trigonometry.naturalLogarithm(ratio)))
    }

    /// The distances in time, in bins, from an instant back to earlier ones.
    private struct Occupied {
        private var words = [8 of UInt64](repeating: 0)

        init(_ times: ReplyTimes, at time: Timestamp, _ binSeconds: Double, _ bins: Int) {
            for earlier in times.all {
                let lag = time.seconds(since: earlier) / binSeconds
                guard lag > 0, lag < Double(bins) else { continue }
                words[Int(lag) >> 6] |= 1 << UInt64(Int(lag) & 63)
            }
        }

        private func contains(_ bin: Int) -> Bool { words[bin >> 6] >> UInt64(bin & 63) & 1 == 1 }

        /// Whether a bin or one beside it is taken.
        func contains(around bin: Int) -> Bool {
            contains(bin) || contains(max(0, bin - 1)) || contains(min(ReplyRhythm.mostBins - 1, bin + 1))
        }

        mutating func popFirst() -> Int? {
            for place in 0..<8 where words[place] != 0 {
                let bit = words[place].trailingZeroBitCount
                words[place] &= words[place] - 1
                return place << 6 | bit
            }
            return nil
        }
    }
}
