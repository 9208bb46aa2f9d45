import Aero
import Foundation
import GRDB
import ModeS
import TestSupport
import Testing
import Tracking

@testable import Store

/// Figures, not facts: `PELACAK_MEASURE=1 swift test -c release --filter HistoryMeasurements`; Benchmarks/50-history.sh does that.
@Suite(
    .serialized,
    .enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only with PELACAK_MEASURE")
)
struct HistoryMeasurements {
    private var environment: [String: String] { ProcessInfo.processInfo.environment }

    /// CPU seconds of this process, user and system.
    private func cpu() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func print(_ text: String) { Swift.print("history: " + text) }

    private func percentiles(_ seconds: [Double]) -> String {
        let sorted = seconds.sorted()
        return [0.5, 0.99].map { String(format: "%.2f", sorted[Int(Double(sorted.count - 1) * $0)] * 1_000) }.joined(
            separator: " / "
        )
            + " ms (p50 / p99)"
    }

    @Test func columnsOfADay() throws {
        let traces = try RealTraces.all().map { ($0.name, [$0.rows]) }
        let day = MadeUpDay()
        let dense = MadeUpDay(interval: 0.6, unevenness: 0.2)
        let made = [
            ("made-up day, 5 s", (0..<40).map { day.rows(aircraft: $0, day: 20_000) }),
            ("made-up day, 0.6 s", (0..<40).map { dense.rows(aircraft: $0, day: 20_000) }),
        ]
        for (name, flights) in traces + made { try columns(name, flights) }
    }

    private func columns(_ name: String, _ flights: [[Observation]]) throws {
        var packer = BlockPacker(level: Int32(environment["PELACAK_LEVEL"] ?? "") ?? 3)
        let zstd = ZstdPacker()
        var body = BlockBody()
        var sizes: [UInt8: Int] = [:]
        var (rows, bytes, plain, blocks) = (0, 0, 0, 0)
        for flight in flights {
            var rest = flight[...]
            while let first = rest.first {
                let end = Moments.start(of: Moments.hour, at: first.milliseconds) + Moments.hour
                let those = Array(rest.prefix { $0.milliseconds < end })
                rest = rest.dropFirst(those.count)
                bytes += try packer.block(of: those, sets: MadeUpDay.sets).count
                body.write(those, sets: MadeUpDay.sets)
                plain += body.bytes.count
                rows += those.count
                blocks += 1
                var reader = ColumnReader(body.bytes)
                _ = try reader.varint()
                for _ in 0..<(try reader.varint()) {
                    let number = try reader.byte()
                    let place = try reader.skip(reader.count())
                    // Less the head of a frame, which a column within a block has not.
                    sizes[number, default: 0] += max(1, (zstd.packed(Array(body.bytes[place]))?.count ?? 0) - 9)
                }
            }
        }
        let each = sizes.sorted { $0.key < $1.key }.map { number, size in
            let label = ChunkColumn(rawValue: number).map { "\($0)" } ?? "\(number)"
            return "\(label) " + String(format: "%.2f", Double(size) / Double(rows))
        }
        print(
            "\(name): \(rows) positions in \(blocks) hours, \(String(format: "%.2f", Double(bytes) / Double(rows))) bytes each, \(String(format: "%.2f", Double(plain) / Double(rows))) before zstd; alone: "
                + each.joined(separator: ", ")
        )
    }

