import Aero
import Foundation
import Testing

/// What was told once is there after whatever happened to the program.
@Suite(.timeLimit(.minutes(10)))
struct HistorySafetyTests {
    @Test("killed under load and started again, it has what it had told, each position once")
    func killed() async throws {
        let port = try Peer.freePort()
        let source = ["--source", "beast+listen://127.0.0.1:\(port)?name=roof"]
        var program = try Program(serving: source)
        let folder = program.folder
        defer { try? FileManager.default.removeItem(at: folder) }
        var told: Set<Double> = []
        for round in 1...2 {
            let peer = try await program.feeder(of: "roof", at: port)
            try await HoveringAircraft.fly(to: peer, of: program, frames: 8)
            let trace = try await program.trace(HoveringAircraft.hex, points: told.count + 4)
            let before = trace.column("time")
            #expect(told.isSubset(of: before) && Set(before).count == before.count)
            told = Set(before)
            // More is on its way when it dies.
            try await peer.send(try HoveringAircraft.frame(round))
            program.kill()
            program = try Program(serving: source, data: folder)
            let after = try await program.json(Program.tracePath(HoveringAircraft.hex)).column("time")
            #expect(told.isSubset(of: after), "round \(round): \(told.subtracting(after))")
            #expect(Set(after).count == after.count)
        }
        program.stop(keepsFolder: true)
        let doctor = try Program.run(["doctor", "--data", folder.path])
        #expect(doctor.status == 0, "\(String(decoding: doctor.output, as: UTF8.self))")
    }

    @Test("a second program on the same folder says so and leaves")
    func second() throws {
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=5"])
        defer { program.stop() }
        let second = try Program.run([
            "serve", "--listen", "127.0.0.1:0", "--data", program.folder.path, "--source",
            "simulate:traffic?aircraft=5", "--quiet",
        ])
        #expect(second.status == 1 && second.errors.contains("is open in another pelacak; stop that one first"))
        let line = try program.command([
            "import", "traces", "/none", "--source-name", "x", "--licence", "ODbL", "--quiet",
        ])
        #expect(line.status == 1 && line.errors.split(separator: "\n").count == 1, "\(line.errors)")
    }

    @Test("with the history off nothing of it is written")
    func off() async throws {
        let program = try Program(
            serving: ["--source", "simulate:traffic?aircraft=5"],
            configuration: "history: off\n"
        )
        defer { program.stop() }
        _ = try await program.firstBytes("/api/v1/live", count: 600)
        #expect(try await program.request("GET", Program.tracePath("4ca1fa")).status == 404)
        let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
        #expect(!names.contains("history") && !names.contains("raw"), "\(names)")
        let none = try program.command(["history", "days"])
        #expect(none.status == 1 && none.errors.contains("there is no archive yet"))
        #expect(try program.command(["doctor"]).status == 1)
        #expect(try program.command(["backup", program.folder.path + "/copy"]).status == 1)
    }

    @Test("an import is on the interface of a server that is started afterwards")
    func imported() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("trace_full_4ca1fa.json")
        let rows = (0..<60).map {
            "[\($0 * 10),52.\(1000 + $0),5.25,30000,400,0,0,0,null,\"adsb_icao\",30100,0,null,null]"
        }
        let text = #"{"icao":"4ca1fa","timestamp":1718668800,"trace":[\#(rows.joined(separator: ","))]}"#
        try Data(text.utf8).write(to: file)
        let run = try Program.run([
            "import", "traces", file.path, "--source-name", "adsb.lol", "--licence", "ODbL", "--quiet", "--data",
            folder.path,
        ])
        #expect(run.status == 0, "\(run.errors)")
        let program = try Program(serving: ["--source", "simulate:traffic?aircraft=5"], data: folder)
        defer { program.stop() }
        let trace = try await program.json(
            "/api/v1/aircraft/4ca1fa/history?realm=imported&from=2024-06-18&to=2024-06-19"
        )
        #expect(trace["points"] as? Int == 60 && trace["credits"] as? [String] == ["adsb.lol"])
        let near = try program.command([
            "history", "near", "52.1,5.25", "--at", "2024-06-18T00:00:30Z", "--realm", "imported",
        ])
        #expect(near.lines.count == 2 && near.lines.last?.hasPrefix("4ca1fa ") == true, "\(near.lines) \(near.errors)")
        let area = try program.command([
            "history", "area", "--box", "52,5,53,6", "--from", "2024-06-18", "--to", "2024-06-19", "--realm",
            "imported",
        ])
        #expect(area.lines.count == 2 && area.lines.last?.contains(" 60 ") == true, "\(area.lines) \(area.errors)")
        let days = try program.command(["history", "days", "4ca1fa", "--realm", "imported"])
        #expect(days.lines.last == "2024-06-18 1 60 0 -", "\(days.lines)")
    }
}
