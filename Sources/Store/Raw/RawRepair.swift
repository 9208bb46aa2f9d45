import Aero
import Feeds
import ModeS

/// Looks at a slice as it was left: whole ones are read off their end, torn ones are cut behind their last whole block and ended.
enum RawRepair {
    /// What became of a file.
    enum Outcome: Hashable {
        case whole(RawSlice, session: Timestamp)
        /// So many bytes were cut off.
        case repaired(RawSlice, session: Timestamp, cut: Int)
        /// Nothing had been kept in it: it was taken away.
        case empty
        /// It begins with something else.
        case stranger
    }

    static func settle(_ below: String, in folder: RawFolder) throws(RawError) -> Outcome {
        let path = folder.full(below)
        var reader: RawSliceReader
        do { reader = try RawSliceReader(path) } catch {
            guard case .damaged = error else { throw error }
            // A head is written before anything is acknowledged.
            let file = try RawFile.open(existing: path)
            let bytes = try file.read(at: 0, count: 64)
            if file.length < 64 || bytes.allSatisfy({ $0 == 0 }) {
                folder.remove(below)
                return .empty
            }
            return .stranger
        }
        var slice = RawSlice(
            path: below,
            kind: reader.head.kind,
            receiver: reader.head.receiver,
            start: Timestamp(nanoseconds: reader.head.start),
            bytes: reader.length
        )
        let session = Timestamp(nanoseconds: reader.head.session)
        if let end = try Self.end(of: path) {
            slice.sha256 = end.sha256
            return .whole(slice, session: session)
        }
        let cut = try finish(&slice, &reader, path)
        return .repaired(slice, session: session, cut: cut)
    }

    /// The end of a slice that was closed, without reading the rest.
    static func end(of path: String) throws(RawError) -> RawSliceEnd? {
        let file = try RawFile.open(existing: path)
        let tail = try file.read(at: max(0, file.length - 2_048), count: 2_048)
        guard tail.count > RawLayout.overhead else { return nil }
        for start in stride(from: tail.count - RawLayout.overhead, through: 0, by: -1) where tail[start] == 0x5B {
            guard let frame = RawLayout.frame(in: tail[start...]), frame.part == .end,
                frame.content.endIndex == tail.endIndex
            else { continue }
            return try? RawLayout.value(RawSliceEnd.self, frame.content)
        }
        return nil
    }

    /// Cuts a slice behind its last whole block, and writes its end.
    ///
    /// - Returns: how many bytes were cut off.
    private static func finish(
        _ slice: inout RawSlice,
        _ reader: inout RawSliceReader,
        _ path: String
    ) throws(RawError) -> Int {
        var end = RawSliceEnd(
            batches: 0,
            count: 0,
            firstSequence: 0,
            lastSequence: 0,
            firstArrival: 0,
            lastArrival: 0,
            clock: [],
            sha256: ""
        )
        var last: [RawArrival] = []
        do {
            while let label = try reader.nextLabel() {
                let arrivals = try reader.arrivals(try reader.block(label))
                if end.batches == 0 {
                    (end.firstSequence, end.firstArrival) = (label.firstSequence, label.firstArrival)
                    note(arrivals, isFirst: true, &end)
                }
                (end.lastSequence, end.lastArrival) = (label.lastSequence, label.lastArrival)
                end.batches += Int(label.batches)
                end.count += Int(label.count)
                last = arrivals
            }
        } catch { guard case .damaged = error else { throw error } }
        note(last, isFirst: false, &end)
        let length = reader.offset
        let cut = reader.length - length
        end.cut = cut
        end.sha256 = try reader.digest(before: length)
        let file = try RawFile.open(existing: path)
        try file.cut(to: length)
        try file.append(RawLayout.frame(.end, RawLayout.json(end)))
        try file.sync()
        slice.bytes = file.length
        slice.sha256 = end.sha256
        return cut
    }

    private static func note(_ arrivals: [RawArrival], isFirst: Bool, _ end: inout RawSliceEnd) {
        let frames = arrivals.lazy.flatMap(\.batch.frames)
        guard let frame = isFirst ? frames.first : frames.reversed().first, let ticks = frame.ticks else { return }
        end.clock.append(
            RawSliceEnd.ClockPoint(ticks: ticks, utc: frame.time.nanoseconds, gnss: frame.isTimeExact)
        )
    }
}