    @Test func codecSpeed() throws {
        let day = MadeUpDay()
        let flights = (0..<100).map { day.rows(aircraft: $0, day: 20_000) }
        let count = flights.reduce(0) { $0 + $1.count }
        var packer = BlockPacker()
        var body = BlockBody()
        var start = cpu()
        for flight in flights { body.write(flight, sets: MadeUpDay.sets) }
        print("columns: \(Int(Double(count) / (cpu() - start) / 1e3)) k rows per CPU second")
        start = cpu()
        let blocks = try flights.map { try packer.block(of: $0, sets: MadeUpDay.sets) }
        print("blocks: \(Int(Double(count) / (cpu() - start) / 1e3)) k rows per CPU second")
        let unpacker = BlockUnpacker()
        start = cpu()
        for block in blocks {
            var rows: [Observation] = []
            var sets = ReceiverSetTable()
            try unpacker.read(block, into: &rows, sets: &sets)
        }
        print("reading: \(Int(Double(count) / (cpu() - start) / 1e3)) k rows per CPU second")
        var writer = ColumnWriter()
        let batch = Samples.batch(flights[0], sets: MadeUpDay.sets)
        start = cpu()
        for _ in 0..<100 { LogBatchCoder.write(batch, rows: 0..<batch.rows.count, names: false, into: &writer) }
        print("log entries: \(Int(Double(100 * batch.rows.count) / (cpu() - start) / 1e3)) k rows per CPU second")
        start = cpu()
        _ = CRC32C.of(writer.bytes)
        print("check: \(Int(Double(writer.bytes.count) / (cpu() - start) / 1e6)) MB per CPU second")
        var generation = OpenGeneration(number: 1)
        start = cpu()
        for _ in 0..<100 { generation.add(batch) }
        print("memory: \(Int(Double(100 * batch.rows.count) / (cpu() - start) / 1e3)) k rows per CPU second")
    }

