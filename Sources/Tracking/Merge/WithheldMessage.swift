public import ModeS

/// A message that was held back because its feeder is not believed: kept as it came, with the reason.
public struct WithheldMessage: Hashable, Sendable {
    public let received: ReceivedFrame
    public let feed: FeedID
    public let reason: FeederTrust.Reason
}
