import Aero
import Foundation
import GRDB
import Testing
import Tracking

@testable import Store

/// What damage took of an import comes back with the same import, and with nothing less.
struct MendingTests {
    private static let hexes = ["4ca1fa", "4ca1fb", "4ca1fc"]

    private func importing(_ folder: TemporaryFolder, isAgain: Bool = false) async throws -> ImportReport {
        let store = try HistoryStore(folder: folder.path + "/archive", realm: .imported)
        let importer = TraceImporter(archive: store, ledger: ImportLedger(folder: folder.path + "/archive"))
        var request = TraceImporterTests.request(folder.path + "/traces")
        request.isAgain = isAgain
        let report = try await importer.run(request)
        try await store.close()
        return report
    }

    private func filled() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (index, hex) in Self.hexes.enumerated() {
            try folder.write("traces/trace_full_\(hex).json", TraceImporterTests.trace(hex, rows: 400 + index))
        }
        #expect(try await importing(folder).rows == 1_203)
        return folder
    }

    private func change(_ folder: TemporaryFolder, _ sql: String) throws {
        let queue = try DatabaseQueue(path: folder.path + "/archive/pelacak.sqlite")
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test func onlyTheFilesThatAreMissedAreReadAgain() async throws {
        let folder = try await filled()
        try change(folder, "UPDATE chunk SET data = zeroblob(length(data)) WHERE address = 0x4ca1fb")
        do {
            let store = try HistoryStore(folder: folder.path + "/archive", realm: .imported)
            try await store.repair()
            let check = try await store.check()
            #expect(check.rows == 802 && check.isolatedCount == 5)
            try await store.close()
        }
        let report = try await importing(folder)
        #expect(report.rows == 401 && report.files == 1 && report.mended == 5)
        #expect(report.skipped[.alreadyThere] == 2)
        let store = try HistoryStore(folder: folder.path + "/archive", realm: .imported)
        let check = try await store.check()
        #expect(check.rows == 1_203 && check.isolatedCount == 0)
        #expect(try await store.days(in: TraceImporterTests.always).allSatisfy { $0.isComplete != false })
        try await store.close()
        #expect(try await importing(folder).skipped[.alreadyThere] == 3)
        let entries = try ImportLedger(folder: folder.path + "/archive").entries()
        #expect(entries.map(\.rows) == [1_203] && entries.map(\.files) == [3] && entries.map(\.state) == ["whole"])
    }

    @Test func aPageThatIsLostComesBack() async throws {
        let folder = try await filled()
        let file = folder.path + "/archive/pelacak.sqlite"
        let queue = try DatabaseQueue(path: file)
        let root = try #require(
            try await queue.read {
                try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_schema WHERE name = 'chunk'")
            }
        )
        try queue.close()
        var bytes = try folder.bytes(file)
        bytes.replaceSubrange((root - 1) * 4_096..<root * 4_096, with: repeatElement(0, count: 4_096))
        try folder.write(bytes, to: file)
        let rebuilt = try await HistoryStore.rebuild(folder: folder.path + "/archive", realm: .imported)
        #expect(rebuilt.days.map(\.lostChunks) == [15] && rebuilt.days.map(\.lostRows) == [1_203])
        #expect(rebuilt.days.map(\.savedRows) == [0])
        let day = try #require(rebuilt.days.first?.day)
        do {
            let store = try HistoryStore(reading: folder.path + "/archive", realm: .imported)
            #expect(try await store.incompleteDays(in: TraceImporterTests.always) == [day])
            try await store.close()
        }
        let report = try await importing(folder)
        #expect(report.rows == 1_203 && report.mended == 15)
        let store = try HistoryStore(folder: folder.path + "/archive", realm: .imported)
        #expect(try await store.check().rows == 1_203)
        #expect(try await store.incompleteDays(in: TraceImporterTests.always).isEmpty)
    }

    /// Nothing says that a piece is lost: only who asks for all again gets it.
    @Test func allIsReadAgainWhereThatIsAskedFor() async throws {
        let folder = try await filled()
        try change(folder, "DELETE FROM chunk WHERE address = 0x4ca1fc")
        #expect(try await importing(folder).rows == 0)
        #expect(try await importing(folder, isAgain: true).rows == 1_203)
        let store = try HistoryStore(folder: folder.path + "/archive", realm: .imported)
        #expect(try await store.check().rows == 1_203)
    }

    /// A file that no longer has what it had mends nothing.
    @Test func lessThanWasThereIsNotWhole() async throws {
        let folder = try await filled()
        try change(folder, "UPDATE chunk SET data = zeroblob(length(data)) WHERE address = 0x4ca1fb")
        do {
            let store = try HistoryStore(folder: folder.path + "/archive", realm: .imported)
            try await store.repair()
            try await store.close()
        }
        try folder.write("traces/trace_full_4ca1fb.json", TraceImporterTests.trace("4ca1fb", rows: 100))
        let report = try await importing(folder)
        // The folder is another one now, so that all is read; of its five quarters of an hour the first is there again.
        #expect(report.rows == 100 + 802 && report.mended == 1)
        let store = try HistoryStore(folder: folder.path + "/archive", realm: .imported)
        #expect(try await store.check().isolatedCount == 4)
    }
}
