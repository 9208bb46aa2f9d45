public import Aero
public import ModeS

/// A reply that may be of several aircraft: kept as it came, so that what is learned later can decide.
public struct AmbiguousReply: Hashable, Sendable {
    public let received: ReceivedFrame
    public let feed: FeedID
    /// The address the parity names, and the neighbours it may be of instead.
    public let candidates: [AircraftAddress]
    /// Natural logarithm of the odds for the first candidate against all others together.
    public let logOdds: Double
}
