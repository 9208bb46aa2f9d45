import Foundation
import Testing

@testable import pelacak

struct PublishingTests {
    private func decide(_ folder: URL, _ more: String...) throws -> Program.Ended {
        try Program.run(["publishing", "decide", "--data", folder.path] + more)
    }

    @Test(
        "answers are written down, each that calls for care says what helps, and the site tells the day and nothing else"
    )
    func decisions() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let careful = try decide(
            folder,
            "--conflict",
            "no",
            "--medical",
            "no",
            "--after-landing",
            "yes",
            "--why",
            "nothing of it",
            "--by",
            "desk"
        )
        #expect(careful.status == 0 && careful.output.isEmpty, "\(careful.errors)")
        let careless = try decide(
            folder,
            "--conflict",
            "yes",
            "--medical",
            "yes",
            "--after-landing",
            "no",
            "--why",
            "a secret reason",
            "--by",
            "desk",
            "--subject",
            "visit of December"
        )
        let advice = String(decoding: careless.output, as: UTF8.self)
        #expect(careless.status == 0)
        for word in ["public-delay", "suppress add", "embargo"] { #expect(advice.contains(word)) }
        let shown = try Program.run(["publishing", "show", "--data", folder.path])
        let lines = String(decoding: shown.output, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("site\tconflict=no medical=no after-landing=yes\tdesk\tnothing of it") == true)
        #expect(lines.last?.contains("visit of December\tconflict=yes medical=yes after-landing=no") == true)
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/publishing.jsonl")[
            .posixPermissions
        ]
        #expect((mode as? NSNumber)?.intValue == 0o600)

        let program = try Program(
            serving: ["--source", "simulate:traffic?aircraft=3", "--contact", "others@example.org"],
            data: folder
        )
        defer { _ = program.stop() }
        let answer = try await program.request("GET", "/api/v1/site", headers: ["X-Forwarded-For": "192.0.2.9"])
        let told = String(decoding: answer.body, as: UTF8.self)
        #expect(told.contains("\"considered\":\"\(TimeText.iso(TimeText.now).prefix(10))\""))
        #expect(told.contains("\"contact\":\"others@example.org\""))
        #expect(!told.contains("secret") && !told.contains("desk") && !told.contains("December"))
    }

    @Test(
        "what is not answered is not written down",
        arguments: ["--conflict", "--medical", "--after-landing", "--why"]
    )
    func unanswered(missing: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let all = ["--conflict": "no", "--medical": "no", "--after-landing": "yes", "--why": "text"]
        let given = all.filter { $0.key != missing }.flatMap { [$0.key, $0.value] }
        let ended = try Program.run(["publishing", "decide", "--data", folder.path] + given)
        #expect(ended.status != 0 && ended.errors.contains(missing))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/publishing.jsonl"))
    }

    @Test(
        "where nothing was decided yet nothing is shown, be the record there and empty, or not there",
        arguments: [true, false]
    )
    func nothingDecided(isThere: Bool) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if isThere { try Data().write(to: folder.appendingPathComponent("publishing.jsonl")) }
        let shown = try Program.run(["publishing", "show", "--data", folder.path])
        #expect(shown.status == 0 && shown.output.isEmpty, "\(shown.errors)")
    }
}
