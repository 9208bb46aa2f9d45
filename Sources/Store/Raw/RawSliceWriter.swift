import Aero
import Feeds
import ModeS

/// A slice that is being written: what came since the last flush, and the file.
final class RawSliceWriter {
    let slice: RawSlice
    let head: RawSliceHead
    private let file: RawFile
    private let level: Int32
    private var sha = ContentDigest()
    private var end: RawSliceEnd
    private var frames = RawFrameBlock()
    private var lines: [UInt8] = []
    private var entries: [RawBatchEntry] = []
    private var messages = 0
    /// What was written is not on the disk for sure yet, since when.
    private(set) var unsynced: Timestamp?
    /// Messages that were given up because nothing could be written.
    private(set) var lost = 0

    /// - Throws: `RawError` if the head cannot be written.
    init(_ slice: RawSlice, _ head: RawSliceHead, _ file: RawFile, level: Int32) throws(RawError) {
        self.slice = slice
        self.head = head
        self.file = file
        self.level = level
        end = RawSliceEnd(
            batches: 0,
            count: 0,
            firstSequence: 0,
            lastSequence: 0,
            firstArrival: 0,
            lastArrival: 0,
            clock: [],
            sha256: ""
        )
        try write(RawLayout.frame(.head, RawLayout.json(head)))
    }

    /// Messages that wait for the next flush.
    var waiting: Int { messages }
    var hasWaiting: Bool { !entries.isEmpty }
    var length: Int { file.length }

    func add(_ batch: FeedBatch, _ entry: RawBatchEntry) {
        var entry = entry
        if slice.kind == .beast {
            entry.frames = batch.frames.count
            entry.modeAC = batch.modeAC.count
            frames.frames += batch.frames
            frames.modeAC += batch.modeAC
            frames.entries.append(entry)
            messages += batch.frames.count + batch.modeAC.count
            noteClock(batch)
        } else {
            lines += RawClaimBlock.line(batch, entry)
            messages += batch.reports.count + batch.uat.count
        }
        entries.append(entry)
    }

    /// The receiver's count at the first frame and at the last.
    private func noteClock(_ batch: FeedBatch) {
        for frame in [batch.frames.first, batch.frames.last] {
            guard let frame, let ticks = frame.ticks else { continue }
            let point = RawSliceEnd.ClockPoint(ticks: ticks, utc: frame.time.nanoseconds, gnss: frame.isTimeExact)
            if end.clock.count < 2 { end.clock.append(point) } else { end.clock[1] = point }
        }
    }

    /// Writes what waits as one block.
    func flush(at time: Timestamp) throws(RawError) {
        guard hasWaiting else { return }
        let block: RawBlock
        if slice.kind == .beast {
            let (beast, column) = frames.encoded()
            block = RawBlock(entries, count: messages, data: beast, column: column)
        } else {
            block = RawBlock(entries, count: messages, data: lines)
        }
        guard let packed = block.packed(level: level) else { throw .system(path: slice.path, errno: 12) }
        try write(packed)
        end.batches += entries.count
        end.count += messages
        if end.firstSequence == 0 {
            end.firstSequence = block.label.firstSequence
            end.firstArrival = block.label.firstArrival
        }
        end.lastSequence = block.label.lastSequence
        end.lastArrival = block.label.lastArrival
        forgetWaiting()
        if unsynced == nil { unsynced = time }
    }

    private func write(_ bytes: [UInt8]) throws(RawError) {
        try file.append(bytes)
        sha.update(bytes)
    }

    /// Returns when what was flushed is on the disk.
    func sync() throws(RawError) {
        guard unsynced != nil else { return }
        try file.sync()
        unsynced = nil
    }

    /// Gives up what waits.
    func giveUp() {
        lost += messages
        forgetWaiting()
    }

    private func forgetWaiting() {
        frames = RawFrameBlock()
        lines = []
        entries = []
        messages = 0
    }

    /// Writes the end. Nothing may be added after that.
    ///
    /// - Returns: the slice as it is now.
    func close(at time: Timestamp) throws(RawError) -> RawSlice {
        try flush(at: time)
        end.sha256 = sha.finish()
        try file.append(RawLayout.frame(.end, RawLayout.json(end)))
        try file.sync()
        unsynced = nil
        var closed = slice
        closed.bytes = file.length
        closed.sha256 = end.sha256
        return closed
    }
}
