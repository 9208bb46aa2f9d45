/// How the raw archive does.
public struct RawStatus: Hashable, Sendable {
    /// Slices of the ring, open ones too, and their bytes.
    public var slices = 0
    public var bytes = 0
    public var pins = 0
    /// Messages since the start.
    public var written = 0
    /// Messages that were given up because nothing could be written.
    public var lost = 0
    /// Why nothing can be written just now.
    public var trouble: RawError?
    /// Slices that were put in order at the start, and the bytes that were cut off.
    public var repaired = 0
    public var cut = 0
    /// Files that are no slices, or whose beginning is damaged: left alone.
    public var strangers: [String] = []

    public init() {}
}
