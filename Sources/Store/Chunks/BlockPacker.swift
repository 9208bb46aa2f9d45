import Tracking

/// Observations as blocks of bytes.
///
/// A block: codec version (a byte), CRC-32C of what follows, length of what is packed, a zstd frame with a `BlockBody`.
struct BlockPacker: ~Copyable {
    static let version: UInt8 = 1

    private let zstd: ZstdPacker
    private var body = BlockBody()

    /// - Parameter level: of zstd; the higher ones gain a hundredth or two.
    init(level: Int32 = 3) { zstd = ZstdPacker(level: level) }

    /// - Parameters:
    ///   - rows: of one aircraft, at most `BlockBody.capacity`.
    ///   - sets: what `heardBy` points into; what points beside it counts as the empty set.
    /// - Throws: `compression` for lack of memory.
    mutating func block(of rows: [Observation], sets: [ReceiverSet]) throws(ChunkError) -> [UInt8] {
        body.write(rows, sets: sets)
        guard let packed = zstd.packed(body.bytes, cuts: body.cuts) else { throw .compression }
        var writer = ColumnWriter()
        writer.bytes.reserveCapacity(packed.count + 10)
        writer.bytes.append(Self.version)
        writer.fixed(UInt32(0))
        writer.varint(UInt64(body.bytes.count))
        writer.bytes += packed
        writer.replace(CRC32C.of(writer.bytes, in: 5..<writer.bytes.count), at: 1)
        return writer.bytes
    }
}

/// Blocks of bytes, which may be anything, as observations.
struct BlockUnpacker: ~Copyable {
    /// Bytes of a body beyond which nobody's block is: 16 MiB. A full one with every detail has 7.
    static let largestBody = 16 << 20

    private let zstd = ZstdUnpacker()

    /// Adds the rows of a block to others.
    ///
    /// - Parameters:
    ///   - window: which rows are wanted; all without.
    ///   - sets: the table that `heardBy` of the rows points into; sets are added to it.
    func read(
        _ bytes: [UInt8],
        in range: Range<Int>? = nil,
        _ window: RowWindow? = nil,
        into rows: inout [Observation],
        sets: inout ReceiverSetTable
    ) throws(ChunkError) {
        var reader = ColumnReader(bytes, in: range)
        let version = try reader.byte()
        guard version == BlockPacker.version else { throw .version(version) }
        let check = try reader.fixed(UInt32.self)
        guard reader.place <= reader.end, CRC32C.of(bytes, in: reader.place..<reader.end) == check else {
            throw .checksum
        }
        let length = try reader.varint()
        guard length <= UInt64(Self.largestBody) else { throw .length(length) }
        let body = try zstd.unpacked(bytes, in: reader.place..<reader.end, count: Int(length))
        var table: ReceiverSetTable? = sets
        let before = rows.count
        do {
            try BlockColumns(body).read(window, into: &rows, sets: &table)
        } catch {
            rows.removeSubrange(before...)
            throw error
        }
        if let table { sets = table }
    }
}
