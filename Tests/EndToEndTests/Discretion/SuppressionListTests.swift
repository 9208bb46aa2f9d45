import Aero
import Foundation
import Testing

@testable import pelacak

struct SuppressionListTests {
    private static func withList<Value>(_ text: String?, _ body: (SuppressionList) throws -> Value) throws -> Value {
        try TokenFileTests.withFolder { folder in
            let list = SuppressionList(path: folder + "/suppress.csv")
            if let text { try Data(text.utf8).write(to: URL(fileURLWithPath: list.path)) }
            return try body(list)
        }
    }

    private static let entry = SuppressionAudit.Entry(who: "desk", why: "request 12", when: "2026-11-26T06:00:00Z")

    @Test("lines say which aircraft, how, from when to when, and why")
    func lines() throws {
        let text = """
            \u{FEFF}address,mode,from,to,reason\r
            # of November\r
            3c6444,public,2026-11-01,,takedown\r
            \r
            A1B2C3,flag,,,ladd\r
            ~2a00f3, everywhere ,2026-11-01T12:00:00Z,2026-12-01,correction
            """
        try Self.withList(text) { list in
            let rules = try list.read()
            #expect(
                rules.map(SuppressionList.line) == [
                    "3c6444,public,2026-11-01T00:00:00Z,,takedown", "a1b2c3,flag,,,ladd",
                    "~2a00f3,everywhere,2026-11-01T12:00:00Z,2026-12-01T00:00:00Z,correction",
                ]
            )
        }
    }

    @Test(
        "one wrong line spoils the list, which is named with its number",
        arguments: [
            ("3c644,public,,,ladd", "no address"), ("3c6444,hide,,,ladd", "the mode is"),
            ("3c6444,public,,,because", "the reason is"), ("3c6444,public,,ladd", "five fields"),
            ("3c6444,public,x,,ladd", "no time"), ("3c6444,public,2026-12-01,2026-11-01,ladd", "ends before"),
            ("3c6444,public,,,ladd,more", "five fields"), ("3c6444,embargo,,,visit", "an embargo ends"),
            ("\u{0}", "five fields"),
        ]
    )
    func wrong(line: String, words: String) throws {
        try Self.withList("a1b2c3,public,,,ladd\n\(line)\n") { list in
            let error = #expect(throws: SuppressionListError.self) { try list.read() }
            #expect(error?.description.contains("line 2") == true && error?.description.contains(words) == true)
        }
    }

    @Test("adding and removing leave the other lines as they stand, and each is written down")
    func changes() throws {
        try Self.withList("# kept\na1b2c3,flag,,,ladd\n") { list in
            let address = AircraftAddress(icao: 0x3C_6444)
            try list.add(SuppressionRule(address, .public, reason: .takedown), Self.entry)
            #expect(
                try String(contentsOfFile: list.path, encoding: .utf8).hasPrefix("# kept\na1b2c3,flag,,,ladd\n3c6444,")
            )
            #expect(try list.remove(address, Self.entry) == 1)
            #expect(try list.remove(AircraftAddress(icao: 1), Self.entry) == 0)
            #expect(try String(contentsOfFile: list.path, encoding: .utf8) == "# kept\na1b2c3,flag,,,ladd\n")
            let audit = try String(contentsOfFile: list.path + ".audit.jsonl", encoding: .utf8)
            let lines = audit.split(separator: "\n")
            #expect(lines.count == 3 && lines[0].contains(#""action":"add""#) && lines[0].contains("request 12"))
            #expect(lines[0].contains("desk") && lines[0].contains("2026-11-26") && lines[1].contains("3c6444,public"))
            let mode = try FileManager.default.attributesOfItem(atPath: list.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test("a list with an error is not changed")
    func spoilt() throws {
        try Self.withList("nonsense\n") { list in
            let rule = SuppressionRule(AircraftAddress(icao: 1), .public, reason: .pia)
            #expect(throws: SuppressionListError.self) { try list.add(rule, Self.entry) }
            let text = try String(contentsOfFile: list.path, encoding: .utf8)
            #expect(text == "nonsense\n")
        }
    }

    @Test("random bytes never trap", arguments: 0..<50)
    func hostile(seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        let bytes = (0..<2000).map { _ -> UInt8 in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return [44, 10, 13, 48, 97, UInt8(truncatingIfNeeded: state >> 8)][Int(state % 6)]
        }
        _ = try? SuppressionList.parse(String(decoding: bytes, as: UTF8.self), path: "x")
    }
}
