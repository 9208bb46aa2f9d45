import Tracking

/// Unpacks chunks, whole or those blocks that matter.
struct ChunkReader: ~Copyable {
    private let unpacker = BlockUnpacker()

    /// Adds the rows of a chunk that lie in a time, of those blocks that have any of it in an area.
    ///
    /// - Throws: `ChunkError`; the rows of the blocks before the damaged one have been added.
    func read(
        _ data: [UInt8],
        blocks: [UInt8]?,
        during: Range<Int64>? = nil,
        in box: StepBox? = nil,
        into rows: inout [Observation],
        sets: inout ReceiverSetTable
    ) throws(ChunkError) {
        let window = during.map { RowWindow(times: $0, box: box) }
        guard let blocks else { return try unpacker.read(data, window, into: &rows, sets: &sets) }
        let table = try BlockTable(blocks, dataLength: data.count)
        var place = 0
        var problem: ChunkError?
        for entry in table.entries {
            defer { place += entry.length }
            if let during, entry.last < during.lowerBound || entry.first >= during.upperBound { continue }
            if let box, let own = entry.box, !own.meets(box) { continue }
            do throws(ChunkError) {
                try unpacker.read(data, in: place..<place + entry.length, window, into: &rows, sets: &sets)
            } catch {
                // The other hours stay readable.
                problem = error
            }
        }
        if let problem { throw problem }
    }
}
