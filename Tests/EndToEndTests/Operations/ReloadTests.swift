import Foundation
import Testing

/// What SIGHUP takes up, and what it leaves alone.
@Suite(.timeLimit(.minutes(10)))
struct ReloadTests {
    @Test("SIGHUP takes up the list of sources, and a feeder of a source that is as before stays connected")
    func reload() async throws {
        let (one, two, three) = (try Peer.freePort(), try Peer.freePort(), try Peer.freePort())
        let program = try Program(
            serving: [],
            configuration: """
                source:
                  - beast+listen://127.0.0.1:\(one)?name=stays
                  - beast+listen://127.0.0.1:\(two)?name=goes
                  - beast+tcp://127.0.0.1:9?name=changes
                """
        )
        defer { _ = program.stop() }
        let file = program.folder.appendingPathComponent("pelacak.yaml")
        let feeder = try await program.feeder(of: "stays", at: one)
        let leaver = try await program.feeder(of: "goes", at: two)
        _ = try await program.json("/api/v1/sources") { $0.connections("stays") == 1 && $0.connections("goes") == 1 }
        try Data(
            """
            source:
              - beast+listen://127.0.0.1:\(one)?name=stays
              - beast+tcp://127.0.0.1:19?name=changes
              - beast+listen://127.0.0.1:\(three)?name=comes
            """.utf8
        ).write(to: file)
        await program.signal(SIGHUP, until: "1 go on")
        #expect(program.log.contains("sources: added comes; changed changes; removed goes; 1 go on"))
        // It is closed by the source that went.
        try await leaver.ended()
        let new = try await program.feeder(of: "comes", at: three)
        let after = try await program.json("/api/v1/sources") { $0.connections("comes") == 1 }
        #expect(after.connections("stays") == 1 && after.connections("goes") == nil)
        #expect(after.sourceNames == ["stays", "changes", "comes"])
        #expect(feeder.isOpen)
        // What is wrong leaves everything as it was, and is told.
        for (wrong, word) in [
            ("source: [\"beast+tpc://x:1\"]", "did you mean \"beast+tcp\"?"),
            ("sources: []", "unknown key \"sources\""), ("{", "is no YAML"),
            ("source: [\"simulate:traffic?aircraft=5\", \"beast+tcp://127.0.0.1:9\"]", "cannot share one sky"),
            ("source: [\"beast+tcp://h:1?name=a\", \"beast+tcp://h:2?name=a\"]", "two sources are named a"),
        ] {
            try Data(wrong.utf8).write(to: file)
            await program.signal(SIGHUP, until: word)
            #expect(try await program.json("/api/v1/sources").sourceNames == ["stays", "changes", "comes"], "\(wrong)")
        }
        #expect(feeder.isOpen && new.isOpen)
        // A list of the other kind clears the sky.
        try Data("source: [\"simulate:traffic?aircraft=5\"]\nlisten: 127.0.0.1:1\n".utf8).write(to: file)
        await program.signal(SIGHUP, until: "added simulate")
        _ = try await program.json("/api/v1/site") { $0["simulated"] as? Bool == true }
        try await feeder.ended()
        try await new.ended()
    }

    @Test("SIGHUP while the configuration file is gone leaves everything as it was", arguments: [true, false])
    func fileIsGone(wasThereAtTheStart: Bool) async throws {
        let port = try Peer.freePort()
        let line = "beast+listen://127.0.0.1:\(port)?name=stays"
        let program = try Program(
            serving: [],
            configuration: wasThereAtTheStart ? "source: [\"\(line)\"]\n" : nil
        )
        defer { _ = program.stop() }
        if !wasThereAtTheStart {
            let body = #"{"name":"stays","specification":"\#(line)"}"#
            #expect(try await program.request("POST", "/api/v1/sources", body: body).status == 201)
        }
        let feeder = try await program.feeder(of: "stays", at: port)
        _ = try await program.json("/api/v1/sources") { $0.connections("stays") == 1 }
        try FileManager.default.removeItem(at: program.folder.appendingPathComponent("pelacak.yaml"))
        await program.signal(SIGHUP, until: "everything goes on as before")
        #expect(program.log.contains("there is no configuration"))
        #expect(try await program.json("/api/v1/sources").sourceNames == ["stays"])
        #expect(feeder.isOpen)
    }

