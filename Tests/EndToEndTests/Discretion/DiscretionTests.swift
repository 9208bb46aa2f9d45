import Aero
import Foundation
import Testing

@testable import pelacak

/// What strangers are told by a running program. Behind a proxy, named or not, everybody is a stranger.
@Suite(.timeLimit(.minutes(10)))
struct DiscretionTests {
    /// The same aircraft, twice heard: an even and an odd position.
    private static let lines =
        "*8D40621D58C382D690C8AC2863A7;\n*8D40621D58C386435CC412692AD6;\n*8D40621D58C382D690C8AC2863A7;\n"

    private func stranger(_ program: Program, _ path: String) async throws -> String {
        let answer = try await program.request("GET", path, headers: ["X-Forwarded-For": "192.0.2.9"])
        return String(decoding: answer.body, as: UTF8.self)
    }

    /// Asks again until what a stranger is told fits, for at most three minutes: all tests run at once.
    private func comes(
        _ program: Program,
        _ path: String,
        meanwhile: () async throws -> Void = {},
        _ fits: (String) -> Bool
    ) async throws -> Bool {
        let end = ContinuousClock.now + .seconds(180)
        repeat {
            try await meanwhile()
            if fits(try await stranger(program, path)) { return true }
            _ = try await program.firstBytes("/api/v1/live", count: 24)
        } while ContinuousClock.now < end
        return false
    }

    @Test(
        "suppress hides an aircraft from strangers once the server is told to reload, and nonsense in the list hides all"
    )
    func reload() async throws {
        let port = try Peer.freePort()
        let program = try Program(serving: [
            "--source", "avr+listen://127.0.0.1:\(port)", "--receiver", "52.1234,4.5678",
        ])
        defer { _ = program.stop() }
        let feeder = try await program.feeder(of: "avr listener port \(port)", at: port)
        try await feeder.send(Self.lines)
        _ = try await program.text("/data/aircraft.json", until: "40621d")
        #expect(try await stranger(program, "/data/aircraft.json").contains("40621d"))
        let place = try await stranger(program, "/data/receiver.json")
        #expect(!place.contains("lat"))
        #expect(try await program.text("/data/receiver.json", until: "lat").contains("52.1234"))
        let added = try Program.run([
            "suppress", "add", "40621D", "--why", "request 1", "--by", "desk", "--data", program.folder.path,
        ])
        #expect(added.status == 0)
        await program.signal(SIGHUP, until: "read the list of hidden aircraft again")
        #expect(try await comes(program, "/data/aircraft.json") { !$0.contains("40621d") })
        #expect(try await stranger(program, "/api/v1/aircraft/40621d") == stranger(program, "/api/v1/aircraft/40621e"))
        _ = try await program.text("/data/aircraft.json", until: "40621d")
        let list = program.folder.appendingPathComponent("suppress.csv")
        try Data("nonsense\n".utf8).write(to: list)
        await program.signal(SIGHUP, until: "strangers are shown no aircraft")
        #expect(try await stranger(program, "/readyz").contains("suppress"))
    }

    @Test(
        "what a receiver hears is told to no stranger, in whatever way it is asked for, while the operator is told all"
    )
    func reception() async throws {
        let port = try Peer.freePort()
        let program = try Program(serving: [
            "--source", "avr+listen://127.0.0.1:\(port)", "--receiver", "52.1234,4.5678",
        ])
        defer { _ = program.stop() }
        let feeder = try await program.feeder(of: "avr listener port \(port)", at: port)
        try await feeder.send(Self.lines)
        _ = try await program.text("/data/aircraft.json", until: "40621d")
        let path = "/api/v1/sources/s1/reception"
        #expect(try await program.text(path, until: "\"messages\":").contains("watchedSeconds"))
        let nothing = try await stranger(program, "/api/v1/sources/none/reception")
        #expect(nothing.contains("withheld"))
        for asked in [
            path, path + "?span=day", path + "?span=week", "/api/v1/sources/S1/reception",
            "/api/v1//sources/s1/reception",
        ] {
            let told = try await stranger(program, asked)
            #expect(told == nothing || told.contains("not-found") || told.contains("\"code\""), "\(asked): \(told)")
            for word in ["messages", "watchedSeconds", "Kilometres", "levels", "52.12", "4.56"] {
                #expect(!told.contains(word), "\(asked): \(told)")
            }
        }
        // The rest of what strangers are told of sources stays as it was: no figure of reception is among it.
        let sources = try await stranger(program, "/api/v1/sources")
        #expect(!sources.contains("noise") && !sources.contains("farthest"))
    }

    @Test("with a delay strangers are shown nobody yet, and everybody may read what is kept from them")
    func later() async throws {
        let port = try Peer.freePort()
        let program = try Program(serving: [
            "--source", "avr+listen://127.0.0.1:\(port)", "--receiver", "52.1234,4.5678", "--public-delay", "600",
        ])
        defer { _ = program.stop() }
        let feeder = try await program.feeder(of: "avr listener port \(port)", at: port)
        try await feeder.send(Self.lines)
        _ = try await program.text("/data/aircraft.json", until: "40621d")
        #expect(try await !stranger(program, "/data/aircraft.json").contains("40621d"))
        let told = try await stranger(program, "/api/v1/site")
        #expect(
            told.contains(
                #""discretion":{"place":"hidden","protection":"several","ladd":"public","delay":600,"floor":10000,"range":200000}"#
            )
        )
        #expect(!told.contains("52.1"))
    }

    @Test("an embargo is over when its time is, without anybody's doing")
    func embargo() async throws {
        let port = try Peer.freePort()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        let end = TimeText.iso(TimeText.now.advanced(bySeconds: 86_400))
        let added = try Program.run([
            "suppress", "add", "40621d", "--mode", "embargo", "--to", end, "--reason", "visit", "--why",
            "after landing", "--data", folder.path,
        ])
        #expect(added.status == 0, "\(added.errors)")
        let program = try Program(
            serving: ["--source", "avr+listen://127.0.0.1:\(port)", "--receiver", "52.1234,4.5678"],
            data: folder
        )
        defer { _ = program.stop() }
        let feeder = try await program.feeder(of: "avr listener port \(port)", at: port)
        try await feeder.send(Self.lines)
        _ = try await program.text("/data/aircraft.json", until: "40621d")
        #expect(try await stranger(program, "/api/v1/aircraft/40621d") == stranger(program, "/api/v1/aircraft/40621e"))
        #expect(try await !stranger(program, "/data/aircraft.json").contains("40621d"))
        // Set anew: it ends in three seconds, and nobody tells the server when it has.
        let soon = TimeText.iso(TimeText.now.advanced(bySeconds: 3))
        try Data("40621d,embargo,,\(soon),visit\n".utf8).write(to: folder.appendingPathComponent("suppress.csv"))
        await program.signal(SIGHUP, until: "read the list of hidden aircraft again")
        let isThere = try await comes(program, "/data/aircraft.json") {
            try await feeder.send(Self.lines)
        } _: {
            $0.contains("40621d")
        }
        #expect(isThere)
        let trail = try await stranger(program, "/api/v1/aircraft/40621d/trail")
        #expect(trail.contains("points\":[["), "what was kept of the time of the embargo is shown: \(trail)")
        #expect(try await !stranger(program, "/api/v1/site").contains("visit"))
    }
}
