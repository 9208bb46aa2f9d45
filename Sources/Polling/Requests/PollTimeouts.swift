/// How long and how much a poll waits for and takes.
public struct PollTimeouts: Hashable, Sendable {
    /// Seconds until a connection must stand.
    public var connect = 10.0
    /// Seconds without a byte after which the other side counts as gone.
    public var silence = 20.0
    /// Seconds for the whole answer.
    public var whole = 60.0
    /// Bytes of an answer at most, unpacked.
    public var largestBody = 64 * 1024 * 1024

    public init() {}
}