    @Test("SIGHUP takes up outputs: those that are as before keep their readers and counters")
    func outputs() async throws {
        let ports = try (0..<5).map { _ in try Peer.freePort() }
        let (source, stays, changes, goes, comes) = (ports[0], ports[1], ports[2], ports[3], ports[4])
        let head = "source: [\"avr+listen://127.0.0.1:\(source)?name=roof\"]\n"
        let program = try Program(
            serving: [],
            configuration: head + """
                sink:
                  - beast+listen://127.0.0.1:\(stays)
                  - avr+listen://127.0.0.1:\(changes)
                  - jsonl+listen://127.0.0.1:\(goes)
                """
        )
        defer { _ = program.stop() }
        let file = program.folder.appendingPathComponent("pelacak.yaml")
        let feeder = try await program.feeder(of: "roof", at: source)
        let reader = try await program.reader(of: "beast", at: stays)
        let changed = try await program.reader(of: "avr", at: changes)
        let leaver = try await program.reader(of: "jsonl", at: goes)
        try await feeder.send("*\(Self.even);\n")
        #expect(try await reader.told(frame: Self.even))
        // One that listens, one that connects to us; nothing is written of the one that goes.
        let server = try await ScriptedServer(says: [], .waits)
        try Data(
            (head + """
                sink:
                  - beast+listen://127.0.0.1:\(stays)
                  - avr+listen://127.0.0.1:\(changes)?interval=1
                  - sbs+listen://127.0.0.1:\(comes)
                  - avr+tcp://127.0.0.1:\(server.port)
                """).utf8
        ).write(to: file)
        await program.signal(SIGHUP, until: "removed jsonl+listen://127.0.0.1:\(goes); 1 go on")
        #expect(program.log.contains("changed avr+listen://127.0.0.1:\(changes)?interval=1"))
        try await leaver.ended()
        try await changed.ended()
        let lines = try await program.reader(of: "sbs", at: comes)
        let metrics = try await program.text("/metrics", until: clients("avr", server.port, 1, "tcp"))
        #expect(metrics.contains(clients("beast", stays, 1)) && !metrics.contains("jsonl+listen"))
        try await feeder.send("*\(Self.odd);\n")
        #expect(try await reader.told(frame: Self.odd))
        #expect(await lines.text(until: "MSG,3").contains("40621D"))
        // What cannot begin leaves everything as it was, the sources of the same file too.
        let taken = try Peer.freePort()
        let before = try await program.text("/metrics", until: clients("beast", stays, 1))
        for (wrong, word) in [
            ("sink: [\"beast+lissten://127.0.0.1:1\"]", "did you mean \"beast+listen\"?"),
            ("sink: [\"jsonl+listen://127.0.0.1:\(taken)\", \"avr+listen://127.0.0.1:\(source)\"]", "is in use"),
        ] {
            try Data("source: []\n\(wrong)\n".utf8).write(to: file)
            await program.signal(SIGHUP, until: word)
            #expect(program.log.contains("the configuration was not taken, everything goes on as before"))
            #expect(try await program.json("/api/v1/sources").connections("roof") == 1)
            let after = try await program.text("/metrics", until: clients("beast", stays, 1))
            #expect(sinks(after) == sinks(before))
        }
        #expect(reader.isOpen && feeder.isOpen)
        await #expect(throws: (any Error).self) { try await Peer.connect(taken) }
        try await server.stop()
    }

    @Test("SIGHUP takes up feeders: who is as before, or has another allowance or place, stays connected")
    func feeders() async throws {
        let port = try Peer.freePort()
        let keys = (0..<4).map { _ in UUID().uuidString }
        let head = "source: [\"avr+listen://127.0.0.1:\(port)?name=door&feeders=registered\"]\n"
        func configuration(_ feeders: [String]) -> String {
            head + "feeder:\n" + feeders.map { "  - \($0)\n" }.joined()
        }
        let roof = "roof?key=\(keys[0])"
        let program = try Program(
            serving: [],
            configuration: configuration([roof, "hill?key=\(keys[1])", "farm?key=\(keys[2])"])
        )
        defer { _ = program.stop() }
        let file = program.folder.appendingPathComponent("pelacak.yaml")
        func connect(_ key: Int) async throws -> Peer {
            let peer = try await program.feeder(of: "door", at: port)
            try await peer.send("key \(keys[key])\n*\(Self.even);\n")
            return peer
        }
        func reload(_ feeders: [String], until word: String) async throws {
            try Data(configuration(feeders).utf8).write(to: file)
            await program.signal(SIGHUP, until: word)
        }
        let (one, two, three) = (try await connect(0), try await connect(1), try await connect(2))
        let known = ["roof": true, "hill": true, "farm": true]
        _ = try await program.json("/api/v1/sources") { $0.feeders("door") == known }
        try await reload(
            [roof, "hill?key=\(keys[1])&rate=100&at=-6.2,106.8", "club?key=\(keys[3])"],
            until: "feeders: added club; changed hill; removed farm; 1 go on"
        )
        try await three.ended()
        let club = try await connect(3)
        let now = ["roof": true, "hill": true, "club": true]
        _ = try await program.json("/api/v1/sources") { $0.feeders("door") == now }
        #expect(one.isOpen && two.isOpen)
        // A key nobody has any more is as wrong as any other.
        try await connect(2).ended()
        try await reload([roof, "roof?key=\(keys[1])"], until: "two feeders are called roof")
        try await reload([roof, "hill?key=\(keys[0])"], until: "have the same key")
        #expect(try await program.json("/api/v1/sources").feeders("door") == now)
        // Another key for the same name: it comes back with that one.
        try await reload([roof, "hill?key=\(keys[2])", "club?key=\(keys[3])"], until: "changed hill; 2 go on")
        try await two.ended()
        _ = try await connect(2)
        _ = try await program.json("/api/v1/sources") { $0.feeders("door") == now }
        #expect(one.isOpen && club.isOpen)
        #expect(keys.allSatisfy { !program.log.contains($0) } && !program.log.contains("106.8"))
    }

    // MARK: - Parts

    private static let even = "8D40621D58C382D690C8AC2863A7"
    private static let odd = "8D40621D58C386435CC412692AD6"

    private func clients(_ format: String, _ port: Int, _ count: Int, _ way: String = "listen") -> String {
        Program.clients(of: format, at: port, way) + "\(count)\n"
    }

    private func sinks(_ metrics: String) -> [Substring] {
        metrics.split(separator: "\n").filter { $0.hasPrefix("pelacak_sink") }
    }
}
