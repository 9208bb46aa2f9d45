import Foundation
import TestServers
import Testing

@testable import pelacak

@Suite(.timeLimit(.minutes(5)))
struct OutletCommandTests {
    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pelacak-outlet-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test("an outlet is added from a file of its secret, listed without it, tried and removed")
    func life() async throws {
        try await ImitatedServer.with { _, _ in
            .json(#"{"ok":true}"#)
        } _: { server in
            let folder = try Self.folder()
            defer { try? FileManager.default.removeItem(at: folder) }
            let text = "outbound-allow: [\"127.0.0.1:\(server.port)\"]\n"
            try Data(text.utf8).write(to: folder.appendingPathComponent("pelacak.yaml"))
            try Data("12345:abcdefghijklmnop\n".utf8).write(to: folder.appendingPathComponent("token"))
            func run(_ words: String...) throws -> Program.Ended {
                // A proxy of the environment is not used: nobody listens there.
                try Program.run(
                    ["outlet"] + words + ["--data", folder.path],
                    environment: ["HTTP_PROXY": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"]
                )
            }
            let added = try run(
                "add",
                "desk",
                "telegram",
                "chat=-100123",
                "token=@\(folder.path)/token",
                "server=http://127.0.0.1:\(server.port)"
            )
            #expect(added.status == 0, "\(added.errors)")
            let list = try run("list")
            let shown = String(decoding: list.output, as: UTF8.self)
            #expect(
                shown.contains("desk (telegram)") && shown.contains("token=…mnop")
                    && !shown.contains("abcdefghijklmnop")
            )
            let trial = try run("test", "desk")
            #expect(trial.status == 0, "\(trial.errors)")
            #expect(server.memory.lines == ["POST /bot12345:abcdefghijklmnop/sendMessage"])
            #expect(server.memory.requests.first?.body.contains("Test message") == true)
            #expect(try run("add", "desk", "slack", "url=https://hooks.example.org/x").status == 1)
            #expect(try run("remove", "desk").status == 0)
            #expect(try run("test", "desk").status == 1)
        }
    }

    @Test(
        "what cannot be meant is said so, with status 2, and no secret is repeated",
        arguments: [
            ["add", "x", "telegran"], ["add", "x", "telegram"],
            ["add", "x", "slack", "url=http://geheim.example.org/geheim"],
            ["add", "x", "webhook", "url=https://127.0.0.1/geheim", "secret=geheim"],
            ["add", "x", "command", "program=/bin/sh"],
        ]
    )
    func refused(words: [String]) throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let ended = try Program.run(["outlet"] + words + ["--data", folder.path])
        #expect(ended.status == 2)
        #expect(!ended.errors.contains("geheim"))
    }
}
