import Foundation
import TestSupport
import Testing

/// A day of others' history, brought in, taken out and brought into an empty store, on the command line.
@Suite(.timeLimit(.minutes(10)))
struct DayOutAndBackTests {
    private static let terms = ["--source-name", "adsb.lol", "--licence", "ODbL", "--quiet"]
    private static let day = ["--from", "2024-06-18T00:00Z", "--to", "2024-06-19T00:00Z", "--realm", "imported"]
    private static let aircraft = ["4ca1fa", "484159"]

    /// Sixty positions, ten seconds apart, as readsb writes them; the first says its callsign.
    private static func trace(_ hex: String, callsign: String, from start: Int) -> String {
        let rows = (0..<60).map { index in
            let details = index == 0 ? #"{"type":"adsb_icao","flight":"\#(callsign) "}"# : "null"
            return """
                [\(start + index * 10).\(index % 10),52.\(1000 + index * 7),5.\(2000 + index * 11),\(30_000 + index * 25),400.5,\
                \(index * 3).2,0,\(index * 64),\(details),"adsb_icao",\(30_100 + index * 25),0,null,null]
                """
        }
        return #"{"icao":"\#(hex)","timestamp":1718668800,"trace":[\#(rows.joined(separator: ","))]}"#
    }

    @Test("the same traces come back, from the folder and from archives of it; each row keeps its terms")
    func outAndBack() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = folder.appendingPathComponent("files")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        for (index, hex) in Self.aircraft.enumerated() {
            let text = Self.trace(hex, callsign: "KLM10\(index)", from: index * 3_600)
            try Data(text.utf8).write(to: files.appendingPathComponent("trace_full_\(hex).json"))
        }
        func run(_ words: [String], in data: String) throws -> Program.Ended {
            let run = try Program.run(words + ["--data", folder.path + "/" + data])
            #expect(run.status == 0, "\(words): \(run.errors)")
            return run
        }
        _ = try run(["import", "traces", files.path] + Self.terms, in: "first")
        let out = folder.path + "/days"
        _ = try run(["export", "traces", "--format", "globe-history", "--out", out, "--quiet"] + Self.day, in: "first")
        func traces(in data: String) throws -> [[Substring]] {
            try Self.aircraft.map { try run(["history", "trace", $0, "--realm", "imported"], in: data).lines }
        }
        let told = try traces(in: "first")
        #expect(told.allSatisfy { $0.count == 62 }, "head, callsign and sixty rows: \(told.map(\.count))")
        var inputs = ["days"]
        for (name, flag) in [("day.tar", "-cf"), ("day.tar.gz", "-czf")] {
            try Self.tar([flag, folder.path + "/" + name, "-C", out, "2024"])
            inputs.append(name)
        }
        for (index, input) in inputs.enumerated() {
            _ = try run(["import", "traces", folder.path + "/" + input] + Self.terms, in: "\(index)")
            #expect(try traces(in: "\(index)") == told, "\(input)")
        }
        let table = try run(["export", "traces", "--format", "csv", "--quiet"] + Self.day, in: "0").lines
        #expect(table.first?.hasSuffix(",realm,licence") == true)
        #expect(table.count == 121 && table.dropFirst().allSatisfy { $0.hasSuffix(",imported,ODbL") })
        // A question that begins with a callsign.
        let use = try run(["history", "callsign", "klm101", "--realm", "imported"], in: "0").lines
        #expect(use.count == 2 && use.last?.hasPrefix("484159 KLM101 ") == true, "\(use)")
        #expect(use.last?.contains(" 2024-06-18T01:00:00") == true && use.last?.hasSuffix(" 60") == true, "\(use)")
        #expect(try run(["history", "callsign", "KLM*", "--realm", "imported"], in: "0").lines.count == 3)
        let none = try Program.run(["history", "callsign", "K M", "--data", folder.path + "/0", "--realm", "imported"])
        #expect(none.status == 1 && none.errors.contains("is no callsign"))
    }

    private static func tar(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["tar"] + arguments
        try process.run()
        #expect(process.waitForEnd() == 0)
    }
}
