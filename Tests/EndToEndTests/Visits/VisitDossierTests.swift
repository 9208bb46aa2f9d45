import Foundation
import Testing

@testable import pelacak

/// From a pasted report to a file for others, over HTTP and on the command line, on the built program.
@Suite(.timeLimit(.minutes(5)))
struct VisitDossierTests {
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

    private static let serving = ["--source", "simulate:state-visit?pace=max"]

    private func ask(
        _ program: Program,
        _ method: String,
        _ path: String,
        _ body: [String: Any]
    ) async throws
        -> [String: Any]
    {
        let text = String(decoding: try JSONSerialization.data(withJSONObject: body), as: UTF8.self)
        let answer = try await program.request(method, "/api/v1/visits" + path, body: text)
        #expect((200...201).contains(answer.status), "\(path): \(String(decoding: answer.body, as: UTF8.self))")
        return try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])
    }

    @Test(
        "pasted, drafted, confirmed, exported; a program that is killed has lost nothing that it acknowledged",
        .enabled(if: assets != nil, "needs Assets/places.tsv.gz, which set-up makes")
    )
    func wholeWay() async throws {
        let environment = ["PELACAK_ASSETS": Self.assets ?? ""]
        let first = try Program(serving: Self.serving, environment: environment)
        _ = try await first.json("/api/v1/places?q=Yakutsk") { ($0["places"] as? [Any])?.isEmpty == false }
        var visit = try await ask(first, "POST", "", ["text": Self.story, "published": "2026-11-18T20:00+07:00"])
        let id = try #require(visit["id"] as? String)
        #expect((visit["stops"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == ["Yakutsk", "Pyongyang"])
        visit = try await ask(first, "POST", "/\(id)/changes", ["after": 1, "act": ["kind": "confirmAll"]])
        visit = try await ask(
            first,
            "POST",
            "/\(id)/changes",
            ["after": 2, "act": ["kind": "setStatus", "status": "confirmed"]]
        )
        first.kill()
        let second = try Program(serving: Self.serving, environment: environment, data: first.folder)
        defer { second.stop() }
        _ = try await second.json("/api/v1/places?q=Yakutsk") { ($0["places"] as? [Any])?.isEmpty == false }
        let again = try await second.json("/api/v1/visits/\(id)")
        #expect(again["version"] as? Int == 3 && again["status"] as? String == "confirmed")
        #expect(NSDictionary(dictionary: again) == NSDictionary(dictionary: visit))
        for format in ["json", "geojson", "csv"] {
            let file = try await second.request("GET", "/api/v1/visits/\(id)/export?format=\(format)")
            let text = String(decoding: file.body, as: UTF8.self)
            #expect(file.status == 200 && text.contains("UEEE") && text.contains("Yakutsk"), "\(format)")
            #expect(!text.contains(Self.story) && !text.contains("this machine"), "\(format)")
        }
        // The command line sees the same beside the running server, and adds to it.
        let data = ["--data", first.folder.path]
        let listed = try Program.run(["visit", "list"] + data, environment: environment)
        #expect(listed.status == 0 && listed.lines.contains { $0.hasPrefix(id) && $0.contains("confirmed") })
        let shown = try Program.run(["visit", "show", id, "--json"] + data, environment: environment)
        let told = try JSONSerialization.jsonObject(with: shown.output) as? [String: Any]
        // Alerts are the running server's to tell; a command reads the visit alone.
        let ofVisit = again.filter { !["alerts", "alertsNotice", "moreAlerts", "assumptions"].contains($0.key) }
        let assumptions = (again["assumptions"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
        let toldOnes = (told?["assumptions"] as? [[String: Any]])?.compactMap { $0["id"] as? String } ?? []
        #expect(!toldOnes.isEmpty && Set(toldOnes).isSubset(of: assumptions))
        let rest = (told ?? [:]).filter { $0.key != "assumptions" }
        #expect(NSDictionary(dictionary: rest) == NSDictionary(dictionary: ofVisit))
        let note = first.folder.appendingPathComponent("note.txt")
        try Data("Ask again tomorrow.".utf8).write(to: note)
        let added = try Program.run(
            ["visit", "add", note.path, "--kind", "note", "--to", id] + data,
            environment: environment
        )
        #expect(added.status == 0 && added.lines.first.map(String.init) == id, "\(added.errors)")
        let reports = try await second.json("/api/v1/visits/\(id)")["reports"] as? [[String: Any]]
        #expect(reports?.count == 2 && reports?.last?["kind"] as? String == "note")
        let csv = try Program.run(["visit", "export", id, "--format", "csv"] + data, environment: environment)
        #expect(csv.status == 0 && csv.lines.first?.hasPrefix("visit,record,number") == true)
        let lines = try Program.run(["visit", "show", id, "--lang", "id"] + data, environment: environment).lines
        #expect(lines.contains { $0.hasPrefix("stop 1  Yakutsk") && $0.contains("UEEE") })
    }

    @Test("what is not there or cannot be meant is said in one line")
    func nonsense() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = ["--data", folder.path]
        #expect(try Program.run(["visit", "list"] + data).errors.contains("no visit is kept yet"))
        #expect(try Program.run(["visit", "add", "/none.txt"] + data).errors.contains("/none.txt cannot be read"))
        #expect(try Program.run(["visit", "add", "x", "--kind", "poem"] + data).status == 2)
        #expect(try Program.run(["visit", "show", "x", "--lang", "ru"] + data).status != 0)
    }
}
