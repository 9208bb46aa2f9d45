import Aero
import Feeds
import Foundation
import ModeS
import TestSupport
import Testing
import Tracking

@testable import Store

/// Figures of the raw archive and of the observation writer: `Benchmarks/60-raw.sh` prints them. They judge nothing.
@Suite(
    .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE")
)
struct RawMeasurements {
    /// CPU seconds of this process.
    private static func cpu() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func tell(_ what: String, _ value: Double, _ unit: String) {
        print("raw: \(what): \((value * 100).rounded() / 100) \(unit)")
    }

    private static func recording() throws -> [ReceivedFrame] {
        guard let recordings = TestSupport.recordings else { return [] }
        let file = recordings.appendingPathComponent("modes/long_flight_first_half.beast")
        let bytes = try [UInt8](Data(contentsOf: file))
        var decoder = BeastDecoder(time: .recording(start: RawSamples.start))
        var batch = FeedBatch()
        decoder.decode(bytes.span, arrival: RawSamples.start, into: &batch)
        decoder.finish(into: &batch)
        return batch.frames
    }

    /// Frames as a Beast receiver gives them: a 12 MHz count and a byte of level, times by the count.
    private static func asBeast(_ frames: [ReceivedFrame]) -> [ReceivedFrame] {
        var block = RawFrameBlock()
        block.frames = frames
        block.entries = [RawBatchEntry(sequence: 1, arrived: RawSamples.start, frames: frames.count)]
        var decoder = BeastDecoder(time: .recording(start: RawSamples.start), clock: .ticks)
        var batch = FeedBatch()
        let beast = block.encoded().beast
        decoder.decode(beast.span, arrival: RawSamples.start, into: &batch)
        return batch.frames
    }

    private static func traffic() -> [ReceivedFrame] { asBeast(RawSamples.frames(aircraft: 3_000, seconds: 60)) }

    private static func name(_ isReal: Bool) -> String { isReal ? "recorded flight" : "simulated traffic" }

    @Test(arguments: [true, false])
    func ratio(isReal: Bool) throws {
        let frames = isReal ? try Self.recording() : Self.traffic()
        guard let first = frames.first, let last = frames.last else { return }
        let seconds = last.time.seconds(since: first.time)
        Self.tell("\(Self.name(isReal)), messages a second", Double(frames.count) / seconds, "")
        for (seconds, level) in [(1.0, 3 as Int32), (10, 3), (600, 1), (600, 3), (600, 9), (600, 19)] {
            var sizes = (beast: 0, packed: 0, column: 0, file: 0)
            for piece in Self.pieces(frames, seconds: seconds) {
                var block = RawFrameBlock()
                block.frames = piece
                block.entries = Self.entries(piece)
                let (beast, column) = block.encoded()
                sizes.beast += beast.count
                sizes.packed += RawPacking.packed(beast, level: level)?.count ?? 0
                sizes.column += RawPacking.packed(column, level: level)?.count ?? 0
                let whole = RawBlock(block.entries, count: piece.count, data: beast, column: column)
                sizes.file += whole.packed(level: level)?.count ?? 0
            }
            let count = Double(frames.count)
            let what = "\(Self.name(isReal)), blocks of \(Int(seconds)) s, level \(level)"
            Self.tell("\(what), Beast", Double(sizes.beast) / count, "bytes a message")
            Self.tell("\(what), Beast packed", Double(sizes.packed) / count, "bytes a message")
            Self.tell("\(what), column packed", Double(sizes.column) / count, "bytes a message")
            Self.tell("\(what), file", Double(sizes.file) / count, "bytes a message")
            Self.tell("\(what), ratio of zstd", Double(sizes.beast) / Double(max(1, sizes.packed)), "")
        }
    }

    private static func pieces(_ frames: [ReceivedFrame], seconds: Double) -> [[ReceivedFrame]] {
        Dictionary(grouping: frames) { Int($0.time.seconds(since: RawSamples.start) / seconds) }
            .sorted { $0.key < $1.key }.map(\.value)
    }

