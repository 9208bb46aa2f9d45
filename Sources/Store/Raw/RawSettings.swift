/// How much of the raw messages is kept, and how they are written.
public struct RawSettings: Hashable, Sendable {
    /// Older slices go, unless pinned.
    public var hours = 48.0
    /// Of all slices that are not pinned; the oldest go first.
    public var bytes = 20 << 30
    /// zstd's, 1 quickest … 19 smallest.
    public var level: Int32 = 3
    /// Messages of all receivers that wait for the next flush; beyond, they are flushed at once, and given up if that fails.
    public var mostWaiting = 1_000_000
    /// Files that are put on the disk for sure at one flush; with more receivers than that they take turns.
    public var syncsPerFlush = 16

    public init() {}
}
