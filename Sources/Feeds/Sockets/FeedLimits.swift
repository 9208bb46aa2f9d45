/// What a listener allows its feeders.
public struct FeedLimits: Hashable, Sendable {
    /// Feeders at once.
    public var feeders = 512
    /// Feeders at once from one address.
    public var feedersPerAddress = 8
    /// Frames and reports a second; the excess is dropped and counted.
    public var framesPerSecond = 20_000.0
    /// Bytes a second (4 Mbit); the excess is dropped and counted.
    public var bytesPerSecond = 500_000.0
    /// A feeder whose excess reaches so many seconds of its allowance is thrown out.
    public var floodSeconds = 10.0

    public init() {}

    /// The same with another count of frames, and bytes in proportion where they are more than before.
    public func allowing(framesPerSecond rate: Double) -> FeedLimits {
        var limits = self
        limits.bytesPerSecond = max(bytesPerSecond, bytesPerSecond / framesPerSecond * rate)
        limits.framesPerSecond = rate
        return limits
    }
}
