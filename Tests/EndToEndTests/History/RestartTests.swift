import Aero
import Feeds
import Foundation
import ModeS
import Simulation
import Store
import Testing
import Tracking

@testable import pelacak

/// The whole program, fed over sockets, killed, and started again.
@Suite(.timeLimit(.minutes(10)))
struct RestartTests {
    /// Traffic that is generated as time passes, and sent as it comes: to each of two ports what its receiver hears.
    private struct Traffic {
        var sky: SyntheticSky
        var sent = 0
        private var late: [[UInt8]] = [[], []]

        init(aircraft: Int) {
            let now = Timestamp(seconds: Date().timeIntervalSince1970)
            sky = SyntheticSky(scene: .traffic(aircraft: aircraft), seed: 11, start: now)
        }

        /// Sends what has come since the last time; a part of it waits for the next.
        mutating func send(to peers: [Peer]) async throws {
            var frames: [ReceivedFrame] = []
            sky.advance(to: Timestamp(seconds: Date().timeIntervalSince1970), into: &frames)
            frames.removeAll { SimulationMarker.matches($0.frame) }
            var encoder = BeastEncoder()
            var pieces = late
            late = [[], []]
            for (number, frame) in frames.enumerated() {
                for place in peers.indices where number % 3 != place {
                    if number % 16 == place {
                        encoder.encode(frame, into: &late[place])
                    } else {
                        encoder.encode(frame, into: &pieces[place])
                    }
                    sent += 1
                }
            }
            for (peer, bytes) in zip(peers, pieces) where !bytes.isEmpty { try await peer.send(bytes) }
        }
    }

    private static func counted(_ sources: [String: Any]) -> Int {
        sources.list("sources").reduce(0) { sum, source in
            sum + ((source["counters"] as? [String: Any])?["frames"] as? Int ?? 0)
        }
    }

    private static func fly(
        _ traffic: inout Traffic,
        to peers: [Peer],
        of program: Program,
        seconds: Double
    ) async throws {
        let begin = Date()
        while Date().timeIntervalSince(begin) < seconds {
            try await traffic.send(to: peers)
            // The next when these have been looked at.
            _ = try await program.json("/api/v1/sources")
        }
    }

    @Test(
        "a thousand aircraft on two ports, killed twice and stopped: the rows are those that the raw archive gives again"
    )
    func killed() async throws {
        let ports = try [Peer.freePort(), Peer.freePort()]
        let sources = ["roof", "hill"].enumerated().map {
            "beast+listen://127.0.0.1:\(ports[$0.offset])?name=\($0.element)"
        }
        let arguments = sources.flatMap { ["--source", $0] }
        var program = try Program(serving: arguments)
        let folder = program.folder
        defer { try? FileManager.default.removeItem(at: folder) }
        var traffic = Traffic(aircraft: 1_000)
        for round in 0..<3 {
            let peers = [
                try await program.feeder(of: "roof", at: ports[0]), try await program.feeder(of: "hill", at: ports[1]),
            ]
            try await Self.fly(&traffic, to: peers, of: program, seconds: 6)
            guard round < 2 else { break }
            program.kill()
            program = try Program(serving: arguments, data: folder)
            #expect(program.log.contains("taken in again"), "\(program.log)")
            // Nothing of what was heard before is shown or counted before somebody is heard again.
            #expect(try await program.json("/data/aircraft.json").list("aircraft").isEmpty)
            #expect(Self.counted(try await program.json("/api/v1/sources")) == 0)
        }
        #expect(program.stop(keepsFolder: true).status == 0)
        let kept = try await ComparedRows(
            try HistoryStore(reading: folder.path + "/history/real", realm: .real)
        )
        let raw = try RawArchive(
            folder: folder.path + "/raw",
            decoder: "test",
            session: Timestamp(seconds: Date().timeIntervalSince1970)
        )
        let again = try await ComparedRows(raw, sources: sources, key: try SiteKey.of(folder: folder.path))
        #expect(kept.rows.count > 1_000 && kept.several > 200)
        #expect(kept.differences(to: again) == (0, 0), "of \(kept.rows.count) rows, \(kept.names.count) names")
        #expect(try Program.run(["doctor", "--data", folder.path]).status == 0)
        try await Self.expectCommands(folder, arguments, kept)
    }

