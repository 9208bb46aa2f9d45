import Aero
import Foundation
import GRDB
import Testing
import Tracking

@testable import Store

/// A number of a row that is damaged does not keep the new file from being written to.
struct RowNumberTests {
    private func isWritable(_ folder: TemporaryFolder) async throws {
        let store = try HistoryStore(folder: folder.path, realm: .imported)
        try await store.append(Samples.batch([Samples.numbered(1)]))
        try await store.seal()
        _ = try await store.receiverNumber(of: "a new one")
        #expect(try await store.check().isWhole)
        #expect(try await store.everything().observations.count == 1)
        try await store.close()
    }

    private func change(_ folder: TemporaryFolder, _ sql: String...) throws {
        let queue = try DatabaseQueue(path: RebuildTests.file(folder))
        for statement in sql { try queue.writeWithoutTransaction { try $0.execute(sql: statement) } }
        try queue.close()
    }

    /// The last chunk with a number that cannot be followed by another.
    private static let numbered = """
        UPDATE chunk SET id = 9223372036854775806 WHERE id = (SELECT max(id) FROM chunk)
        """

    @Test(arguments: [Int64.max, .max - 1, .min, -1])
    func aDamagedSequenceIsCountedAnew(last: Int64) async throws {
        let folder = try await RebuildTests.archive()
        let before = try RebuildTests.contents(folder)["chunk"]
        try change(folder, "UPDATE sqlite_sequence SET seq = \(last)")
        _ = try await RebuildTests.rebuild(folder)
        #expect(try RebuildTests.contents(folder)["chunk"] == before)
        try await isWritable(folder)
    }

    @Test func aRowWithADamagedNumberIsLost() async throws {
        let folder = try await RebuildTests.archive()
        let before = try #require(try RebuildTests.contents(folder)["chunk"])
        try change(folder, Self.numbered, "UPDATE sqlite_sequence SET seq = 200 WHERE name = 'chunk'")
        let report = try await RebuildTests.rebuild(folder)
        #expect(report.tables.first { $0.name == "chunk" }?.saved == before.count - 1)
        try await isWritable(folder)
    }

    @Test func anEntryOfAnIndexWithADamagedNumberIsLost() async throws {
        let folder = try await RebuildTests.archive()
        try change(folder, Self.numbered, "UPDATE sqlite_sequence SET seq = 200 WHERE name = 'chunk'")
        let root = try #require(try RebuildTests.root(of: "chunk", folder))
        let bytes = try folder.bytes(RebuildTests.file(folder))
        // The page of the last rows: the right-most pointer of the root.
        let place = (root - 1) * 4_096 + 8
        let last = bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
        try RebuildTests.damage(last, folder) { $0 = [UInt8](repeating: 0, count: 4_096) }
        _ = try await RebuildTests.rebuild(folder)
        try await isWritable(folder)
    }
}
