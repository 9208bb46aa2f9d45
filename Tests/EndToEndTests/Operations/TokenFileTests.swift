import Foundation
import Logging
import Site
import Synchronization
import Testing

@testable import pelacak

struct TokenFileTests {
    /// A folder that goes away.
    static func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-tokens-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    @Test("a token is found by its text, kept as a salted digest, and gone when it is revoked")
    func life() throws {
        try Self.withFolder { folder in
            let file = TokenFile(folder: folder)
            let book = FileTokenBook(folder: folder, logger: Logger(label: "test"), today: { "2026-11-25" })
            #expect(book.holder(of: "plk_00000000_0000000000000000000000000000") == nil)
            let text = try file.add(name: "laptop", scope: .write, made: "2026-11-25T12:00:00Z")
            let other = try file.add(name: "dashboard", scope: .read, made: "2026-11-25T12:00:00Z")
            #expect(text.wholeMatch(of: /plk_[0-9a-hjkmnp-tv-z]{8}_[0-9a-hjkmnp-tv-z]{28}/) != nil, "\(text)")
            #expect(book.holder(of: text)?.name == "laptop" && book.holder(of: text)?.scope == .write)
            #expect(book.holder(of: other)?.scope == .read)
            let kept = try String(contentsOfFile: file.path, encoding: .utf8)
            let secret = try #require(text.split(separator: "_").last)
            #expect(!kept.contains(secret) && kept.contains("laptop"))
            #expect(try Set(file.read().map(\.salt)).count == 2)
            #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
            for wrong in [
                String(text.dropLast()), text + "0", text.uppercased(), "plk_", "", String(text.dropLast()) + "!",
            ] {
                #expect(book.holder(of: wrong) == nil, "\(wrong)")
            }
            let id = try #require(book.holder(of: text)?.id)
            try file.remove(name: "laptop")
            #expect(book.holder(of: text) == nil && book.holder(id: id) == nil)
            #expect(!book.hasWriters && book.holder(of: other) != nil)
            #expect(TokenUses(folder: folder).read().values.allSatisfy { $0 == "2026-11-25" })
        }
    }

    @Test("names are told apart, bounded and plain")
    func names() throws {
        try Self.withFolder { folder in
            let file = TokenFile(folder: folder)
            _ = try file.add(name: "a", scope: .read, made: "")
            #expect(throws: TokenFileError.nameTaken("a")) { try file.add(name: "a", scope: .write, made: "") }
            #expect(throws: TokenFileError.unknownName("b")) { try file.remove(name: "b") }
            for name in ["", " a", "a\u{7}", String(repeating: "x", count: 65), "a\nb", "a\u{200D}"] {
                #expect(!TokenRecord.isName(name))
            }
            for index in 1..<TokenFile.capacity { _ = try file.add(name: "t\(index)", scope: .read, made: "") }
            #expect(throws: TokenFileError.full(limit: 256)) { try file.add(name: "one more", scope: .read, made: "") }
        }
    }

    @Test(
        "a damaged file lets nobody in and says what to do",
        arguments: [
            "", "{", "[]", #"{"version":2,"tokens":[]}"#, #"{"version":1}"#, #"{"version":1,"tokens":[{"id":"x"}]}"#,
            #"{"version":1,"tokens":[{"id":"00000000","name":"a","scope":"all","salt":"00","digest":"00","made":""}]}"#,
            String(repeating: " ", count: 300_000),
        ]
    )
    func damaged(content: String) throws {
        try Self.withFolder { folder in
            let file = TokenFile(folder: folder)
            let book = FileTokenBook(
                folder: folder,
                logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
            )
            let text = try file.add(name: "a", scope: .write, made: "")
            #expect(book.holder(of: text) != nil)
            try Data(content.utf8).write(to: URL(fileURLWithPath: file.path))
            #expect(book.holder(of: text) == nil)
            let error = #expect(throws: TokenFileError.self) { try file.read() }
            #expect(error?.description.contains("pelacak token new NAME") == true)
            #expect(error?.description.contains("\n") == false)
            // Nothing of a damaged file is written over.
            #expect(throws: TokenFileError.self) { try file.add(name: "b", scope: .read, made: "") }
            #expect(try String(contentsOfFile: file.path, encoding: .utf8) == content)
            try FileManager.default.removeItem(atPath: file.path)
            #expect(book.problem == nil)
        }
    }

    @Test("fifty tokens made at once are fifty tokens")
    func atOnce() async throws {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-tokens-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        await withTaskGroup(of: Void.self) { group in
            for index in 0..<50 {
                group.addTask { _ = try? TokenFile(folder: folder).add(name: "t\(index)", scope: .read, made: "") }
            }
        }
        #expect(try TokenFile(folder: folder).read().count == 50)
    }

    @Test("a token once used is not written down again on the same day")
    func uses() throws {
        try Self.withFolder { folder in
            let day = Mutex("2026-11-25")
            let text = try TokenFile(folder: folder).add(name: "a", scope: .read, made: "")
            let book = FileTokenBook(folder: folder, logger: Logger(label: "test"), today: { day.withLock { $0 } })
            _ = book.holder(of: text)
            let uses = TokenUses(folder: folder)
            #expect(Array(uses.read().values) == ["2026-11-25"])
            try FileManager.default.removeItem(atPath: uses.path)
            _ = book.holder(of: text)
            #expect(uses.read().isEmpty)
            day.withLock { $0 = "2026-11-26" }
            _ = book.holder(of: text)
            #expect(Array(uses.read().values) == ["2026-11-26"])
        }
    }
}
