import Aero
import GRDB
import TestSupport
import Testing
import Tracking

@testable import Store

struct CompactionTests {
    @Test func aDayBecomesOneChunkWithTheSameRows() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        var random = RandomRows(seed: 6)
        let sets = random.sets(9)
        let day = Moments.start(of: Moments.day, at: Samples.start)
        let rows = (0..<20).flatMap { random.flight(100, sets: 9, start: day + Int64($0) * 3_000_000) }
        for start in stride(from: 0, to: rows.count, by: 50) {
            try await store.append(Samples.batch(Array(rows[start..<start + 50]), sets: sets))
        }
        try await store.seal()
        let expected = ResolvedRow.kept(rows, sets)
        #expect(try await store.database.read { try ChunkPeriod.all($0) }.count > 15)
        // A day that is not over is left alone.
        #expect(try await store.compactDays(endedBy: Samples.time(day + Moments.day - 1)) == 0)
        #expect(try await store.compactDays(endedBy: Samples.time(day + Moments.day)) == 1)
        #expect(try await store.database.read { try ChunkPeriod.all($0) } == [day..<day + Moments.day])
        #expect(try await store.everything().resolved == expected)
        #expect(try await store.compactDays(endedBy: Samples.time(day + Moments.day)) == 0)
        // What comes late goes into it.
        let late = random.flight(30, sets: 9, start: day + 40_000_000)
        try await store.append(Samples.batch(late, sets: sets))
        try await store.seal()
        #expect(try await store.everything().resolved == ResolvedRow.kept(rows + late, sets))
        #expect(try await store.database.read { try ChunkPeriod.all($0) } == [day..<day + Moments.day])
        // An hour of it is answered by the blocks of that hour.
        let hour = Samples.time(day + 30_000_000)..<Samples.time(day + 33_000_000)
        let part = try await store.trace(of: Samples.aircraft, during: hour, withoutPositions: true)
        #expect(part.resolved == ResolvedRow.kept(rows + late, sets).filter { hour.contains($0.row.time) })
    }

    /// Rows as no program writes them: they are put aside, named, and the days go on.
    @Test(arguments: [
        "address_kind = 9", "address_kind = -1", "form = 7", "address = address + 0x4000000", "address = -5",
        "start = start + 17", "start = -9223372036854775807", "start = -9223372036854775807, form = 7",
        "terms = 99",
    ])
    func anOddKeyKeepsNobodyWaiting(change: String) async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        for day in 0..<3 {
            for aircraft in [Samples.aircraft, Samples.other] {
                let rows = (0..<40).map { Samples.numbered(day * 2_880 + $0, spacing: 30_000) }
                try await store.append(Samples.batch(rows, of: aircraft))
            }
        }
        try await store.seal()
        try await store.database.writeWithoutTransaction { database in
            let id = try Int64.fetchOne(database, sql: "SELECT min(id) FROM chunk")
            try database.execute(sql: "PRAGMA foreign_keys = OFF")
            try database.execute(sql: "UPDATE chunk SET \(change) WHERE id = ?", arguments: [id])
        }
        let end = Samples.time(Samples.start + 4 * Moments.day)
        #expect(try await store.compactDays(endedBy: end) > 0)
        #expect(try await store.compactDays(endedBy: end) == 0)
        let (left, aside) = try await store.database.read { database in
            (
                try Int.fetchOne(database, sql: "SELECT count(*) FROM chunk WHERE length = \(Moments.quarter)") ?? -1,
                try Int.fetchOne(database, sql: "SELECT count(*) FROM damaged_chunk") ?? -1
            )
        }
        #expect(left == 0)
        #expect(aside == (["start = start + 17", "terms = 99"].contains(change) ? 0 : 1))
        #expect(
            try await store.everything().observations.count + store.everything(of: Samples.other).observations.count
                >= 200
        )
    }

    @Test func manyAircraftAndDaysAreAllBroughtTogether() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        var expected: [ArchivedAircraft: [Observation]] = [:]
        for day in 0..<2 {
            for quarter in 0..<3 {
                var batch = ObservationBatch()
                for index in 0..<450 {
                    let aircraft = ArchivedAircraft(AircraftAddress(icao: UInt32(index)))
                    let row = Samples.numbered(day * 17_280 + quarter * 200 + index % 3, spacing: 5_000)
                    expected[aircraft, default: []].append(row)
                    batch.rows.append(ObservationBatch.Row(aircraft, row))
                }
                try await store.append(batch)
            }
        }
        try await store.seal()
        #expect(try await store.compactDays(endedBy: Samples.time(Samples.start + 3 * Moments.day)) == 900)
        #expect(try await store.database.read { try ChunkPeriod.all($0) }.count == 900)
        for (aircraft, rows) in expected { #expect(try await store.everything(of: aircraft).observations == rows) }
        let free = try await store.database.read { try Int.fetchOne($0, sql: "PRAGMA freelist_count") }
        #expect(free == 0)
    }

    @Test func theDatabaseIsMadeToShrinkAndToBeSafe() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        let (vacuum, synchronous, journal) = try await store.change { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA auto_vacuum"),
                try Int.fetchOne(database, sql: "PRAGMA synchronous"),
                try String.fetchOne(database, sql: "PRAGMA journal_mode")
            )
        }
        #expect(vacuum == 2)
        #expect(synchronous == 2)
        #expect(journal == "wal")
    }

    @Test func aNewerSchemaIsRefusedInOneSentence() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        try await store.change { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('099 from the future')") }
        try await store.close()
        #expect(throws: ArchiveError.newerSchema(found: "099 from the future", known: "002 day counts")) {
            _ = try HistoryStore(folder: folder.path, realm: .real)
        }
    }
}
