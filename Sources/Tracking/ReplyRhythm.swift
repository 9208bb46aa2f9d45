import Aero

/// At which distances in time the replies of one aircraft follow each other at a feed.
///
/// A radar asks several times while its beam passes, and again one turn later: the distances crowd at a few values, which are
/// learned, and an address that has no reply there is less likely the sender. Where replies come at random nothing crowds, and
/// the rhythm says nothing.
struct ReplyRhythm: Sendable {
    private static let bins = 512
    private static let binSeconds = 0.025
    /// Distances that are used, the clearest.
    private static let used = 6
    private static let fewestReplies = 60.0
    private static let mostReplies = 3_000.0
    /// Replies that an address must have for its rhythm to say something.
    private static let fewestTimes = 6

    private var counts = [Float](repeating: 0, count: ReplyRhythm.bins)
    private var replies = 0.0
    private var untilUpdate = 64
    private var base = 0.0
    private var peaks: [(bin: Int, share: Double)] = []

    /// Notes a reply that is surely of an aircraft.
    ///
    /// - Parameter times: when its earlier ones came.
    mutating func note(_ times: [Timestamp], at time: Timestamp) {
        var seen = Occupied(times, at: time)
        replies += 1
        while let bin = seen.popFirst() { counts[bin] += 1 }
        untilUpdate -= 1
        if untilUpdate == 0 { update() }
    }

    private mutating func update() {
        untilUpdate = 64
        guard replies >= Self.fewestReplies else { return }
        let sum = counts.reduce(0.0) { $0 + Double($1) }
        base = max(1e-3, sum / (Double(Self.bins) * replies))
        let floor = max(3 * base * replies, base * replies + 5 * (base * replies).squareRoot(), 6)
        peaks = counts.indices.filter { Double(counts[$0]) > floor }
            .sorted { counts[$0] > counts[$1] }.prefix(Self.used)
            .map { ($0, min(0.98, Double(counts[$0]) / replies)) }
        if replies > Self.mostReplies {
            for bin in counts.indices { counts[bin] /= 2 }
            replies /= 2
        }
    }

    /// Logarithm of how much better a reply fits one address' earlier replies than another's; 0 when that says nothing.
    func compare(_ own: [Timestamp], _ other: [Timestamp], at time: Timestamp) -> Double {
        guard !peaks.isEmpty, own.count >= Self.fewestTimes, other.count >= Self.fewestTimes else { return 0 }
        let owns = Occupied(own, at: time)
        let others = Occupied(other, at: time)
        var sum = 0.0
        for peak in peaks {
            let mine = owns.contains(peak.bin)
            guard mine != others.contains(peak.bin) else { continue }
            let gain = Trigonometry.naturalLogarithm(peak.share * (1 - base) / (base * (1 - peak.share)))
            sum += mine ? gain : -gain
        }
        // Peaks of one radar say the same twice.
        return min(4, max(-4, 0.7 * sum))
    }

    /// The distances in time, in bins, from an instant back to earlier ones.
    private struct Occupied {
        private var words = [8 of UInt64](repeating: 0)

        init(_ times: [Timestamp], at time: Timestamp) {
            for earlier in times {
                let lag = time.seconds(since: earlier) / ReplyRhythm.binSeconds
                guard lag > 0, lag < Double(ReplyRhythm.bins) else { continue }
                words[Int(lag) >> 6] |= 1 << UInt64(Int(lag) & 63)
            }
        }

        func contains(_ bin: Int) -> Bool { words[bin >> 6] >> UInt64(bin & 63) & 1 == 1 }

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
