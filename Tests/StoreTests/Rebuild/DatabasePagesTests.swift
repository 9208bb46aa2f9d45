import Aero
import Foundation
import GRDB
import Testing
import Tracking

@testable import Store

/// What the file still holds and the database does not count any more stays deleted.
struct DatabasePagesTests {
    /// A table that stands before another one in the file, which is to move when the first is emptied; nobody has written to the file since.
    private func filled() async throws -> (TemporaryFolder, HistoryStore) {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .imported)
        try await store.change { database in
            try database.execute(
                sql: """
                    INSERT INTO terms (licence, origin) VALUES ('unknown', 'x');
                    WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 8000)
                    INSERT INTO identity_change SELECT i, 0, 0, 1, 'N' || i, (SELECT max(id) FROM terms) FROM n
                    """
            )
        }
        var random = RandomRows(seed: 3)
        for index in 0..<200 {
            let who = ArchivedAircraft(AircraftAddress(icao: UInt32(0x400000 + 77 * index)))
            try await store.append(Samples.batch(random.flight(120, start: Samples.start), of: who, origin: "x"))
        }
        try await store.seal()
        try await store.database.writeWithoutTransaction { database in
            _ = try database.checkpoint(.truncate)
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
        }
        return (folder, store)
    }

    private func delete(_ store: HistoryStore) async throws {
        for statement in [
            "DELETE FROM identity_change", "PRAGMA incremental_vacuum", "DELETE FROM chunk WHERE id % 2 = 0",
        ] {
            try await store.database.writeWithoutTransaction { try $0.execute(sql: statement) }
        }
    }

    private func chunks(_ folder: TemporaryFolder) throws -> Set<String>? {
        try RebuildTests.contents(folder)["chunk"]
    }

    @Test func whatTheJournalCutOffStaysSo() async throws {
        let (folder, store) = try await filled()
        try await delete(store)
        let killed = try folder.copy()
        let left = try chunks(folder)
        #expect(left?.count == 100)
        #expect(try killed.bytes(RebuildTests.file(killed) + "-wal").count > 4_096)
        let report = try await HistoryStore.rebuild(folder: killed.path, realm: .imported)
        #expect(try chunks(killed) == left)
        #expect(report.pagesFoundAgain == 0)
        try await store.close()
    }

    @Test func whatStandsBehindTheStatedEndStaysDeleted() async throws {
        let (folder, store) = try await filled()
        let before = try folder.bytes(RebuildTests.file(folder))
        try await delete(store)
        try await store.close()
        let left = try chunks(folder)
        let after = try folder.bytes(RebuildTests.file(folder))
        #expect(after.count < before.count)
        try folder.write(after + before[after.count...], to: RebuildTests.file(folder))
        let report = try await HistoryStore.rebuild(folder: folder.path, realm: .imported)
        #expect(try chunks(folder) == left)
        #expect(report.pagesFoundAgain == 0)
    }

    /// A stated end that is damaged takes nothing away: the trees lead beyond it.
    @Test func aStatedEndThatIsDamagedLosesNothing() async throws {
        let (folder, store) = try await filled()
        try await store.close()
        let left = try chunks(folder)
        try RebuildTests.damage(1, folder) { bytes in bytes.replaceSubrange(28..<32, with: [0, 0, 0, 9]) }
        _ = try await HistoryStore.rebuild(folder: folder.path, realm: .imported)
        #expect(try chunks(folder) == left)
    }
}
