import Foundation
import Testing

/// The label of simulated data from end to end: simulate, file, serve, page and JSON.
struct SimulationLabelTests {
    private func simulated(_ output: String, hours: String = "0.05") throws -> URL {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(
            "pelacak-\(UUID().uuidString).\(output)"
        )
        let result = try Program.run([
            "simulate", "traffic?aircraft=60", "--hours", hours, "--output", output, "--seed", "7", "--out", file.path,
        ])
        #expect(result.status == 0)
        return file
    }

    @Test(arguments: ["beast", "avr", "uc8"]) func aServedFileKeepsItsLabel(output: String) async throws {
        let file = try simulated(output, hours: output == "uc8" ? "0.003" : "0.05")
        defer { try? FileManager.default.removeItem(at: file) }
        let program = try Program(serving: ["--source", "file:\(file.path)?pace=max"])
        defer { _ = program.stop() }
        let site = try await program.json("/api/v1/site") { $0["provenance"] as? String != "undetermined" }
        #expect(site["simulated"] as? Bool == true)
        for path in ["/data/aircraft.json", "/data/receiver.json", "/api/v1/aircraft", "/api/v1/sources"] {
            #expect(try await program.json(path)["simulated"] as? Bool == true, "\(path)")
        }
        let stream = try await program.firstBytes("/api/v1/live", count: 24)
        #expect(stream.count >= 8 && stream[5] & 1 == 1)
    }

    @Test(arguments: ["beast", "uc8"]) func decodingALabelledFileLabelsEveryLine(form: String) throws {
        let file = try simulated(form, hours: form == "uc8" ? "0.002" : "0.05")
        defer { try? FileManager.default.removeItem(at: file) }
        let result = try Program.run(["decode", "--output", "jsonl", file.path])
        #expect(result.lines.count > 100)
        #expect(result.lines.allSatisfy { $0.hasPrefix("{\"simulated\": true") })
        #expect(result.errors.contains("SIMULATED"))
        let lines = try Program.run(["decode", "--output", "sbs", file.path]).lines
        #expect(lines.first?.hasSuffix("SIMULATED") == true)
        #expect(lines.count { $0.hasSuffix("SIMULATED") } >= (form == "uc8" ? 7 : 170))
        let again = try Program.run(["decode", "--output", "avr", file.path])
        #expect(again.lines.first?.hasPrefix("*91DFFFFFB853494D554C31") == true)
    }

    @Test func theSameSeedGivesTheSameFile() throws {
        let first = try simulated("beast")
        let second = try simulated("beast")
        defer { for file in [first, second] { try? FileManager.default.removeItem(at: file) } }
        #expect(try Data(contentsOf: first) == Data(contentsOf: second))
    }
}
