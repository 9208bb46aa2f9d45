import Aero

/// A block as its slice holds it: what was flushed at once.
struct RawBlock: Sendable {
    var label: RawLayout.Label
    /// Beast, or lines of JSON.
    var data: [UInt8]
    /// Beside Beast.
    var column: [UInt8]

    /// - Parameter data: not more than `RawLayout.mostUnpacked` bytes, as the column.
    init(_ entries: [RawBatchEntry], count: Int, data: [UInt8], column: [UInt8] = []) {
        label = RawLayout.Label()
        label.batches = UInt32(clamping: entries.count)
        label.count = UInt32(clamping: count)
        label.firstSequence = entries.first?.sequence ?? 0
        label.lastSequence = entries.last?.sequence ?? 0
        label.firstArrival = entries.first?.arrived.nanoseconds ?? 0
        label.lastArrival = entries.last?.arrived.nanoseconds ?? 0
        self.data = data
        self.column = column
    }

    /// The bytes of the file: the label, the data as a frame of zstd, the column.
    func packed(level: Int32) -> [UInt8]? {
        guard let frame = RawPacking.packed(data, level: level) else { return nil }
        var side: [UInt8] = []
        if !column.isEmpty {
            guard let packed = RawPacking.packed(column, level: level) else { return nil }
            side = RawLayout.frame(.column, packed)
        }
        var label = label
        label.packed = UInt32(clamping: frame.count)
        label.unpacked = UInt32(clamping: data.count)
        label.columnFrame = UInt32(clamping: side.count)
        label.columnUnpacked = UInt32(clamping: column.count)
        label.checksum = 0
        label.checksum = RawPacking.checksum((label.bytes + frame + side)[...])
        return RawLayout.frame(.label, label.bytes) + frame + side
    }

    /// Reads a block.
    ///
    /// - Parameters:
    ///   - label: as it was read.
    ///   - bytes: `label.following` bytes behind it.
    init(_ label: RawLayout.Label, _ bytes: [UInt8]) throws(RawDamage) {
        guard bytes.count == label.following else { throw .cutOff }
        try Self.check(label, bytes)
        let split = Int(label.packed)
        guard let data = RawPacking.unpacked(bytes[..<split], count: Int(label.unpacked)) else { throw .nonsense }
        self.label = label
        self.data = data
        column = []
        guard label.columnFrame > 0 else { return }
        guard let frame = RawLayout.frame(in: bytes[split...]), frame.part == .column,
            let column = RawPacking.unpacked(frame.content, count: Int(label.columnUnpacked))
        else { throw .nonsense }
        self.column = column
    }

    /// Compares the check sum.
    static func check(_ label: RawLayout.Label, _ bytes: [UInt8]) throws(RawDamage) {
        var bare = label
        bare.checksum = 0
        guard RawPacking.checksum((bare.bytes + bytes)[...]) == label.checksum else { throw .checksum }
    }
}
