import Aero
import Foundation
import GRDB
import TestSupport
import Testing
import Tracking

@testable import Store

/// A database whose pages are damaged is made anew from those that can be read.
struct RebuildTests {
    static let days = 3
    static let aircraft = 40

    /// Three days of some aircraft, with all that an archive keeps beside; closed.
    static func archive() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .imported)
        var random = RandomRows(seed: 7)
        for day in 0..<days {
            for index in 0..<aircraft {
                let who = ArchivedAircraft(AircraftAddress(icao: UInt32(0x400000 + 77 * index)))
                let start = Samples.start + Int64(day) * Moments.day
                var batch = Samples.batch(
                    random.flight(index == 3 ? 3_000 : 120, start: start),
                    of: who,
                    origin: "somebody \(index % 2)"
                )
                for minute in 0..<6 {
                    let time = start + Int64(minute) * 60_000
                    if let name = IdentityChange(who, at: time, .callsign, "TST\(index)\(minute)") {
                        batch.names.append(name)
                    }
                }
                try await store.append(batch)
            }
            try await store.noteUptime(1, during: Samples.time(Samples.start)..<Samples.time(Samples.start + 60_000))
            _ = try await store.receiverNumber(of: "antenna \(day)")
            try await store.noteLoss(
                during: Samples.time(Samples.start)..<Samples.time(Samples.start + 1_000),
                isImport: true,
                detail: "test \(day)",
                at: Samples.time(Samples.start)
            )
        }
        try await store.close()
        return folder
    }

    /// All rows of all tables, as text.
    static func contents(_ folder: TemporaryFolder) throws -> [String: Set<String>] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: folder.path + "/pelacak.sqlite", configuration: configuration)
        return try queue.read { database in
            var contents: [String: Set<String>] = [:]
            let tables = try String.fetchAll(
                database,
                sql: "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('day_count', 'sqlite_stat1')"
            )
            for table in tables {
                let rows = try Row.fetchAll(database, sql: "SELECT * FROM \(table)")
                contents[table] = Set(rows.map { "\($0.databaseValues)" })
            }
            return contents
        }
    }

    static func file(_ folder: TemporaryFolder) -> String { folder.path + "/pelacak.sqlite" }

    /// Overwrites a page, counted from 1.
    static func damage(_ page: Int, _ folder: TemporaryFolder, _ change: (inout [UInt8]) -> Void) throws {
        var bytes = try folder.bytes(file(folder))
        let place = (page - 1) * 4_096
        var own = Array(bytes[place..<place + 4_096])
        change(&own)
        bytes.replaceSubrange(place..<place + 4_096, with: own)
        try folder.write(bytes, to: file(folder))
    }

    static func root(of table: String, _ folder: TemporaryFolder) throws -> Int? {
        let queue = try DatabaseQueue(path: file(folder))
        defer { try? queue.close() }
        return try queue.read {
            try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = ?", arguments: [table])
        }
    }

    static func rebuild(_ folder: TemporaryFolder) async throws -> RebuildReport {
        try await HistoryStore.rebuild(folder: folder.path, realm: .imported)
    }

    @Test func anArchiveThatIsWholeIsTheSameAfterwards() async throws {
        let folder = try await Self.archive()
        let before = try Self.contents(folder)
        let damaged = try folder.bytes(Self.file(folder))
        let report = try await Self.rebuild(folder)
        #expect(try Self.contents(folder) == before)
        #expect(report.isLossKnown && report.days.isEmpty && report.pagesFoundAgain == 0)
        #expect(report.tables.allSatisfy { $0.lost == 0 && $0.damagedPages == 0 })
        #expect(report.tables.first { $0.name == "chunk" }?.saved == before["chunk"]?.count)
        // The old file is kept as it is.
        #expect(try folder.bytes(report.keptAs) == damaged)
        let store = try HistoryStore(folder: folder.path, realm: .imported)
        #expect(try await store.check().isWhole)
    }

    /// Whatever page is damaged however: what is said to be saved is right, and what is not there is said to be lost.
    @Test(arguments: ["zeros", "noise", "a bit"])
    func anyPageMayBeDamaged(how: String) async throws {
        let whole = try await Self.archive()
        let before = try Self.contents(whole)
        let pages = try whole.bytes(Self.file(whole)).count / 4_096
        #expect(pages > 60)
        var random = SeededGenerator(seed: 11)
        var unknown = 0
        for page in stride(from: 1, through: pages, by: 3) {
            let folder = try whole.copy()
            try Self.damage(page, folder) { bytes in
                switch how {
                case "zeros": bytes = [UInt8](repeating: 0, count: 4_096)
                case "noise": for index in bytes.indices { bytes[index] = .random(in: 0...255, using: &random) }
                default: bytes[Int.random(in: 0..<4_096, using: &random)] ^= 1 << Int.random(in: 0..<8, using: &random)
                }
            }
            let report = try await Self.rebuild(folder)
            let store = try HistoryStore(folder: folder.path, realm: .imported)
            let check = try await store.check()
            #expect(check.isWhole, "page \(page): \(check.databaseProblems) \(check.damaged)")
            try await store.close()
            let after = try Self.contents(folder)
            // A flipped bit in a value is a value, but where sums are: in chunks.
            if how != "a bit" {
                for (table, rows) in after
                where !["damaged_chunk", "day_note", "chunk", "sqlite_sequence", "terms"].contains(table) {
                    #expect(rows.isSubset(of: before[table] ?? []), "page \(page): \(table)")
                }
            }
            let chunks = before["chunk"]?.subtracting(after["chunk"] ?? []).count ?? 0
            let aside = (after["damaged_chunk"] ?? []).count
            if report.isLossKnown, how != "a bit" {
                #expect(aside == chunks, "page \(page): \(aside) aside, \(chunks) not there")
            }
            if !report.isLossKnown { unknown += 1 }
        }
        #expect(unknown == 0)
    }

    @Test func theFirstPageMayBeGone() async throws {
        let folder = try await Self.archive()
        let before = try Self.contents(folder)
        try Self.damage(1, folder) { $0 = [UInt8](repeating: 0x5A, count: 4_096) }
        #expect(throws: ArchiveError.self) { try HistoryStore(reading: folder.path, realm: .imported) }
        _ = try await Self.rebuild(folder)
        #expect(try Self.contents(folder)["chunk"] == before["chunk"])
        #expect(try Self.contents(folder)["identity_change"] == before["identity_change"])
    }

    @Test func aFileThatEndsTooEarlyGivesWhatIsLeft() async throws {
        let folder = try await Self.archive()
        let before = try Self.contents(folder)
        let bytes = try folder.bytes(Self.file(folder))
        try folder.write(Array(bytes.prefix(bytes.count * 3 / 4 / 4_096 * 4_096)), to: Self.file(folder))
        let report = try await Self.rebuild(folder)
        let chunk = try #require(report.tables.first { $0.name == "chunk" })
        #expect(chunk.saved > 10 && chunk.damagedPages > 0)
        let after = try Self.contents(folder)
        #expect((before["chunk"] ?? []).intersection(after["chunk"] ?? []).count > 10)
        // Who lacks something says so.
        let store = try HistoryStore(folder: folder.path, realm: .imported)
        let days = try await store.incompleteDays(in: Samples.always)
        #expect(days.isSuperset(of: report.days.map(\.day)) && !days.isEmpty)
    }

    /// What a writer had committed and nobody had brought into the file stands in the journal.
    @Test func theJournalIsRead() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        try await store.append(Samples.batch((0..<5_000).map { Samples.numbered($0) }))
        try await store.seal()
        let killed = try folder.copy()
        #expect(try killed.bytes(Self.file(killed) + "-wal").count > 4_096)
        let report = try await HistoryStore.rebuild(folder: killed.path, realm: .real)
        #expect(report.days.isEmpty)
        let again = try HistoryStore(folder: killed.path, realm: .real)
        #expect(try await again.everything().observations == store.everything().observations)
    }

    /// Pages below a damaged one are found; what was deleted is not.
    @Test func whatWasDeletedStaysSo() async throws {
        let folder = try await Self.archive()
        let gone = ArchivedAircraft(AircraftAddress(icao: 0x400000 + 77 * 3))
        do {
            let store = try HistoryStore(folder: folder.path, realm: .imported)
            let rows = try await store.erase(gone, during: Samples.always, licence: .openDatabase, origin: "somebody 1")
            #expect(rows == 9_000)
            try await store.close()
        }
        let before = try Self.contents(folder)
        // Above the leaves of the chunks stands one page, which is the root.
        let root = try #require(try Self.root(of: "chunk", folder))
        try Self.damage(root, folder) { $0 = [UInt8](repeating: 0xFF, count: 4_096) }
        let report = try await Self.rebuild(folder)
        #expect(report.pagesFoundAgain > 3)
        #expect(try Self.contents(folder)["chunk"] == before["chunk"])
        let store = try HistoryStore(folder: folder.path, realm: .imported)
        #expect(try await store.everything(of: gone).observations.isEmpty)
    }

    @Test func nothingIsDoneWhereNothingCanBeRead() async throws {
        let folder = try TemporaryFolder()
        let bytes = [UInt8](repeating: 0x5A, count: 8_192)
        try folder.write("pelacak.sqlite", bytes)
        try folder.write("open/none", [])
        await #expect(throws: ArchiveError.self) { try await Self.rebuild(folder) }
        #expect(try folder.read("pelacak.sqlite") == bytes)
        #expect(folder.names().sorted() == ["lock", "open", "open/none", "pelacak.sqlite"])
    }

    @Test func aFolderInUseAndAnotherWorldAreRefused() async throws {
        let folder = try await Self.archive()
        do {
            let store = try HistoryStore(folder: folder.path, realm: .imported)
            await #expect(throws: ArchiveError.inUse(path: folder.path)) { try await Self.rebuild(folder) }
            try await store.close()
        }
        await #expect(throws: ArchiveError.self) { try await HistoryStore.rebuild(folder: folder.path, realm: .real) }
        #expect(!folder.names().contains { $0.contains("rebuil") || $0.contains("damaged") })
    }

    /// A crash while the new file takes the place of the old one: who opens the folder next goes on.
    @Test func whatWasBegunIsFinished() async throws {
        let folder = try await Self.archive()
        let whole = try folder.bytes(Self.file(folder))
        let before = try Self.contents(folder)
        try folder.write("pelacak.sqlite.rebuilt", whole)
        try Self.damage(3, folder) { $0 = [UInt8](repeating: 1, count: 4_096) }
        let damaged = try folder.bytes(Self.file(folder))
        try folder.write("pelacak.sqlite-wal", [1, 2, 3])
        let store = try HistoryStore(folder: folder.path, realm: .imported)
        #expect(try await store.check().isWhole)
        try await store.close()
        #expect(try Self.contents(folder) == before)
        #expect(try folder.read("pelacak.sqlite.damaged") == damaged)
        #expect(try folder.read("pelacak.sqlite.damaged-wal") == [1, 2, 3])
        #expect(!folder.names().contains("pelacak.sqlite.rebuilt"))
    }

    /// Random damage all over traps nowhere, and what comes out is an archive.
    @Test(arguments: 0..<20)
    func muchDamageTrapsNowhere(seed: Int) async throws {
        let folder = try await Self.archive()
        var random = SeededGenerator(seed: UInt64(seed))
        var bytes = try folder.bytes(Self.file(folder))
        for _ in 0..<(1 << (seed / 2)) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
        }
        try folder.write(bytes, to: Self.file(folder))
        do {
            _ = try await Self.rebuild(folder)
        } catch { return }
        let store = try HistoryStore(folder: folder.path, realm: .imported)
        #expect(try await store.check().isWhole)
    }
}
