/// Why bytes are no coverage grid.
public enum CoverageBytesError: Error, Hashable, Sendable {
    /// Does not begin as one does.
    case notCoverage
    /// Of a version that is not known here.
    case version(UInt8)
    /// Ends too early.
    case cutShort(atByte: Int)
    /// More counts than are allowed here.
    case tooMany(counts: UInt64, allowed: Int)
    /// A number out of its range, or keys that do not rise.
    case badValue(atByte: Int)
    /// Bytes behind the end.
    case trailing(bytes: Int)
    /// The sum does not fit: damaged.
    case checksum
}
