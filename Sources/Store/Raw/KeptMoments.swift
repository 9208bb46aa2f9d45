import Tracking

/// Rows that a history has, each to be found once.
struct KeptMoments {
    private struct Kind: Hashable {
        let aircraft: ArchivedAircraft
        let hasPosition: Bool

        init(_ moment: RowMoment) { (aircraft, hasPosition) = (moment.aircraft, moment.hasPosition) }
    }

    /// How far the same row may be off: what a clock's error may be before it counts as more than jitter (`ReceiverClock`), and less than the
    /// 0.4 s after which an aircraft tells its place again. Milliseconds.
    static let tolerance: Int64 = 100

    /// Rising.
    private var times: [Kind: [Int64]] = [:]

    /// - Parameter moments: each with how many rows it has.
    init(_ moments: [RowMoment: Int]) {
        for (moment, count) in moments {
            times[Kind(moment), default: []] += repeatElement(moment.milliseconds, count: max(0, count))
        }
        for kind in times.keys { times[kind]?.sort() }
    }

    /// Takes a row of that millisecond, if there is one left.
    mutating func take(_ moment: RowMoment) -> Bool { take(moment, within: 0) }

    /// Takes the nearest row that may be the same.
    mutating func takeNear(_ moment: RowMoment) -> Bool { take(moment, within: Self.tolerance) }

    private mutating func take(_ moment: RowMoment, within tolerance: Int64) -> Bool {
        let kind = Kind(moment)
        guard let left = times[kind] else { return false }
        let time = moment.milliseconds
        // The first that is not earlier, or the one before it.
        var (low, high) = (0, left.count)
        while low < high {
            let middle = (low + high) / 2
            if left[middle] < time { low = middle + 1 } else { high = middle }
        }
        let near = [low, low - 1].filter { left.indices.contains($0) }.map {
            (place: $0, apart: Self.apart(left[$0], time))
        }
        guard let nearest = near.min(by: { $0.apart < $1.apart }), nearest.apart <= UInt64(tolerance) else {
            return false
        }
        times[kind]?.remove(at: nearest.place)
        return true
    }

    /// A time out of a database may be anything.
    private static func apart(_ one: Int64, _ other: Int64) -> UInt64 {
        let (difference, overflow) = one.subtractingReportingOverflow(other)
        return overflow ? .max : difference.magnitude
    }
}
