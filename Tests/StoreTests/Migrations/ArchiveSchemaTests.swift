import Aero
import Foundation
import GRDB
import Testing
import Tracking

@testable import Store

struct ArchiveSchemaTests {
    /// What each step after the first made, taken away again: a database as the program of an earlier step left it.
    private static let undoing = [
        "002 day counts": """
        DROP TRIGGER chunk_added; DROP TRIGGER chunk_taken; DROP TRIGGER chunk_changed; DROP TABLE day_count;
        """
    ]

    private static func leave(steps count: Int, in folder: TemporaryFolder) throws {
        let queue = try DatabaseQueue(path: folder.path + "/pelacak.sqlite")
        try queue.writeWithoutTransaction { database in
            for step in ArchiveSchema.migrator.migrations.dropFirst(count).reversed() {
                try database.execute(sql: #require(undoing[step]))
                try database.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = ?", arguments: [step])
            }
        }
        try queue.close()
    }

    /// The program of some day, with a further step.
    private static var later: ArchiveSettings {
        var settings = ArchiveSettings()
        settings.migrator.registerMigration("999 later") { database in
            try database.execute(sql: "ALTER TABLE chunk ADD COLUMN later INTEGER; CREATE TABLE later (id INTEGER)")
        }
        return settings
    }

    /// Sealed rows, rows of a day brought together, and rows that a program which ended without a word left in its log.
    private static func store(
        in folder: TemporaryFolder,
        _ settings: ArchiveSettings
    ) async throws -> (folder: TemporaryFolder, rows: [ResolvedRow]) {
        let store = try HistoryStore(folder: folder.path, realm: .real, settings: settings)
        var random = RandomRows(seed: 12)
        let sets = random.sets(9)
        let rows = random.flight(2_000, sets: sets.count, start: Samples.start)
        var batch = Samples.batch(Array(rows[..<1_500]), sets: sets)
        batch.names = [IdentityChange(Samples.aircraft, at: Samples.start, .callsign, "KLM1023")].compactMap(\.self)
        try await store.append(batch)
        try await store.seal()
        try await store.compactDays(endedBy: Samples.time(Samples.start + 2 * Moments.day))
        try await store.append(Samples.batch(Array(rows[1_500..<1_800]), sets: sets))
        try await store.seal()
        try await store.append(Samples.batch(Array(rows[1_800...]), sets: sets))
        return (try folder.copy(), ResolvedRow.kept(rows, sets))
    }

    @Test("a step that was released is never changed: its text has the sum it had")
    func stepsAreFrozen() {
        let sums = [FirstSchema.tables, DayCountsSchema.tables].map { ContentDigest.hex(Array($0.utf8)) }
        #expect(
            sums == [
                "783c4f928c0f8dbe1d7363b39b2b195a446d429b012940136b34fb6662d9425a",
                "ab6b4d96ecdc7fa11bf01c9206b74546bb6cea05dfdcf5018b96f3642631803d",
            ]
        )
        #expect(
            ArchiveSchema.migrator.migrations == ["001 chunks", "002 day counts"],
            "a new step belongs into this test"
        )
    }

    @Test(
        "what a program of any earlier step wrote is opened by this one, whole",
        arguments: 1...ArchiveSchema.migrator.migrations.count
    )
    func opensWhatEarlierStepsWrote(steps: Int) async throws {
        let made = try TemporaryFolder()
        let (folder, rows) = try await Self.store(in: made, ArchiveSettings())
        try Self.leave(steps: steps, in: folder)
        let store = try HistoryStore(folder: folder.path, realm: .real)
        try await Self.check(store, rows)
        let isOlder = steps < ArchiveSchema.migrator.migrations.count
        #expect(FileManager.default.fileExists(atPath: folder.path + "/before-migration.sqlite") == isOlder)
    }

    @Test(
        "a step that comes later finds the data, leaves a copy of before, and an older program says that it is too old"
    )
    func aLaterStep() async throws {
        let made = try TemporaryFolder()
        let (folder, rows) = try await Self.store(in: made, ArchiveSettings())
        let store = try HistoryStore(folder: folder.path, realm: .real, settings: Self.later)
        try await Self.check(store, rows)
        let columns = try await store.database.read { try $0.columns(in: "chunk").map(\.name) }
        #expect(columns.last == "later")
        try await store.close()
        #expect(throws: ArchiveError.newerSchema(found: "999 later", known: "002 day counts")) {
            _ = try HistoryStore(folder: folder.path, realm: .real)
        }
        #expect(throws: ArchiveError.newerSchema(found: "999 later", known: "002 day counts")) {
            _ = try HistoryStore(reading: folder.path, realm: .real)
        }
        // The copy is an archive of the earlier step, with all that was sealed.
        let before = try TemporaryFolder()
        try HistoryStore.restore(folder.path + "/before-migration.sqlite", to: before.path)
        let old = try HistoryStore(folder: before.path, realm: .real)
        let kept = try await old.everything().resolved
        #expect(kept.count >= 1_800 && Set(kept).isSubset(of: rows))
    }

    private static func check(_ store: HistoryStore, _ rows: [ResolvedRow]) async throws {
        let trace = try await store.everything()
        #expect(trace.resolved == rows)
        #expect(trace.names.map(\.value) == ["KLM1023"])
        #expect(trace.evidence.damagedChunks.isEmpty && trace.evidence.licences == [.own])
        #expect(try await store.check().isWhole)
    }
}
