import Foundation
import TestSupport
import Testing

/// What the built program tells of reception.
@Suite(.timeLimit(.minutes(10)))
struct ReceptionServingTests {
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]

    private func id(of program: Program, _ state: String = "finished") async throws -> String {
        let sources = try await program.json("/api/v1/sources") {
            $0.list("sources").first?["state"] as? String == state
        }
        return try #require(sources.list("sources").first?["id"] as? String)
    }

    private func total(_ document: [String: Any], _ name: String) -> Int {
        document.list("slots").reduce(0) { $0 + ($1[name] as? Int ?? 0) }
    }

    @Test(
        "a recorded flight: its messages by minutes of its own time, and how far it was heard",
        .enabled(if: TestSupport.hasRecordings, "needs recordings")
    )
    func recording() async throws {
        let data = try #require(TestSupport.recordings)
        let path = data.appendingPathComponent("modes/long_flight_first_half.beast").path
        let program = try Program(serving: ["--source", "file:\(path)?pace=max", "--receiver", "43.63,1.37"])
        defer { _ = program.stop() }
        let source = try await id(of: program)
        let route = "/api/v1/sources/\(source)/reception"
        let (hour, day) = (try await program.json(route), try await program.json(route + "?span=day"))
        #expect(hour["simulated"] == nil && hour["hasRadio"] as? Bool == false)
        #expect(total(day, "messages") > total(hour, "messages") / 2 && total(day, "messages") > 40_000)
        let farthest = try #require(day["farthestKilometres"] as? [Any]).compactMap { $0 as? Double }
        // It flew from beside the receiver to 48.1 N: 500 km northwards; nothing is heard from behind the horizon of 40,000 ft.
        #expect(farthest.contains { $0 > 150 } && farthest.allSatisfy { $0 < 620 }, "\(farthest)")
        #expect(hour.list("slots").allSatisfy { ($0["aircraft"] as? Int ?? 0) >= ($0["positioned"] as? Int ?? 0) })
        let other = try await program.request("GET", route, headers: Self.stranger)
        #expect(other.status == 403)
        let text = String(decoding: other.body, as: UTF8.self)
        #expect(!text.contains("43.6") && !text.contains("Kilometres"))
    }

    @Test("simulated samples through a source: noise, levels and refusals by the demodulator, labelled simulated")
    func samples() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("sky.uc8").path
        let made = try Program.run([
            "simulate", "traffic?aircraft=40", "--seconds", "8", "--output", "uc8", "--out", file,
        ])
        try #require(made.status == 0, "\(made.errors)")
        let program = try Program(serving: ["--source", "file:\(file)?pace=max"])
        defer { _ = program.stop() }
        let source = try await id(of: program)
        let path = "/api/v1/sources/\(source)/reception"
        let all = try await program.json(path) {
            total($0, "samples") > 2_400_000 * 7 && ($0.list("slots").last?["aircraft"] as? Int ?? 0) > 5
        }
        #expect(all["simulated"] as? Bool == true && all["hasRadio"] as? Bool == true)
        #expect(total(all, "messages") > 200 && total(all, "refused") > 0)
        let levels = try #require(all["levels"] as? [Int])
        // The marker of the simulation is a frame, and no message.
        #expect(abs(levels.reduce(0, +) - total(all, "messages")) <= 1)
        let slot = try #require(all.list("slots").first)
        let noise = try #require(slot["noiseDBFS"] as? Double)
        #expect(noise < -20 && noise > -60)
        #expect((slot["kinds"] as? [String: Int])?["squitter"] ?? 0 > 100)
        let rate = try #require(slot["messagesPerSecond"] as? Double)
        #expect(rate > 20)
    }

    @Test("what a live source received outlasts the end of the program, in a file for its owner alone")
    func restart() async throws {
        let port = try Peer.freePort()
        let source = "avr+listen://127.0.0.1:\(port)?name=roof"
        let lines = "*8D40621D58C382D690C8AC2863A7;\n*8D40621D58C386435CC412692AD6;\n"
        let first = try Program(serving: ["--source", source])
        let feeder = try await first.feeder(of: "roof", at: port)
        try await feeder.send(lines)
        _ = try await first.text("/data/aircraft.json", until: "40621d")
        let path = "/api/v1/sources/s1/reception"
        let before = total(try await first.json(path), "messages")
        #expect(before == 2)
        first.stop(keepsFolder: true)
        let file = first.folder.appendingPathComponent("reception.json")
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let second = try Program(serving: ["--source", source], data: first.folder)
        defer { _ = second.stop() }
        #expect(total(try await second.json(path), "messages") == 2)
        let other = try await second.request("GET", path, headers: Self.stranger)
        #expect(other.status == 403)
    }

    @Test("a damaged file is said, and nothing else is hurt by it")
    func damaged() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("{".utf8).write(to: folder.appendingPathComponent("reception.json"))
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=20"], data: folder)
        defer { _ = program.stop() }
        #expect(program.log.contains("reception.json cannot be read"))
        let all = try await program.json("/api/v1/sources/s1/reception") { total($0, "messages") > 100 }
        #expect(all["simulated"] as? Bool == true)
    }
}
