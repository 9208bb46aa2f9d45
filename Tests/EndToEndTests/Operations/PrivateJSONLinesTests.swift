import Foundation
import Testing

@testable import pelacak

struct PrivateJSONLinesTests {
    private struct Line: Codable, Hashable {
        var number: Int
    }

    private func with(_ text: String?, largest: Int = 1000, _ body: (PrivateJSONLines<Line>) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
        try body(PrivateJSONLines(path: path, largest: largest))
    }

    @Test("what is read is what was added, in its order; of no file and of an empty one nothing", arguments: [nil, ""])
    func roundTrip(before: String?) throws {
        try with(before) { file in
            #expect(try file.lines().isEmpty)
            for number in 0..<20 { try file.append(Line(number: number)) }
            #expect(try file.lines() == (0..<20).map(Line.init))
        }
    }

    @Test("a file that we make is its owner's alone")
    func mode() throws {
        try with(nil) { file in
            try file.append(Line(number: 1))
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
            #expect((mode as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test(
        "lines that are none of ours are left out, and one that was cut short takes none with it",
        arguments: ["{\"num", "\u{0}\n[]", "{\"number\":\"seven\"}", "{\"number\":", "\n\n"]
    )
    func strange(_ text: String) throws {
        try with("{\"number\":1}\n" + text) { file in
            try file.append(Line(number: 2))
            #expect(try file.lines() == [Line(number: 1), Line(number: 2)])
        }
    }

    @Test("no more than so many bytes are read")
    func bound() throws {
        let text = String(repeating: "{\"number\":1}\n", count: 10)
        try with(text, largest: text.utf8.count) { file in
            let lines = try file.lines()
            #expect(lines.count == 10)
        }
        try with(text, largest: text.utf8.count - 1) { file in
            #expect(throws: PrivateJSONLinesError.tooLarge(bytes: file.largest)) { try file.lines() }
        }
    }

    @Test("a folder is no such file, and cannot be added to")
    func folder() throws {
        let file = PrivateJSONLines<Line>(path: FileManager.default.temporaryDirectory.path, largest: 1000)
        #expect(throws: PrivateJSONLinesError.unreadable) { try file.lines() }
        #expect(throws: PrivateJSONLinesError.unwritable) { try file.append(Line(number: 1)) }
    }
}
