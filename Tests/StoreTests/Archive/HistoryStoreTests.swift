import Aero
import Foundation
import GRDB
import ModeS
import TestSupport
import Testing
import Tracking

@testable import Store

struct HistoryStoreTests {
    @Test func rowsAreThereBeforeAndAfterSealingAndAfterStartingAgain() async throws {
        let folder = try TemporaryFolder()
        var random = RandomRows(seed: 1)
        let sets = random.sets(20)
        let rows = random.flight(3_000, sets: sets.count, start: Samples.start) + random.anything(500, sets: sets.count)
        let expected = ResolvedRow.kept(rows, sets)
        let store = try HistoryStore(folder: folder.path, realm: .real)
        for start in stride(from: 0, to: rows.count, by: 100) {
            try await store.append(Samples.batch(Array(rows[start..<min(start + 100, rows.count)]), sets: sets))
        }
        #expect(try await store.everything().resolved == expected)
        try await store.seal()
        #expect(folder.logs.isEmpty)
        #expect(try await store.everything().resolved == expected)
        #expect(await store.currentHealth().unsealedRows == 0)
        try await store.close()
        let again = try HistoryStore(folder: folder.path, realm: .real)
        let trace = try await again.everything()
        #expect(trace.resolved == expected)
        #expect(trace.evidence.damagedChunks.isEmpty)
        #expect(trace.evidence.licences == [.own])
        #expect(!trace.evidence.chunks.isEmpty)
        #expect(try await again.everything(of: Samples.other).observations.isEmpty)
    }

    @Test func aProgramThatEndsWithoutAWordLosesNothing() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        for number in 0..<50 { try await store.append(Samples.batch([Samples.numbered(number)])) }
        let left = try folder.copy()
        #expect(left.logs.count == 1)
        let again = try HistoryStore(folder: left.path, realm: .real)
        #expect(try await again.everything().observations == (0..<50).map { Samples.numbered($0) })
        #expect(left.logs.isEmpty)
        #expect(await again.currentHealth().recovered.count == 1)
    }

    /// The log may be sealed and still be there: then it is sealed again.
    @Test func sealingTwiceIsSealingOnce() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        var random = RandomRows(seed: 3)
        let rows = random.anything(400)
        try await store.append(Samples.batch(rows))
        let log = try #require(folder.logs.first)
        let bytes = try folder.bytes(log)
        try await store.close()
        for _ in 0..<2 {
            try folder.write(bytes, to: log)
            let again = try HistoryStore(folder: folder.path, realm: .real)
            #expect(try await again.everything().resolved == ResolvedRow.kept(rows, [.empty]))
            let count = try await again.days(of: Samples.aircraft).reduce(0) {
                $0 + $1.positions + $1.otherObservations
            }
            #expect(count == ResolvedRow.kept(rows, [.empty]).count)
            try await again.close()
        }
    }

    @Test func theSameRowsTwiceAreOnce() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .imported)
        let rows = (0..<5_000).map { Samples.numbered($0, spacing: 20_000) }
        for _ in 0..<2 {
            try await store.append(Samples.batch(rows, origin: "someone"))
            try await store.append(Samples.batch(Array(rows.reversed()), origin: "someone"))
            #expect(try await store.everything().observations == rows)
            try await store.seal()
            #expect(try await store.everything().observations == rows)
        }
        let days = try await store.days(of: Samples.aircraft)
        #expect(days.reduce(0) { $0 + $1.positions } == 5_000)
        #expect(days.count == 2)
        #expect(try await store.everything().evidence.origins == ["someone"])
        #expect(try await store.everything().evidence.licences == [.openDatabase])
    }

    /// The clock is set back by two days, forward by a month, and rows come hours late.
    @Test func clocksThatJumpLoseNothing() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        var random = RandomRows(seed: 8)
        var all: [Observation] = []
        for offset in [0, 900_000, 800_000, -172_800_000, 2_678_400_000, 1_000_000, -7_200_000, 1_900_000, 1_000_000]
            as [Int64]
        {
            let rows = random.flight(200, start: Samples.start + offset)
            all += rows
            try await store.append(Samples.batch(rows))
            #expect(try await store.everything().resolved == ResolvedRow.kept(all, [.empty]))
        }
        try await store.seal()
        let trace = try await store.everything()
        #expect(trace.resolved == ResolvedRow.kept(all, [.empty]))
        // No two chunks of the aircraft overlap in their periods.
        let periods = try await store.database.read { database in
            try ChunkPeriod.all(database)
        }
        for (left, right) in zip(periods, periods.dropFirst()) { #expect(left.upperBound <= right.lowerBound) }
    }

    @Test func theSecondOfTwoOnOneFolderSaysSo() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        #expect(throws: ArchiveError.inUse(path: folder.path)) {
            _ = try HistoryStore(folder: folder.path, realm: .real)
        }
        try await store.close()
    }

    @Test func threeWorldsKeepToThemselves() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .simulated)
        try await store.close()
        let copy = try folder.copy()
        #expect(throws: ArchiveError.self) { _ = try HistoryStore(folder: copy.path, realm: .real) }
    }

    @Test func aTimeThatNoClockShowsIsRefused() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        var row = Samples.numbered(1)
        row.milliseconds = .max
        await #expect(throws: ArchiveError.self) { try await store.append(Samples.batch([row])) }
        #expect(try await store.everything().observations.isEmpty)
    }

    private func rights(_ path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
    }

    @Test func nobodyElseMayReadIt() async throws {
        let above = try TemporaryFolder()
        let folder = above.path + "/history/real"
        func look() throws {
            for name in ["/open", ""] { #expect(try rights(folder + name) == 0o700) }
            for name in ["/pelacak.sqlite", "/pelacak.sqlite-wal", "/pelacak.sqlite-shm", "/lock", "/open/1.log"] {
                #expect(try rights(folder + name) == 0o600, "\(name)")
            }
        }
        do {
            let store = try HistoryStore(folder: folder, realm: .real)
            try await store.append(Samples.batch([Samples.numbered(0)]))
            try look()
            #expect(try rights(above.path + "/history") == 0o700)
            try await store.backup(to: above.path + "/backup.sqlite")
            #expect(try rights(above.path + "/backup.sqlite") == 0o600)
            try await store.close()
        }
        // One that was made when that was not so.
        for name in ["/open", ""] { #expect(unsafe chmod(folder + name, 0o755) == 0) }
        #expect(unsafe chmod(folder + "/pelacak.sqlite", 0o644) == 0)
        let again = try HistoryStore(folder: folder, realm: .real)
        #expect(try rights(folder) == 0o700 && rights(folder + "/pelacak.sqlite") == 0o600)
        try await again.close()
    }
}
