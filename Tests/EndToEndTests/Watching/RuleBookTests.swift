import Aero
import Foundation
import Testing
import Watch

@testable import pelacak

struct RuleBookTests {
    private static func folder() throws -> String {
        let path = NSTemporaryDirectory() + "rules-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    private static func rule(_ id: String, version: Int = 1) throws -> WatchRule {
        let text = "{\"name\":\"n\",\"version\":\(version),\"where\":{\"A\":{}},\"when\":{\"takeoff\":{}}}"
        return try WatchRule(RuleValue(json: text.utf8), id: id)
    }

    @Test("versions stay, the one at work is read, removing keeps them")
    func versions() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let book = RuleBook(dataFolder: folder)
        #expect(book.entries().entries.isEmpty)
        try book.write(Self.rule("a"), isEnabled: true, by: "desk", at: Timestamp(seconds: 10))
        try book.write(Self.rule("a", version: 2), isEnabled: true, by: "desk", at: Timestamp(seconds: 20))
        let entry = try #require(book.entries().entries.first)
        #expect(entry.rule.version == 2 && entry.made == Timestamp(seconds: 20) && entry.isEnabled)
        try book.setEnabled(false, "a")
        #expect(book.entries().entries.first?.isEnabled == false)
        try book.remove("a")
        #expect(book.entries().entries.isEmpty && book.lastVersion("a") == 2)
        #expect(FileManager.default.fileExists(atPath: folder + "/watches/rules/a/1.json"))
    }

    @Test("rules written by hand are read, and what is wrong is told with its file and line")
    func byHand() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/watches"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try "name: n\nwhere: { A: {} }\nwhen: { takeoff: {} }\n".write(
            toFile: path + "/Good one.yaml",
            atomically: true,
            encoding: .utf8
        )
        try "name: n\nwhere: { A: {} }\nwhen: { flies: {} }\n".write(
            toFile: path + "/bad.yaml",
            atomically: true,
            encoding: .utf8
        )
        let (entries, troubles) = RuleBook(dataFolder: folder).entries()
        #expect(entries.map(\.rule.id) == ["good-one"] && entries.allSatisfy(\.isByHand))
        #expect(troubles.count == 1 && troubles[0].hasPrefix("bad.yaml: line 3"))
    }

    @Test("ids", arguments: [("Heard again!", "heard-again"), ("…", "watch"), ("A--b", "a-b"), ("../x", "x")])
    func ids(name: String, id: String) { #expect(RuleBook.id(name) == id) }
}
