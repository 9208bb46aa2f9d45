public import Aero

/// When anything at all was heard, whoever it was. Of other times nothing is kept, and a silence in them is not one of an aircraft.
public struct KeptTimes: Hashable, Sendable {
    /// Times of the watched ones of which nothing is kept of any aircraft, rising.
    public let gaps: [ClosedRange<Timestamp>]

    // Ours: where few fly nobody is heard for a while, and somebody listens all the same.
    static let leastSeconds = 3_600.0

    /// - Parameters:
    ///   - stretches: of all aircraft, in any order.
    ///   - watched: the time looked at.
    public init(_ stretches: some Sequence<HeardStretch>, within watched: ClosedRange<Timestamp>) {
        let heard = stretches.map { $0.first.time...max($0.first.time, $0.last.time) }
            .sorted { $0.lowerBound < $1.lowerBound }
        var gaps: [ClosedRange<Timestamp>] = []
        var at = watched.lowerBound
        for one in heard {
            Self.add(at, min(one.lowerBound, watched.upperBound), to: &gaps)
            at = max(at, one.upperBound)
        }
        Self.add(at, watched.upperBound, to: &gaps)
        self.gaps = gaps
    }

    private static func add(_ from: Timestamp, _ to: Timestamp, to gaps: inout [ClosedRange<Timestamp>]) {
        guard from < to, to.seconds(since: from) >= leastSeconds else { return }
        gaps.append(from...to)
    }
}
