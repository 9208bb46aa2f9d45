/// Why bytes are no block of observations.
enum ChunkError: Error, Hashable {
    case truncated
    case version(UInt8)
    case checksum
    /// A length that the bytes cannot have, or that nobody would write.
    case length(UInt64)
    /// A column twice, or one that every block has and this has not.
    case column(UInt8)
    /// A value out of the range of its column.
    case value(column: UInt8)
    /// The library refused to unpack it.
    case compression
}
