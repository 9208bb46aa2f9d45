/// The waits of connections, in seconds.
public struct FeedTiming: Hashable, Sendable {
    /// An attempt to connect is given up after that long.
    public var connect = 10.0
    /// A connection without a byte for that long is closed: the other side is gone and nobody said so.
    public var halfOpen = 90.0
    /// A server that must greet first and has not done so after that long is none of the kind we want.
    public var greeting = 10.0
    /// The first wait before connecting again; it doubles each time.
    public var firstRetry = 1.0
    /// The longest wait before connecting again, before jitter.
    public var longestRetry = 60.0
    /// A wait is lengthened or shortened by up to that share.
    public var jitter = 0.2
    /// A connection that gave data for that long counts as good: the waits begin anew.
    public var good = 60.0
    /// Small reads are gathered for that long, so that batches are worth handing on.
    public var gather = 0.05
    /// After that long without output a sink sends a sign of life.
    public var heartbeat = 60.0

    /// For a source of samples, which come without a pause: after that long it is gone.
    public static let samplesHalfOpen = 10.0

    public init() {}
}
