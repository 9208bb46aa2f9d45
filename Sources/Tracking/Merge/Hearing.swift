public import Aero

/// One receiver's hearing of one transmission.
public struct Hearing: Hashable, Sendable {
    public let feed: FeedID
    /// The number the feed gives the receiver behind it (Beast `e3`), a claim of that feed; never shown.
    public let receiver: UInt64?
    /// By its clock, set right against the others' as far as that is known.
    public let time: Timestamp
    /// dBFS, to 0.01; `nil` when the receiver does not tell.
    public let level: Float?

    public init(feed: FeedID, receiver: UInt64?, time: Timestamp, level: Float?) {
        self.feed = feed
        self.receiver = receiver
        self.time = time
        self.level = level
    }
}
