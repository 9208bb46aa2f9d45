import Tracking

/// What the blocks of a chunk hold, so that a question about an hour and a place unpacks that hour alone.
struct BlockTable {
    struct Entry: Hashable {
        var length: Int
        var count: Int
        var first: Int64
        var last: Int64
        /// `nil` for rows without positions.
        var box: StepBox?
    }

    var entries: [Entry] = []

    var bytes: [UInt8] {
        var writer = ColumnWriter()
        writer.varint(UInt64(entries.count))
        var before: Int64 = 0
        for entry in entries {
            writer.varint(UInt64(entry.length))
            writer.varint(UInt64(entry.count))
            writer.signed(entry.first &- before)
            writer.varint(UInt64(bitPattern: entry.last &- entry.first))
            before = entry.first
            writer.bytes.append(entry.box == nil ? 0 : 1)
            guard let box = entry.box else { continue }
            writer.signed(Int64(box.south))
            writer.varint(UInt64(Int64(box.north) - Int64(box.south)))
            writer.signed(Int64(box.west))
            writer.signed(Int64(box.east) - Int64(box.west))
        }
        return writer.bytes
    }

    init() {}

    /// - Parameter dataLength: bytes of all blocks together, which the entries must add up to; `nil`: not known.
    init(_ bytes: [UInt8], dataLength: Int?) throws(ChunkError) {
        var reader = ColumnReader(bytes)
        var before: Int64 = 0
        var left = dataLength ?? .max
        for _ in 0..<(try reader.count(each: 5)) {
            let length = try reader.varint()
            guard length <= UInt64(max(0, left)) else { throw .length(length) }
            left -= Int(length)
            let count = try reader.varint()
            guard count <= UInt64(BlockBody.capacity) else { throw .length(count) }
            before &+= try reader.signed()
            var entry = Entry(length: Int(length), count: Int(count), first: before, last: before, box: nil)
            entry.last &+= Int64(bitPattern: try reader.varint())
            if try reader.byte() == 1 {
                let south = try reader.signed()
                let north = south &+ Int64(bitPattern: try reader.varint())
                let west = try reader.signed()
                let east = west &+ (try reader.signed())
                guard let south = Int32(exactly: south), let north = Int32(exactly: north),
                    let west = Int32(exactly: west), let east = Int32(exactly: east)
                else { throw .length(length) }
                entry.box = StepBox(south: south, west: west, north: north, east: east)
            }
            entries.append(entry)
        }
        guard left == 0 || dataLength == nil, reader.left == 0 else { throw .length(UInt64(max(0, left))) }
    }
}