    /// The rows of a whole day in the order in which they come, in batches of 10,000, through log, seal and database.
    @Test func ingestOfADay() async throws {
        let day = MadeUpDay(aircraftCount: Int(environment["PELACAK_AIRCRAFT"] ?? "") ?? 1_200)
        var rows: [(Int, Observation)] = []
        for index in 0..<day.aircraftCount { rows += day.rows(aircraft: index, day: 20_000).map { (index, $0) } }
        rows.sort { $0.1.milliseconds < $1.1.milliseconds }
        var batches: [ObservationBatch] = []
        for start in stride(from: 0, to: rows.count, by: 10_000) {
            var batch = ObservationBatch()
            for set in MadeUpDay.sets { _ = batch.place(of: set) }
            batch.rows = rows[start..<min(start + 10_000, rows.count)].map {
                ObservationBatch.Row(MadeUpDay.aircraft($0.0), $0.1)
            }
            batches.append(batch)
        }
        let count = rows.count
        rows = []
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .simulated)
        let start = cpu()
        let clock = ContinuousClock.now
        for batch in batches { try await store.append(batch) }
        try await store.seal()
        print(
            "ingest: \(count) rows, \(Int(Double(count) / (cpu() - start) / 1e3)) k per CPU second, \(ContinuousClock.now - clock)"
        )
        try await size(store, count, "quarters")
        let compacting = cpu()
        try await store.compactDays(endedBy: Samples.time((20_001) * 86_400_000))
        print("compaction: \(Int(Double(count) / (cpu() - compacting) / 1e3)) k rows per CPU second")
        try await size(store, count, "days")
        try await store.close()
    }

    private func size(_ store: HistoryStore, _ count: Int, _ label: String) async throws {
        let (bytes, data, chunks) = try await store.database.read { database in
            (
                try HistoryStore.bytesInUse(database),
                try Int64.fetchOne(database, sql: "SELECT sum(length(data)) FROM chunk") ?? 0,
                try Int.fetchOne(database, sql: "SELECT count(*) FROM chunk") ?? 0
            )
        }
        print(
            "\(label): \(chunks) chunks, \(String(format: "%.2f", Double(bytes) / Double(count))) bytes per position with indexes, "
                + "\(String(format: "%.2f", Double(data) / Double(count))) of them in blocks"
        )
    }

    /// Open rows of 20,000 aircraft for a quarter of an hour.
    @Test func memoryOfTheOpenState() throws {
        let before = resident()
        var generation = OpenGeneration(number: 1)
        let flights = MadeUpDay(positionsPerAircraft: 400)
        for step in 0..<20 {
            for index in 0..<20_000 {
                // 180 rows each: one in five seconds.
                let rows = flights.rows(aircraft: index % 50, day: 20_000)
                generation.add(
                    Samples.batch(
                        Array(rows[step * 9..<step * 9 + 9]),
                        of: MadeUpDay.aircraft(index),
                        sets: MadeUpDay.sets
                    )
                )
            }
        }
        print(
            "open state: \(generation.tracks.count) aircraft, \(generation.rowCount) rows, \((resident() - before) / 1_048_576) MiB"
        )
    }

    private func resident() -> Int {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        return (Int(text.split(separator: " ").dropFirst().first ?? "") ?? 0) * 4_096
    }

    /// PELACAK_DAYS days of about 4 million positions (25 make 100 million); the folder is kept where PELACAK_FOLDER says.
    @Test func questionsToALargeStore() async throws {
        guard let days = Int(environment["PELACAK_DAYS"] ?? "") else { return }
        let temporary = try TemporaryFolder()
        let folder = environment["PELACAK_FOLDER"] ?? temporary.path
        let made = MadeUpDay()
        let store = try HistoryStore(folder: folder, realm: .simulated)
        if try await store.span(of: MadeUpDay.aircraft(0)) == nil {
            for day in 0..<days {
                try await store.change { database in
                    let terms = try TermsTable.id(of: ArchiveTerms(licence: .own, origin: nil), in: database)
                    var writer = ChunkWriter()
                    for index in 0..<made.aircraftCount {
                        try writer.add(
                            made.rows(aircraft: index, day: 20_000 + Int64(day)),
                            sets: MadeUpDay.sets,
                            of: MadeUpDay.aircraft(index),
                            terms: terms,
                            asDays: { _ in true },
                            to: database
                        )
                    }
                }
            }
        }
        let range = Samples.time(20_000 * 86_400_000)..<Samples.time((20_000 + Int64(days)) * 86_400_000)
        let count = try await store.days(in: range).reduce(0) { $0 + $1.positions }
        try await size(store, count, "\(count) positions")
        var random = SeededGenerator(seed: 4)
        var seconds: [Double] = []
        var found = 0
        for round in 0..<2 {
            random = SeededGenerator(seed: 4)
            seconds = []
            for _ in 0..<200 {
                let day = Samples.time((20_000 + Int64.random(in: 0..<Int64(days), using: &random)) * 86_400_000)
                let aircraft = MadeUpDay.aircraft(Int.random(in: 0..<made.aircraftCount, using: &random))
                let start = ContinuousClock.now
                found = try await store.trace(
                    of: aircraft,
                    during: day..<day.advanced(bySeconds: 86_400),
                    withoutPositions: false
                ).observations.count
                seconds.append((ContinuousClock.now - start) / .seconds(1))
            }
            print("aircraft-day, \(round == 0 ? "first" : "again"): \(percentiles(seconds)), \(found) rows")
        }
        for round in 0..<2 {
            random = SeededGenerator(seed: 5)
            seconds = []
            found = 0
            for _ in 0..<100 {
                let time = Samples.time(
                    (20_000 + Int64.random(in: 0..<Int64(days), using: &random)) * 86_400_000
                        + Int64.random(in: 0..<86_000_000, using: &random)
                )
                let (south, west) = (
                    Double.random(in: 42...52, using: &random), Double.random(in: -4...14, using: &random)
                )
                let area = try #require(ArchiveArea(south: south, west: west, north: south + 4, east: west + 4))
                let start = ContinuousClock.now
                found += try await store.traces(in: area, during: time..<time.advanced(bySeconds: 600), limit: 10_000)
                    .count
                seconds.append((ContinuousClock.now - start) / .seconds(1))
            }
            print(
                "10 minutes of 4 x 4 degrees, \(round == 0 ? "first" : "again"): \(percentiles(seconds)), \(found / 100) aircraft"
            )
        }
        seconds = []
        for _ in 0..<100 {
            let time = Samples.time(20_000 * 86_400_000 + Int64.random(in: 0..<86_000_000, using: &random))
            let place = try #require(Position(latitude: 49, longitude: 6))
            let start = ContinuousClock.now
            _ = try await store.aircraft(near: place, within: Metres(50_000), at: time, limit: 10)
            seconds.append((ContinuousClock.now - start) / .seconds(1))
        }
        print("near a place at a time: \(percentiles(seconds))")
        try await store.close()
    }
}