    /// What a person gets out of the raw messages: all of them as Beast, and the same history once more.
    private static func expectCommands(_ folder: URL, _ sources: [String], _ kept: ComparedRows) async throws {
        let into = folder.path + "/again"
        let rerun = try Program.run(["raw", "rerun", "--quiet", "--data", folder.path, "--into", into] + sources)
        #expect(rerun.status == 0, "\(rerun.errors)")
        let again = try await ComparedRows(try HistoryStore(reading: into + "/history/real", realm: .real))
        #expect(kept.differences(to: again) == (0, 0))
        #expect(try Program.run(["raw", "rerun", "--data", folder.path, "--into", into]).status != 0)

        let list = try Program.run(["raw", "list", "--data", folder.path])
        let lines = String(decoding: list.output, as: UTF8.self).split(separator: "\n").dropFirst()
        let messages = lines.reduce(0) { $0 + (Int($1.split(separator: " ")[3]) ?? 0) }
        #expect(messages > 1_000 && lines.allSatisfy { $0.hasSuffix(" whole") })
        let file = folder.path + "/all.beast"
        let export = try Program.run(["raw", "export", "--data", folder.path, "--out", file])
        #expect(export.errors.contains("pelacak: \(messages) messages"), "\(export.errors)")
        let decoded = try Program.run(["decode", "--output", "avr", file])
        #expect(String(decoding: decoded.output, as: UTF8.self).split(separator: "\n").count == messages)
    }

    @Test("an aircraft that was heard before a restart does not become younger, and is not said to be heard now")
    func age() async throws {
        let port = try Peer.freePort()
        let source = ["--source", "beast+listen://127.0.0.1:\(port)?name=roof"]
        var program = try Program(serving: source)
        let folder = program.folder
        defer { try? FileManager.default.removeItem(at: folder) }
        var peer = try await program.feeder(of: "roof", at: port)
        try await HoveringAircraft.fly(to: peer, of: program, frames: 8)
        let before = try await program.trace(HoveringAircraft.hex, points: 4).column("time")
        program.kill()
        program = try Program(serving: source, data: folder)
        defer { program.stop(keepsFolder: true) }
        peer = try await program.feeder(of: "roof", at: port)
        // Somebody else is heard.
        var traffic = Traffic(aircraft: 20)
        var sky: [String: Any] = [:]
        while sky.list("aircraft").count < 3 {
            try await traffic.send(to: [peer])
            sky = try await program.json("/data/aircraft.json")
        }
        let old = try #require(sky.list("aircraft").first { $0["hex"] as? String == HoveringAircraft.hex })
        let now = try #require(sky["now"] as? Double)
        let seen = try #require(old["seen"] as? Double)
        let last = try #require(before.last)
        #expect(now - seen < last + 2 && (old["messages"] as? Int ?? 0) >= 7, "\(old)")
        try await peer.close()
    }

    @Test("a simulated sky after a real one begins empty, and what waited of the real one is kept")
    func simulated() async throws {
        let port = try Peer.freePort()
        var program = try Program(serving: ["--source", "beast+listen://127.0.0.1:\(port)?name=roof"])
        let folder = program.folder
        defer { try? FileManager.default.removeItem(at: folder) }
        let peer = try await program.feeder(of: "roof", at: port)
        try await HoveringAircraft.fly(to: peer, of: program, frames: 8)
        _ = try await program.trace(HoveringAircraft.hex, points: 4)
        program.kill()
        program = try Program(serving: ["--source", "simulate:traffic?aircraft=30"], data: folder)
        let shown = try await program.json("/data/aircraft.json") { $0.list("aircraft").count > 5 }
        #expect(!shown.list("aircraft").contains { $0["hex"] as? String == HoveringAircraft.hex })
        #expect(program.stop(keepsFolder: true).status == 0)
        #expect(try Program.heard("real", in: folder) == [HoveringAircraft.hex])
        #expect(try !Program.heard("simulated", in: folder).contains(HoveringAircraft.hex))
    }
}
