public import Aero

/// What was told turned out to be wrong by what was heard later.
public struct WatchRetraction: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
        /// It was taken to have landed, and flew on.
        case flewOn
        /// It landed elsewhere.
        case landedElsewhere
    }

    /// The event that was wrong.
    public let event: EventKey
    public let reason: Reason
    /// When that became known.
    public let time: Timestamp
    /// Where it landed instead, where that is known.
    public let airport: String?

    public init(event: EventKey, reason: Reason, time: Timestamp, airport: String? = nil) {
        self.event = event
        self.reason = reason
        self.time = time
        self.airport = airport
    }
}
