public import Aero

/// How many messages may go to an outlet: so many at once, so many a minute after that.
public struct RateLimit: Sendable {
    private let perSecond: Double
    private let burst: Double
    private var tokens: Double
    private var last: Timestamp?

    /// Ours: what a person still reads one by one.
    private static let usualBurst = 5.0

    public init(perMinute: Double) {
        perSecond = perMinute / 60
        burst = max(1, min(Self.usualBurst, perMinute))
        tokens = burst
    }

    /// Messages that may go now.
    public mutating func available(at now: Timestamp) -> Int {
        // A clock that was set back gives nothing and takes nothing.
        if let last { tokens = min(burst, tokens + max(0, now.seconds(since: last)) * perSecond) }
        last = now
        return Int(tokens)
    }

    /// One goes.
    public mutating func take() { tokens = max(0, tokens - 1) }

    /// Seconds until one may go.
    public func wait() -> Double { tokens >= 1 ? 0 : (1 - tokens) / perSecond }
}
