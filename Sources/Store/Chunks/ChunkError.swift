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

extension ChunkError: CustomStringConvertible {
    var description: String {
        switch self {
        case .truncated: "it ends too early"
        case .version(let version): "it was written in form \(version), which this program does not know"
        case .checksum: "its check sum is another"
        case .length: "a length in it makes no sense"
        case .column(let number): "column \(number) is there twice, or missing"
        case .value(let column): "a value in column \(column) makes no sense"
        case .compression: "it cannot be unpacked"
        }
    }
}
