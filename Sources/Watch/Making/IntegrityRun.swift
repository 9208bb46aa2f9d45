import Aero

/// What an aircraft says of how sure its own place is, row by row: whether that fell far and stayed low.
///
/// Most receivers of satellite navigation say NIC 7 or better in flight, that is a place surely within 370 m. Where satellites are jammed
/// they say 4 or worse, often 0: not sure within 3.7 km. What lies between is neither. The bounds are ours, within the categories of
/// RTCA DO-260B.
struct IntegrityRun: Sendable {
    /// From one good row to the last.
    private var good: (since: Timestamp, last: Timestamp, category: UInt8)?
    private var lowSince: Timestamp?
    private var last: Timestamp?
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
    /// - Returns: the category before and now, once for each time that it fell.
    mutating func take(_ category: UInt8, at time: Timestamp) -> (before: UInt8, now: UInt8)? {
        if let last, time.seconds(since: last) > Self.longestPause { (good, lowSince) = (nil, nil) }
        last = time
        if category >= Self.leastGood {
            lowSince = nil
            good = (good?.since ?? time, time, category)
            // Low once more before it was good for long is the same disturbance.
            if isSteady { isTold = false }
            return nil
        }
        guard category <= Self.mostLow else {
            lowSince = nil
            return nil
        }
        let since = lowSince ?? time
        lowSince = since
        guard time.seconds(since: since) >= Self.lowSeconds, let good, !isTold, isSteady else { return nil }
        isTold = true
        self.good = nil
        return (good.category, category)
    }

    private var isSteady: Bool { good.map { $0.last.seconds(since: $0.since) >= Self.goodSeconds } ?? false }
}
