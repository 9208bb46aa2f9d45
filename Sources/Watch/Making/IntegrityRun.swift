import Aero

/// What an aircraft says of how sure its own place is, row by row: whether that fell far and stayed low.
///
/// Most receivers of satellite navigation say NIC 7 or better in flight, that is a place surely within 370 m. Where satellites are jammed
/// they say 4 or worse, often 0: not sure within 3.7 km. What lies between is neither. The bounds are ours, within the categories of
/// RTCA DO-260B.
struct IntegrityRun: Sendable {
    /// A row that said it, and since when every row did.
    private struct Run {
        let since: Timestamp
        var last: Timestamp
        var category: UInt8

        var seconds: Double { last.seconds(since: since) }
    }

    /// Rows without a worse one in between, as long as nothing else is known.
    private var good: Run?
    /// The good run that was long enough, while what came after it is not judged yet.
    private var before: Run?
    private var low: Run?
    private var last: Timestamp?
    /// Told of, and not good for long since.
    private var isTold = false

    private static let leastGood: UInt8 = 7
    private static let mostLow: UInt8 = 4
    /// Seconds. A good place for less time is no rule that was broken; a low one for less may be a turn or a restart.
    private static let goodSeconds = 60.0
    private static let lowSeconds = 10.0
    /// Rows further apart say nothing of one another.
    private static let longestPause = 600.0

    /// Takes what one row in flight says.
    ///
    /// - Parameter category: NIC, 0 to 11.
    /// - Returns: the category before and now, once for each time that it fell.
    mutating func take(_ category: UInt8, at time: Timestamp) -> (before: UInt8, now: UInt8)? {
        if let last, time.seconds(since: last) > Self.longestPause { (good, before, low) = (nil, nil, nil) }
        last = time
        if category >= Self.leastGood {
            low = nil
            good = Run(since: good?.since ?? time, last: time, category: category)
            if let good, good.seconds >= Self.goodSeconds { (before, isTold) = (good, false) }
            return nil
        }
        good = nil
        guard category <= Self.mostLow else {
            low = nil
            return nil
        }
        low = Run(since: low?.since ?? time, last: time, category: category)
        guard let low, low.seconds >= Self.lowSeconds, let before, !isTold else { return nil }
        (isTold, self.before) = (true, nil)
        return (before.category, category)
    }
}
