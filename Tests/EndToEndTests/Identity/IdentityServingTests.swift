import Foundation
import Testing

/// A running server takes up what a command brings in.
@Suite(.timeLimit(.minutes(10)))
struct IdentityServingTests {
    @Test("lists come and go while the server runs, and are claims wherever they are shown")
    func takenUp() async throws {
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=6"])
        defer { program.stop() }
        let list = try await program.json("/api/v1/aircraft") { (($0["aircraft"] as? [Any])?.count ?? 0) >= 3 }
        let aircraft = try #require(list["aircraft"] as? [[String: Any]])
        let hex = try #require(aircraft.first?["hex"] as? String)
        let before = try await program.json("/api/v1/identity/\(hex)")
        #expect((before["sources"] as? [Any])?.isEmpty == true)
        let file = program.folder.appendingPathComponent("made.csv")
        try Data("\(hex);PK-MDE;ZZZZ;1000;BOEING 737-800;;Made Airlines\n".utf8).write(to: file)
        let run = try Program.run([
            "identity", "import", "tar1090-db", file.path, "--yes", "--data", program.folder.path,
        ])
        #expect(run.status == 0, "\(run.errors)")
        // Without being told.
        let one = try await program.json("/api/v1/aircraft/\(hex)") { $0["type"] != nil }
        let registration = try #require(one["type"] as? [String: Any])
        #expect(registration["known"] as? String == "claimed" && registration["source"] as? String == "tar1090-db")
        let found = try await program.json("/v2/type/ZZZZ") { ($0["total"] as? Int) == 1 }
        let row = try #require((found["ac"] as? [[String: Any]])?.first)
        #expect(row["hex"] as? String == hex && row["t"] as? String == "ZZZZ")
        #expect(row["dbFlags"] as? Int == 1 && row["desc"] as? String == "BOEING 737-800")
        let held = try await program.json("/api/v1/identity/\(hex)")
        #expect((held["facts"] as? [[String: Any]])?.contains { $0["value"] as? String == "PK-MDE" } == true)
        #expect((held["heard"] as? [String: Any])?["realm"] as? String == "simulated")
        // tar1090's file, which lists all that is held beside the address.
        let name = hex.prefix(4).uppercased()
        let entries = try await program.json("/db2/\(name).js")
        #expect((entries[hex.suffix(2).uppercased()] as? [String])?[1] == "ZZZZ", "\(entries)")
        #expect(program.log.contains("who is who: 1 aircraft"))
        let undone = try Program.run(["identity", "undo", "1", "--data", program.folder.path])
        #expect(undone.status == 0, "\(undone.errors)")
        await program.signal(SIGHUP, until: "who is who: 0 aircraft")
        let after = try await program.json("/api/v1/aircraft/\(hex)")
        #expect(after["type"] == nil)
    }

    @Test(
        "an aircraft that an imported list calls limited is kept from strangers until the list lets it go, unless marked only"
    )
    func limitedDisplay() async throws {
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=6"])
        defer { program.stop() }
        let list = try await program.json("/api/v1/aircraft") { (($0["aircraft"] as? [Any])?.count ?? 0) >= 3 }
        let aircraft = try #require(list["aircraft"] as? [[String: Any]])
        let hex = try #require(aircraft.first?["hex"] as? String)
        func stranger(_ path: String) async throws -> String {
            let answer = try await program.request("GET", path, headers: ["X-Forwarded-For": "192.0.2.9"])
            return String(decoding: answer.body, as: UTF8.self)
        }
        /// Within a second it holds for what is in caches too; all tests run at once.
        func becomes(_ path: String, _ fits: (String) -> Bool) async throws -> Bool {
            let end = ContinuousClock.now + .seconds(180)
            repeat {
                if fits(try await stranger(path)) { return true }
                _ = try await program.firstBytes("/api/v1/live", count: 24)
            } while ContinuousClock.now < end
            return false
        }
        #expect(try await becomes("/api/v1/aircraft") { $0.contains(hex) })
        let file = program.folder.appendingPathComponent("made.csv")
        try Data("\(hex);PK-MDE;ZZZZ;0001;BOEING 737-800;;Made Airlines\n".utf8).write(to: file)
        let data = ["--data", program.folder.path]
        let run = try Program.run(["identity", "import", "tar1090-db", file.path, "--yes"] + data)
        #expect(run.status == 0, "\(run.errors)")
        await program.signal(SIGHUP, until: "who is who: 1 aircraft")
        for path in ["/api/v1/aircraft", "/data/aircraft.json", "/v2/ladd", "/api/v1/identity/\(hex)"] {
            let isLeftOut = try await becomes(path) { !$0.contains(path.hasSuffix(hex) ? "PK-MDE" : hex) }
            #expect(isLeftOut, "\(path)")
        }
        #expect(try await program.text("/api/v1/aircraft", until: hex).contains(hex))
        #expect(try await program.text("/v2/ladd", until: hex).contains(hex))
        let out = program.folder.appendingPathComponent("facts.csv").path
        let refused = try Program.run(["identity", "export", out, "--leave-out"] + data)
        #expect(refused.status == 0, "\(refused.errors)")
        #expect(try !String(contentsOfFile: out, encoding: .utf8).contains(hex))
        // An operator's logged act excepts one.
        let own = ["suppress", "add", hex, "--mode", "flag", "--reason", "ladd", "--why", "a state aircraft"]
        #expect(try Program.run(own + data).status == 0)
        await program.signal(SIGHUP, until: "read the list of hidden aircraft again")
        #expect(try await becomes("/v2/ladd") { $0.contains(hex) })
        #expect(try Program.run(["suppress", "remove", hex, "--why", "no more"] + data).status == 0)
        let settings = program.folder.appendingPathComponent("pelacak.yaml")
        let text = (try? String(contentsOf: settings, encoding: .utf8)) ?? ""
        try Data((text + "\nladd: flag\n").utf8).write(to: settings)
        await program.signal(SIGHUP, until: "read pelacak.yaml again")
        #expect(try await becomes("/api/v1/aircraft") { $0.contains(hex) })
        #expect(try await becomes("/api/v1/site") { $0.contains(#""ladd":"flag""#) })
    }

    @Test("lists that cannot be read are told once, and the site is served without them")
    func unreadable() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(repeating: 7, count: 9_000).write(to: folder.appendingPathComponent("identity.sqlite"))
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=3"], data: folder)
        defer { program.stop() }
        await program.signal(SIGHUP, until: "read pelacak.yaml again")
        #expect(program.log.contains("who is who: the identities in"), "\(program.log)")
        #expect(program.log.contains("until it can be read whom lists call limited"), "\(program.log)")
        _ = try await program.json("/api/v1/aircraft") { (($0["aircraft"] as? [Any])?.count ?? 0) >= 1 }
        let sky = try await program.request("GET", "/data/aircraft.json", headers: ["X-Forwarded-For": "192.0.2.9"])
        #expect(String(decoding: sky.body, as: UTF8.self).contains("\"aircraft\":[]"))
        let known = try await program.json("/api/v1/identity/157716")
        #expect((known["shown"] as? [[String: Any]])?.first?["value"] as? String == "RA-96022")
        // The history's commands go on as well.
        try FileManager.default.removeItem(at: folder.appendingPathComponent("identity.sqlite"))
        await program.signal(SIGHUP, until: "read pelacak.yaml again")
        #expect(program.log.components(separatedBy: "who is who: the identities in").count == 2, "\(program.log)")
    }
}
