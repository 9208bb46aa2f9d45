import Aero
import Feeds

/// Reads a slice block by block, whole or still being written.
struct RawSliceReader {
    let head: RawSliceHead
    private(set) var end: RawSliceEnd?
    /// Where the next frame begins.
    private(set) var offset: Int
    private let file: RawFile
    private let path: String

    /// Opens a slice.
    init(_ path: String) throws(RawError) {
        self.path = path
        file = try RawFile.open(reading: path)
        let bytes = try file.read(at: 0, count: 4_096)
        guard let frame = RawLayout.frame(in: bytes[...]), frame.part == .head else {
            throw .damaged(path: path, .foreign)
        }
        do { head = try RawLayout.value(RawSliceHead.self, frame.content) } catch {
            throw .damaged(path: path, error)
        }
        guard head.format == 1 else { throw .damaged(path: path, .foreign) }
        offset = 8 + frame.content.count + 5
    }

    /// The next label, without what it labels; `nil` at the end, whether there is an end or not.
    ///
    /// - Throws: `.damaged` where something is there that is no label.
    mutating func nextLabel() throws(RawError) -> RawLayout.Label? {
        guard end == nil, offset < file.length else { return nil }
        // An end is longer than a label; most are below this.
        let bytes = try file.read(at: offset, count: 2_048)
        guard let frame = RawLayout.frame(in: bytes[...]) else {
            throw .damaged(path: path, bytes.count < 2_048 ? .cutOff : .foreign)
        }
        do { return try take(frame.part, frame.content) } catch { throw .damaged(path: path, error) }
    }

    private mutating func take(
        _ part: RawLayout.Part,
        _ content: ArraySlice<UInt8>
    ) throws(RawDamage) -> RawLayout.Label? {
        switch part {
        case .label:
            let label = try RawLayout.Label(content)
            guard offset + RawLayout.labelBytes + label.following <= file.length else { throw .cutOff }
            return label
        case .end:
            end = try RawLayout.value(RawSliceEnd.self, content)
            return nil
        case .head, .column: throw .foreign
        }
    }

    /// Passes over the block of a label.
    mutating func skip(_ label: RawLayout.Label) { offset += RawLayout.labelBytes + label.following }

    /// Reads the block of a label, and passes over it.
    mutating func block(_ label: RawLayout.Label) throws(RawError) -> RawBlock {
        let bytes = try file.read(at: offset + RawLayout.labelBytes, count: label.following)
        do {
            let block = try RawBlock(label, bytes)
            skip(label)
            return block
        } catch { throw .damaged(path: path, error) }
    }

    /// The arrivals of a block.
    func arrivals(_ block: RawBlock) throws(RawError) -> [RawArrival] {
        do {
            return head.kind == .beast ? try frames(block) : try claims(block)
        } catch { throw .damaged(path: path, error) }
    }

    private func frames(_ block: RawBlock) throws(RawDamage) -> [RawArrival] {
        let content = try RawFrameBlock(beast: block.data, column: block.column)
        var frame = 0
        var reply = 0
        return content.entries.map { entry in
            var batch = FeedBatch(
                frames: Array(content.frames[frame..<frame + entry.frames]),
                modeAC: Array(content.modeAC[reply..<reply + entry.modeAC])
            )
            frame += entry.frames
            reply += entry.modeAC
            return arrival(entry, &batch)
        }
    }

    private func claims(_ block: RawBlock) throws(RawDamage) -> [RawArrival] {
        try RawClaimBlock.read(block.data).map { entry, batch in
            var batch = batch
            return arrival(entry, &batch)
        }
    }

    private func arrival(_ entry: RawBatchEntry, _ batch: inout FeedBatch) -> RawArrival {
        batch.sawSimulationMark = entry.flags.contains(.simulated)
        batch.endsConnection = entry.flags.contains(.endsConnection)
        return RawArrival(
            session: Timestamp(nanoseconds: head.session),
            sequence: entry.sequence,
            arrived: entry.arrived,
            receiver: head.receiver,
            batch: batch
        )
    }

    /// The SHA-256 of the bytes before a place.
    func digest(before limit: Int) throws(RawError) -> String {
        var sha = ContentDigest()
        var place = 0
        while place < limit {
            let bytes = try file.read(at: place, count: min(1 << 20, limit - place))
            guard !bytes.isEmpty else { throw .damaged(path: path, .cutOff) }
            sha.update(bytes)
            place += bytes.count
        }
        return sha.finish()
    }

    var length: Int { file.length }
}
