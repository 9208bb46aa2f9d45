public import Aero

/// An interval of time in which something happened, never a single invented instant.
public struct Span: Hashable, Sendable {
    /// Unix epoch, UTC; both ends belong to it, and `earliest` is never after `latest`.
    public let earliest: Timestamp
    public let latest: Timestamp

    /// `nil` where the ends are the wrong way round.
    public init?(earliest: Timestamp, latest: Timestamp) {
        guard earliest <= latest else { return nil }
        self.earliest = earliest
        self.latest = latest
    }

    /// The instant itself: for what was heard at it.
    public init(at instant: Timestamp) {
        earliest = instant
        latest = instant
    }

    public func contains(_ instant: Timestamp) -> Bool { earliest <= instant && instant <= latest }
}
