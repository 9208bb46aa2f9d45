/// How long and how much a request waits for and takes.
public struct OutboundLimits: Hashable, Sendable {
    /// Until a connection must stand, with its TLS.
    public var connectSeconds = 5.0
    /// For everything, the name's resolution too.
    public var wholeSeconds = 15.0
    /// Bytes of an answer's body that are read; the rest is left.
    public var largestBody = 65_536
    /// Bytes of an answer's head at most.
    public var largestHead = 16_384

    public init() {}
}
