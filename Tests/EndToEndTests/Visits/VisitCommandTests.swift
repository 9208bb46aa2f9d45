import Foundation
import Testing

@testable import pelacak

/// Drafts and scenarios on the command line, typed as a user would.
@Suite(.timeLimit(.minutes(5)))
struct VisitCommandTests {
    /// What set-up makes; without it nothing can be drafted.
    private static let assets: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let path = root.appendingPathComponent("Assets").path
        return FileManager.default.fileExists(atPath: path + "/places.tsv.gz") ? path : nil
    }()

    private static let story = """
        JAKARTA, 18 November 2026 - Presiden Vietnam dijadwalkan tiba di Yakutsk pada Rabu malam waktu setempat (18/11), sebelum \
        menuju Pyongyang. Menurut kantor berita negara, ia tidak akan singgah di Seoul.

        """

    private func draft(_ text: String, _ arguments: String...) throws -> Program.Ended {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(text.utf8).write(to: file)
        let environment = ["PELACAK_ASSETS": Self.assets ?? "/nowhere"]
        return try Program.run(["visit", "draft", file.path] + arguments, environment: environment)
    }

    @Test(
        "a story becomes stops in order with airports and times, each with its words; what is denied is none",
        .enabled(if: assets != nil, "needs Assets/places.tsv.gz, which set-up makes")
    )
    func text() throws {
        let run = try draft(Self.story, "--published", "2026-11-18T20:00+07:00")
        #expect(run.status == 0, "\(run.errors)")
        let stops = run.lines.filter { $0.hasPrefix("stop ") }
        #expect(stops.count == 2 && stops[0].contains("UEEE") && stops[1].contains("ZKPY"), "\(run.lines)")
        #expect(run.lines.contains { $0.hasPrefix("subject  ") && $0.contains("VN") })
        #expect(run.lines.contains { $0.hasPrefix("claim  ") } && run.lines.contains { $0.hasPrefix("  \"") })
        #expect(run.lines.last?.contains("before a person confirms it") == true)
    }

    @Test(
        "JSON has the same, with the bytes of the text that each item rests on",
        .enabled(if: assets != nil, "needs Assets/places.tsv.gz, which set-up makes")
    )
    func json() throws {
        let run = try draft(Self.story, "--published", "2026-11-18T20:00+07:00", "--json")
        let all = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        let stops = try #require(all["stops"] as? [[String: Any]])
        #expect(stops.count == 2 && all["language"] as? String == "id")
        let bytes = Array(Self.story.utf8)
        for stop in stops {
            let span = try #require((stop["spans"] as? [[Int]])?.first)
            let words = String(decoding: bytes[span[0]..<span[1]], as: UTF8.self)
            #expect(try words.contains(#require(stop["place"] as? String)), "\(words)")
        }
    }

    @Test("what cannot be drafted is said, with what to do")
    func nonsense() throws {
        #expect(try Program.run(["visit", "draft", "/none.txt"]).errors.contains("/none.txt cannot be read"))
        let long = try draft(String(repeating: "Hanoi. ", count: 20_000))
        #expect(long.status == 1 && long.errors.contains("at most so many are read"), "\(long.errors)")
        #expect(VisitDraft.offset(of: "2026-11-18T20:00+07:00") == 25_200)
        #expect(VisitDraft.offset(of: "2026-11-18T20:00-0330") == -12_600 && VisitDraft.offset(of: "2026-11-18") == nil)
    }

    @Test("a scenario is written as lines that say they are simulated; the truth goes where it is asked for alone")
    func scenario() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (out, truth) = (folder.path + "/scenario.jsonl", folder.path + "/truth.jsonl")
        let run = try Program.run(["simulate", "visits", "--seed", "7", "--out", out, "--truth", truth])
        #expect(run.status == 0 && run.errors.contains("SIMULATED"), "\(run.errors)")
        let lines = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n")
        #expect(lines.count > 1_000 && lines.allSatisfy { $0.contains("\"simulated\": true") })
        #expect(!lines.contains { $0.contains("\"truth\"") })
        let told = try String(contentsOfFile: truth, encoding: .utf8).split(separator: "\n")
        #expect(told.count == 1 && told[0].contains("\"kind\": \"truth\""))
        let again = try Program.run(["simulate", "visits", "--seed", "7"])
        #expect(again.lines == lines)
    }
}
