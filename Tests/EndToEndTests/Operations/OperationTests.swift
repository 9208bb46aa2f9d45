import Foundation
import Testing

@Suite(.timeLimit(.minutes(10)))
struct OperationTests {
    @Test("a token made, used and revoked while the site serves")
    func tokens() async throws {
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=5", "--read", "token"])
        defer { _ = program.stop() }
        let data = ["--data", program.folder.path]
        let made = try Program.run(["token", "new", "dashboard", "--scope", "read"] + data)
        let token = String(try #require(made.lines.first))
        #expect(made.status == 0 && token.hasPrefix("plk_") && made.lines.count == 1)
        let header = ["Authorization": "Bearer \(token)"]
        #expect(try await program.request("GET", "/api/v1/site").status == 401)
        #expect(try await program.request("GET", "/api/v1/site", headers: header).status == 200)
        #expect(
            try await program.request("GET", "/api/v1/site", headers: ["Authorization": "Bearer \(token)x"]).status
                == 401
        )
        let body = #"{"name": "x", "address": "127.0.0.1:9", "format": "beast"}"#
        #expect(try await program.request("POST", "/api/v1/sources", body: body, headers: header).status == 403)
        let list = try Program.run(["token", "list"] + data)
        let text = String(decoding: list.output, as: UTF8.self)
        #expect(text.contains("dashboard") && text.contains("read") && !text.contains(token.suffix(20)))
        #expect(text.firstMatch(of: /\d{4}-\d\d-\d\dT[\d:]+Z +\d{4}-\d\d-\d\d/) != nil, "\(text)")
        #expect(try Program.run(["token", "revoke", "dashboard"] + data).status == 0)
        #expect(try await program.request("GET", "/api/v1/site", headers: header).status == 401)
        #expect(try Program.run(["token", "revoke", "dashboard"] + data).status == 1)
        #expect(try Program.run(["token", "new", "a", "--scope", "all"] + data).status == 2)
        #expect(try Program.run(["token", "new", "a\nb"] + data).status == 2)
        try Data("{".utf8).write(to: program.folder.appendingPathComponent("tokens.json"))
        let damaged = try Program.run(["token", "list"] + data)
        #expect(
            damaged.status == 1 && damaged.errors.contains("are damaged")
                && damaged.errors.contains("pelacak token new NAME")
        )
        #expect(!program.log.contains(token))
    }

    @Test("other sites' scripts may read once the configuration names them")
    func cors() async throws {
        let program = try Program(
            serving: ["--source", "simulate:traffic?aircraft=5"],
            configuration: "cors: [\"https://Map.example:443\", \"http://localhost:3000\"]"
        )
        defer { _ = program.stop() }
        for (origin, line) in [
            ("https://map.example", "access-control-allow-origin: https://map.example\r\n"),
            ("http://localhost:3000", "access-control-allow-origin: http://localhost:3000\r\n"),
            ("https://other.example", ""),
        ] {
            let peer = try await Peer.connect(
                program.port,
                saying: "GET /api/v1/site HTTP/1.1\r\nHost: localhost\r\nOrigin: \(origin)\r\n\r\n"
            )
            let answer = await peer.text(until: "\r\n\r\n").lowercased()
            #expect(answer.hasPrefix("http/1.1 200") && answer.contains("vary:"))
            #expect(line.isEmpty ? !answer.contains("access-control") : answer.contains(line), "\(answer)")
            try await peer.close()
        }
    }

    @Test("alive, ready and counted")
    func health() async throws {
        let program = try Program(serving: [
            "--source", "simulate:traffic?aircraft=5", "--sink", "beast+listen://127.0.0.1:0",
        ])
        defer { _ = program.stop() }
        #expect(try await program.json("/readyz") { $0["ready"] as? Bool == true }["ready"] as? Bool == true)
        #expect(try await program.request("GET", "/healthz").status == 200)
        let metrics = try await program.request("GET", "/metrics")
        let text = String(decoding: metrics.body, as: UTF8.self)
        #expect(
            text.contains(#"pelacak_sky_info{provenance="#)
                && text.contains(#"pelacak_sink_clients{sink="beast+listen port 0",format="beast"} 0"#)
        )
        #expect(
            text.contains(#"pelacak_feed_frames_total{source="simulate:traffic?aircraft=5",format="simulated",kind="#)
        )
    }

    @Test("keys and places are neither in the list of processes nor in the log, wherever they are written")
    func secrets() async throws {
        let secret = "hunter2hunter2"
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString).list")
        try Data("# sources\n\nbeast+tcp://127.0.0.1:9?name=filed&at=51.503125,4.25\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let program = try Program(
            serving: [
                "--source", "beast+tcp://127.0.0.1:9?name=plain&at=52.125125,5.25,20", "--source", "@\(file.path)",
                "--receiver", "53.503125,6.75",
                "--log-format", "json", "--log-level", "trace",
            ],
            environment: ["PELACAK_TOKEN": secret]
        )
        defer { _ = program.stop() }
        let line = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(program.identifier)/cmdline"))
        let shown = String(decoding: line, as: UTF8.self)
        #expect(shown.contains("serve\u{0}") && shown.contains("name=plain&at=***"), "\(shown)")
        #expect(!shown.contains("52.125125") && !shown.contains("53.503125"))
        let header = ["Authorization": "Bearer \(secret)"]
        let body = #"{"name": "made", "specification": "beast+tcp://127.0.0.1:9?at=54.503125,7.753125"}"#
        #expect(try await program.request("POST", "/api/v1/sources", body: body, headers: header).status == 201)
        #expect(try await program.request("POST", "/api/v1/session", body: #"{"token": "\#(secret)"}"#).status == 200)
        #expect(
            try await program.request("POST", "/api/v1/session", body: #"{"token": "wrong-\#(secret)"}"#).status == 401
        )
        let sources = try await program.json("/api/v1/sources")
        #expect(sources.sourceNames == ["plain", "filed", "made"])
        await program.signal(SIGHUP, until: "again")
        let metrics = String(decoding: try await program.request("GET", "/metrics").body, as: UTF8.self)
        for text in [program.log, metrics] {
            for word in [secret, "52.125125", "53.503125", "54.503125", "51.503125", "7.753125"] {
                #expect(!text.contains(word), "\(word)")
            }
        }
        for line in program.log.split(separator: "\n") {
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                "\(line)"
            )
            #expect(object["time"] != nil && object["level"] != nil && object["message"] != nil)
        }
    }

    @Test(
        "flags for a site that others use are told when they cannot be meant",
        arguments: [
            (["--read", "all"], "write public or token"), (["--tls-certificate", "x"], "TLS needs both"),
            (["--trusted-proxy", "nginx"], "trusted-proxy nginx"),
            (["--cors", "example.org"], "write an origin such as https://example.org"),
            (["--cors", "*", "--cors", "https://a.example"], "* alone"),
            (["--cors", "*", "--read", "token"], "they could read nothing"),
            (["--metrics", "x"], "write token or public"), (["--log-level", "debgu"], "did you mean \"debug\"?"),
            (["--log-format", "xml"], "write text or json"),
        ]
    )
    func wrongFlags(flags: [String], word: String) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-\(UUID().uuidString)"
        let run = try Program.run(["serve", "--data", folder] + flags)
        #expect(run.status == 2 && run.errors.contains(word), "\(run.errors)")
    }

    @Test("a certificate that is not there is one line")
    func noCertificate() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let run = try Program.run([
            "serve", "--listen", "127.0.0.1:0", "--data", folder, "--source", "simulate:traffic?aircraft=5",
            "--tls-certificate", "/none.pem", "--tls-key",
            "/none.key", "--quiet",
        ])
        #expect(run.status == 1 && run.errors.contains("cannot use /none.pem for TLS"), "\(run.errors)")
    }
}
