/// What an import reads at most of one thing, whatever a file says.
public struct ImportLimits: Hashable, Sendable {
    /// Of one trace as it lies there, in bytes.
    public var packed = 32 << 20
    /// Of one trace unpacked, in bytes.
    public var unpacked = 128 << 20
    /// Rows after which they are handed to the archive.
    public var batch = 10_000
    /// Damages that are listed; more are counted.
    public var listed = 1_000
    /// Folders in each other.
    public var depth = 12

    public init() {}
}