    /// Arrivals of a tenth of a second.
    private static func entries(_ frames: [ReceivedFrame]) -> [RawBatchEntry] {
        Dictionary(grouping: frames) { Int($0.time.seconds(since: RawSamples.start) * 10) }
            .sorted { $0.key < $1.key }.enumerated().map { place, cell in
                RawBatchEntry(
                    sequence: UInt64(place + 1),
                    arrived: RawSamples.start.advanced(bySeconds: Double(cell.key + 1) / 10),
                    frames: cell.value.count
                )
            }
    }

    @Test func archive() async throws {
        let frames = Self.traffic()
        let folder = RawSamples.Folder()
        let archive = try RawArchive(folder: folder.path, decoder: "measured", session: RawSamples.start)
        let pieces = Self.pieces(frames, seconds: 0.1)
        var begin = Self.cpu()
        for (step, piece) in pieces.enumerated() {
            let at = RawSamples.start.advanced(bySeconds: Double(step + 1) / 10)
            await archive.append(FeedBatch(frames: piece), from: 1, arrived: at)
            if step % 10 == 9 { await archive.flush(at: at) }
        }
        await archive.close(at: RawSamples.start.advanced(bySeconds: 61))
        let count = Double(frames.count)
        Self.tell("written with a flush a second, CPU", (Self.cpu() - begin) / count * 1e6, "microseconds a message")
        begin = Self.cpu()
        var reader = await archive.replay(during: RawArchiveTests.always).makeReader()
        var read = 0
        while let next = reader.next() { read += next.batch.frames.count }
        Self.tell("read in order, CPU", (Self.cpu() - begin) / count * 1e6, "microseconds a message")
        #expect(read == frames.count)
        begin = Self.cpu()
        _ = await archive.verify()
        Self.tell("verified, CPU", (Self.cpu() - begin) / count * 1e6, "microseconds a message")
    }

    @Test(arguments: [1, 3])
    func writer(receivers: Int) throws {
        var settings = SharedSky.Settings()
        settings.receivers = receivers
        settings.share = receivers == 1 ? 1 : 0.7
        settings.clocks = [Double](repeating: 0, count: receivers)
        let copies = SharedSky.copies(of: Self.traffic(), settings)
        func run(_ noting: Bool) -> (seconds: Double, rows: Int, details: Int) {
            var table = TrackTable()
            table.configuration.expectsCopies = receivers > 1
            var writer = ObservationWriter()
            var rows = 0
            var details = 0
            var next = 0.0
            let begin = Self.cpu()
            for copy in copies {
                let feed = FeedID(rawValue: UInt16(copy.receiver + 1))
                guard noting else {
                    _ = table.ingest(copy.received, from: feed)
                    continue
                }
                if copy.arrival >= next {
                    next = copy.arrival + 0.1
                    let now = RawSamples.start.advanced(bySeconds: copy.arrival)
                    for batch in table.settle(&writer, at: now, number: { feed, _ in UInt32(feed.rawValue) }) {
                        rows += batch.rows.count
                        details += batch.rows.count { $0.observation.details != nil }
                    }
                }
                _ = table.ingest(copy.received, from: feed, into: &writer)
            }
            return (Self.cpu() - begin, rows, details)
        }
        _ = run(false)
        let without = run(false)
        let with = run(true)
        let added = with.seconds - without.seconds
        let what = "\(receivers) receivers"
        Self.tell("\(what), messages for a row", Double(copies.count) / Double(with.rows), "")
        Self.tell("\(what), rows with details", 100 * Double(with.details) / Double(with.rows), "%")
        Self.tell("\(what), table alone", without.seconds / Double(copies.count) * 1e9, "ns a message")
        Self.tell("\(what), writer", added / Double(copies.count) * 1e9, "ns a message")
        Self.tell("\(what), writer", added / Double(with.rows) * 1e9, "ns a row")
    }
}
