/// Who supports a track: the feeders and receivers that heard it in its last minute.
public struct TrackSupport: Hashable, Sendable {
    public let feeders: Int
    public let receivers: Int
    /// The only feeder there is; `nil` when there are several.
    public let soleFeeder: FeedID?
    /// None of them is trusted.
    public let isQuarantinedOnly: Bool
}
