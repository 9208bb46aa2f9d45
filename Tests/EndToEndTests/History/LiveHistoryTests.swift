import Aero
import Foundation
import Testing

/// What is heard is kept, asked for in every way, copied and brought back.
@Suite(.timeLimit(.minutes(10)))
struct LiveHistoryTests {
    @Test(
        "a Beast feed goes to the real world and to the raw archive; the interface, tar1090's trace and the command agree"
    )
    func beast() async throws {
        let port = try Peer.freePort()
        let program = try Program(serving: ["--source", "beast+listen://127.0.0.1:\(port)?name=roof"])
        defer { program.stop() }
        let peer = try await program.feeder(of: "roof", at: port)
        try await HoveringAircraft.fly(to: peer, of: program, frames: 12)
        _ = try await program.trace(HoveringAircraft.hex, points: 6)
        try await peer.close()
        // All that was believed has been written.
        let sources = try await program.json("/api/v1/sources")
        let counters = sources.source("roof")?["counters"] as? [String: Any]
        let believed = try #require(counters?["positions"] as? Int)
        let trace = try await program.trace(HoveringAircraft.hex, points: believed)
        #expect(trace["points"] as? Int == believed)
        let times = trace.column("time")
        #expect(times == times.sorted() && Set(times).count == times.count)
        #expect(trace.column("latitude").allSatisfy { abs($0 - 52.26) < 0.01 })

        let run = try program.command(["history", "trace", HoveringAircraft.hex, "--json"])
        #expect(run.status == 0, "\(run.errors)")
        let printed = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        #expect(printed.column("time") == times)
        #expect(printed.column("latitude") == trace.column("latitude"))
        let text = try program.command(["history", "trace", HoveringAircraft.hex])
        #expect(text.lines.count { $0.hasSuffix(" adsb_icao") } == times.count)

        let full = try await program.json("/data/traces/1d/trace_full_\(HoveringAircraft.hex).json")
        let start = try #require(full["timestamp"] as? Double)
        let points = (full["trace"] as? [[Any]] ?? []).compactMap { ($0.first as? NSNumber)?.doubleValue }
        // Each row once: the trail's points are rows as well, and where it is now is the last of them. To 0.01 s, from a start to 0.001 s.
        #expect(points.count == times.count)
        let apart = zip(points, times).map { abs(start + $0 - $1) }.max() ?? .infinity
        #expect(apart < 0.006_5, "\(points) from \(start), \(times)")

        let metrics = try await program.text("/metrics", until: #"pelacak_history_rows_total{realm="real"} "#)
        #expect(metrics.contains(#"pelacak_history_lost_rows_total{realm="real"} 0"#))
        #expect(metrics.contains("pelacak_raw_lost_messages_total 0"))
        try checkCare(of: program, times: times)
    }

    /// Doctor and backup while it runs; what is restored holds the same.
    private func checkCare(of program: Program, times: [Double]) throws {
        let doctor = try program.command(["doctor"])
        let said = String(decoding: doctor.output, as: UTF8.self)
        #expect(doctor.status == 0 && said.contains("real: ") && said.contains("raw: "), "\(said) \(doctor.errors)")
        let repair = try program.command(["doctor", "--repair"])
        #expect(repair.status == 1 && repair.errors.contains("is open in another pelacak; stop that one first"))
        let copy = program.folder.appendingPathComponent("copy").path
        let backup = try program.command(["backup", copy])
        #expect(backup.status == 0, "\(backup.errors)")
        #expect(try program.command(["backup", copy]).status == 1)
        let second = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: second) }
        let restored = try Program.run(["restore", copy, "--data", second.path])
        #expect(restored.status == 0, "\(restored.errors)")
        let run = try Program.run(["history", "trace", HoveringAircraft.hex, "--json", "--data", second.path])
        let printed = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        #expect(printed.column("time") == times)
        #expect(try Program.run(["restore", copy, "--data", second.path]).status == 1)
        let raw = FileManager.default.enumerator(atPath: program.folder.path + "/raw")
        let slices = raw?.compactMap { $0 as? String }.filter { $0.hasSuffix(".beast.zst") } ?? []
        #expect(!slices.isEmpty)
    }

    @Test("a real feed that comes after the demo finds nothing simulated in its world")
    func demoThenReal() async throws {
        let port = try Peer.freePort()
        let program = try Program(serving: [])
        let folder = program.folder
        defer { try? FileManager.default.removeItem(at: folder) }
        // The simulated sky has days of its own.
        let days = "/api/v1/history/days?realm=simulated&from=2020-01-01&to=2029-01-01"
        _ = try await program.json(days) { ($0.list("days").first?["positions"] as? Int ?? 0) > 10 }
        let body = #"{"name": "roof", "specification": "beast+listen://127.0.0.1:\#(port)"}"#
        let added = try await program.request("POST", "/api/v1/sources", body: body)
        #expect(added.status == 201, "\(String(decoding: added.body, as: UTF8.self))")
        let peer = try await program.feeder(of: "roof", at: port)
        try await HoveringAircraft.fly(to: peer, of: program, frames: 10)
        _ = try await program.trace(HoveringAircraft.hex, points: 4)
        #expect(program.stop(keepsFolder: true).status == 0)
        #expect(try Program.heard("real", in: folder) == [HoveringAircraft.hex])
        let simulated = try Program.heard("simulated", in: folder)
        #expect(simulated.count > 1 && !simulated.contains(HoveringAircraft.hex))
        #expect(try Program.heard("imported", in: folder).isEmpty)
    }

    @Test("a recording is another world than what is heard, and nothing of it is kept as raw")
    func recording() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString).beast")
        defer { try? FileManager.default.removeItem(at: file) }
        let start = Timestamp(seconds: 1_718_712_000)
        try Data(try HoveringAircraft.beast(from: start, pairs: 120)).write(to: file)
        let program = try Program(
            serving: ["--source", "file:\(file.path)?pace=max&start=2024-06-18T12:00:00Z"]
        )
        let folder = program.folder
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = "/api/v1/history/days?realm=imported&from=2024-06-18&to=2024-06-19"
        _ = try await program.json(path) { ($0.list("days").first?["positions"] as? Int ?? 0) > 100 }
        #expect(program.stop(keepsFolder: true).status == 0)
        #expect(try Program.heard("imported", in: folder) == [HoveringAircraft.hex])
        #expect(try Program.heard("real", in: folder).isEmpty)
        #expect(try Program.heard("simulated", in: folder).isEmpty)
        let raw = FileManager.default.enumerator(atPath: folder.path + "/raw")?.compactMap { $0 as? String } ?? []
        #expect(!raw.contains { $0.hasSuffix(".zst") }, "\(raw)")
    }
}
