public import Aero

/// When each listener is known to have listened. What is not known counts as not listening: then its silence proves nothing.
public struct Uptimes: Hashable, Sendable {
    /// Rising, never touching; both ends belong to them.
    private var intervals: [Listener: [ClosedRange<Timestamp>]] = [:]

    /// The most intervals of one listener; the oldest go first.
    public static let capacity = 20_000
    /// Seconds after which intervals are forgotten: three half-lives of what was learned.
    public static let longest = 90 * 86_400.0
    /// The most intervals of all: 32 MB. When they are reached, who has most loses the older half.
    public static let mostIntervals = 2_000_000
    /// The most listeners: feeders name themselves as they like. Who comes later is not known to have listened.
    public static let mostListeners = 10_000

    public init() {}

    /// Everybody with an uptime, rising.
    public var listeners: [Listener] { intervals.keys.sorted() }

    public func intervals(of listener: Listener) -> [ClosedRange<Timestamp>] { intervals[listener] ?? [] }

    /// Adds an interval, joined with those it touches.
    ///
    /// - Parameter patience: intervals at most this many seconds apart are one.
    public mutating func add(
        _ interval: ClosedRange<Timestamp>,
        of listener: Listener,
        joining patience: Double = 0
    ) {
        guard intervals[listener] != nil || intervals.count < Self.mostListeners else { return }
        Self.add(interval, to: &intervals[listener, default: []], patience)
    }

    private static func add(
        _ interval: ClosedRange<Timestamp>,
        to own: inout [ClosedRange<Timestamp>],
        _ patience: Double
    ) {
        let first = own.firstIndex(after: interval.lowerBound.advanced(bySeconds: -patience))
        let end = interval.upperBound.advanced(bySeconds: patience)
        var next = first
        var joined = interval
        while next < own.count, own[next].lowerBound <= end {
            joined = min(joined.lowerBound, own[next].lowerBound)...max(joined.upperBound, own[next].upperBound)
            next += 1
        }
        own.replaceSubrange(first..<next, with: CollectionOfOne(joined))
        if own.count > capacity { own.removeFirst(own.count - capacity) }
    }

    /// A listener that hears somebody is up, and was since it last heard somebody, if that is not longer ago than `patience` seconds.
    ///
    /// What is made of this alone also finds the receiver that is connected and deaf; at a quiet site it finds less than there was,
    /// and then proves nothing.
    public mutating func noteHearing(at time: Timestamp, by listener: Listener, patience: Double = 600) {
        if let last = intervals[listener]?.last, last.contains(time) { return }
        add(time...time, of: listener, joining: patience)
    }

    /// What a provider's answers say: between two answers that follow each other within two periods it listened. A question that
    /// failed, was refused or was answered in part is downtime, from the answer before to the answer after.
    ///
    /// - Parameters:
    ///   - polls: in the order of time.
    ///   - period: usual seconds between two questions.
    public mutating func add(polls: [Poll], of listener: Listener, period: Double) {
        for (before, after) in zip(polls, polls.dropFirst())
        where before.outcome == .answered && after.outcome == .answered && before.time <= after.time {
            if after.time.seconds(since: before.time) <= 2 * period {
                add(before.time...after.time, of: listener)
            }
        }
    }

    /// Forgets what is too old, listeners of whom nothing is left, and what is too much.
    public mutating func forget(before now: Timestamp) {
        let start = now.advanced(bySeconds: -Self.longest)
        for (listener, own) in intervals {
            let kept = own.firstIndex(after: start)
            if kept == own.count {
                intervals[listener] = nil
            } else if kept > 0 {
                intervals[listener]?.removeFirst(kept)
            }
        }
        while intervals.values.reduce(0, { $0 + $1.count }) > Self.mostIntervals,
            let most = intervals.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })
        {
            intervals[most.key]?.removeFirst((most.value.count + 1) / 2)
        }
    }

    /// Whether a listener listened all the time from one moment to another.
    public func isUp(_ listener: Listener, throughout span: ClosedRange<Timestamp>) -> Bool {
        guard let own = intervals[listener] else { return false }
        let index = own.firstIndex(after: span.lowerBound)
        return index < own.count && own[index].lowerBound <= span.lowerBound && span.upperBound <= own[index].upperBound
    }

    /// Only when both say so.
    public func limited(by other: Uptimes) -> Uptimes {
        var result = Uptimes()
        for (listener, own) in intervals {
            let theirs = other.intervals(of: listener)
            var (mine, yours) = (0, 0)
            while mine < own.count, yours < theirs.count {
                let start = max(own[mine].lowerBound, theirs[yours].lowerBound)
                let end = min(own[mine].upperBound, theirs[yours].upperBound)
                if start <= end { result.add(start...end, of: listener) }
                if own[mine].upperBound < theirs[yours].upperBound { mine += 1 } else { yours += 1 }
            }
        }
        return result
    }
}

extension [ClosedRange<Timestamp>] {
    /// The first interval that ends at a moment or later.
    fileprivate func firstIndex(after moment: Timestamp) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].upperBound < moment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
