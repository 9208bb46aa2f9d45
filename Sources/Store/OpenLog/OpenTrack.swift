import Tracking

/// The rows of one aircraft that are not sealed yet, most of them packed: those of 20,000 aircraft must fit in memory.
struct OpenTrack {
    /// Rows that are kept as they are before they are packed together.
    static let tailLength = 64

    private var packed: [UInt8] = []
    private var tail: [Observation] = []
    private(set) var summary = RowSummary()

    /// - Parameter packer: given where memory is to be saved; it takes as long again.
    mutating func append(_ row: Observation, packer: inout BlockBody?) {
        summary.add(row)
        tail.append(row)
        guard packer != nil && tail.count >= Self.tailLength else { return }
        pack(&packer)
    }

    private mutating func pack(_ packer: inout BlockBody?) {
        let rows = tail.prefix(BlockBody.capacity)
        packer?.write(Array(rows), sets: nil)
        guard let bytes = packer?.bytes else { return }
        var head = ColumnWriter()
        head.varint(UInt64(bytes.count))
        packed += head.bytes
        packed += bytes
        tail = Array(tail.dropFirst(rows.count))
    }

    /// All rows in the order in which they came; `heardBy` as it was given.
    func rows() -> [Observation] {
        if packed.isEmpty { return tail }
        var rows: [Observation] = []
        rows.reserveCapacity(summary.count)
        var reader = ColumnReader(packed)
        var none: ReceiverSetTable?
        while reader.left > 0 {
            // Bytes of our own memory: they are as they were written.
            guard let size = try? reader.count(), let place = try? reader.skip(size),
                (try? BlockColumns(Array(packed[place])).read(into: &rows, sets: &none)) != nil
            else { break }
        }
        return rows + tail
    }
}
