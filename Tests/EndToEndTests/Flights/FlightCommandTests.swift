import Aero
import Foundation
import Testing
import Tracking

@testable import pelacak

/// Flights on the command line, typed as a user would.
@Suite(.timeLimit(.minutes(10)))
struct FlightCommandTests {
    private static func text(_ run: Program.Ended) -> String { String(decoding: run.output, as: UTF8.self) }

    /// Both times of `A/B`, where B may leave its day out.
    private static func interval(_ text: Substring) throws -> ClosedRange<Double> {
        let parts = text.split(separator: "/")
        try #require(parts.count == 2, "\(text)")
        let end = parts[1].contains("T") ? String(parts[1]) : "\(parts[0].prefix(11))\(parts[1])"
        return try TimeText.parse(String(parts[0])).seconds...TimeText.parse(end).seconds
    }

    @Test(
        "the log: every take-off and landing as an interval that holds the truth, airports, stops, first in our archive"
    )
    func log() async throws {
        let archive = try await FlownArchive(days: 2)
        let run = try archive.run("flights", "8a0001")
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.lines
        #expect(lines[0] == "8a0001 PK-" || lines[0].hasPrefix("8a0001"), "\(lines[0])")
        #expect(lines[1].contains("heard 2026-01-01T00:00:00Z/"), "\(lines[1])")
        #expect(
            lines[2] == "first in our archive 2026-01-01T00:00:00Z (since 2026-01-01, complete on 0 of 2 days)",
            "\(lines[2])"
        )
        let legs = lines.filter { $0.hasPrefix("leg ") }
        #expect(legs.count == archive.truth.count, "\(Self.text(run))")
        for (index, (line, truth)) in zip(legs, archive.truth).enumerated() {
            let match = try #require(
                line.firstMatch(
                    of:
                        /^leg (\d+)  took off (\S+) (X.ST)(?: runway \S+)?, observed; landed (\S+) (X.ST)(?: runway \S+)?, observed; as (MADE\d+); up to 33025 ft$/
                ),
                "\(line)"
            )
            #expect(match.1 == "\(index + 1)")
            #expect(try Self.interval(match.2).contains(truth.takeoff.seconds), "\(line)")
            #expect(try Self.interval(match.4).contains(truth.landing.seconds), "\(line)")
            #expect(match.3 == (index % 2 == 0 ? "XWST" : "XEST") && match.5 != match.3)
            #expect(match.6 == "MADE\(100 + index % 8)")
        }
        #expect(lines.count { $0.hasPrefix("stop  X") && $0.hasSuffix(", observed") } == legs.count - 1)
        #expect(lines.contains("XEST  Eastern Field, ID") && lines.contains("XWST  Western Field, ID"))
        // The silence has both explanations only where both fit; at cruise far from any field it flew on.
        let silence = try #require(lines.firstIndex { $0.hasPrefix("silence ") && $0.contains("level") })
        #expect(lines[silence + 1].contains("flew on "), "\(lines[silence + 1])")
    }

    @Test("the same in Indonesian, with the same figures")
    func indonesian() async throws {
        let archive = try await FlownArchive(days: 1)
        let (english, indonesian) = (
            try archive.run("flights", "8a0001"), try archive.run("flights", "8a0001", "--lang", "id")
        )
        #expect(indonesian.status == 0, "\(indonesian.errors)")
        #expect(indonesian.lines.count == english.lines.count)
        let text = Self.text(indonesian)
        #expect(text.contains("lepas landas 2026-01-01T") && text.contains("mendarat 2026-01-01T"))
        #expect(
            text.contains("teramati") && text.contains("Lapangan Barat") && text.contains("pertama dalam arsip kami")
        )
        for word in ["took off", "landed", "observed", "silence", "stop ", "Western"] {
            #expect(!text.contains(word), "\(word)")
        }
        func figures(_ run: Program.Ended) -> [String] {
            run.lines.map { line in line.filter { $0.isNumber || ":/".contains($0) } }
        }
        #expect(figures(indonesian) == figures(english))
    }

    @Test("CSV has the header of the documentation and a line for each leg, stop, silence and explanation")
    func csv() async throws {
        let archive = try await FlownArchive(days: 1)
        let run = try archive.run("flights", "8a0001", "--csv", "--lang", "id")
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.lines
        #expect(lines[0].split(separator: ",").map(String.init) == FlightLogCSV.columns)
        let document = try String(contentsOf: Self.documentation, encoding: .utf8)
        for column in FlightLogCSV.columns { #expect(document.contains("`\(column)`"), "\(column)") }
        let rows = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        #expect(rows.allSatisfy { $0.count == FlightLogCSV.columns.count && $0[0] == "real" && $0[1] == "8a0001" })
        #expect(rows.count { $0[4] == "leg" } == 8 && rows.count { $0[4] == "stop" } == 7)
        let silences = rows.filter { $0[4] == "silence" }
        #expect(!silences.isEmpty)
        for silence in silences {
            let shares = rows.filter { $0[4] == "explanation" && $0[5] == silence[5] }.compactMap { Double($0[7]) }
            #expect(shares.isEmpty || abs(shares.reduce(0, +) - 1) < 0.001, "\(shares)")
        }
        for leg in rows where leg[4] == "leg" {
            #expect(leg[9] == "observed" && leg[10] <= leg[11] && leg[11] < leg[17] && leg[17] <= leg[18], "\(leg)")
        }
    }

    private static let documentation = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("docs/flights.md")

    @Test("JSON is the interface's, byte for byte as a server gives it")
    func json() async throws {
        let archive = try await FlownArchive(days: 1)
        let times = ["--from", "2026-01-01", "--to", "2026-01-02"]
        let flights = try archive.run("flights", "8a0001", "--json", "--from", times[1], "--to", times[3])
        #expect(flights.status == 0, "\(flights.errors)")
        let server = try Program(
            serving: ["--source", "beast+listen://127.0.0.1:0"],
            environment: ["PELACAK_ASSETS": archive.assets],
            data: URL(fileURLWithPath: archive.data)
        )
        defer { server.stop(keepsFolder: true) }
        _ = try await server.json("/api/v1/places?q=XWST") { $0["isAvailable"] as? Bool == true }
        // Until the server has learned as much as the command did: nothing.
        let range = "from=1767225600&to=1767312000&realm=real"
        let path = "/api/v1/airports/XWST/movements?\(range)"
        let answer = try await server.request("GET", path)
        #expect(answer.status == 200)
        // Beside the server, which says of days whether they are complete.
        let movements = try archive.run("airport", "XWS", "--json", "--from", times[1], "--to", times[3])
        #expect(movements.status == 0, "\(movements.errors)")
        #expect(answer.body + Data([0x0A]) == movements.output)
        let log = try await server.json("/api/v1/aircraft/8a0001/flights?\(range)")
        let own = try #require(try JSONSerialization.jsonObject(with: flights.output) as? [String: Any])
        #expect(
            NSDictionary(dictionary: ["legs": log["legs"] ?? 0]) == NSDictionary(dictionary: ["legs": own["legs"] ?? 1])
        )
        #expect(own["coverage"] as? String == "none")
    }

    @Test("times that are not written: the last seven days on which it was heard")
    func usualDays() async throws {
        let archive = try await FlownArchive(days: 9)
        let run = try archive.run("flights", "8a0002")
        #expect(run.status == 0 && run.lines[1].hasPrefix("asked 2026-01-03T00:00:00Z/"), "\(run.lines) \(run.errors)")
        let one = try archive.run("flights", "8a0002", "--from", "2026-01-08T00:00Z", "--to", "2026-01-08T01:00Z")
        #expect(one.lines.count { $0.hasPrefix("leg ") } == 1, "\(Self.text(one))")
        let none = try archive.run("flights", "8a0002", "--from", "2025-06-01", "--to", "2025-06-02")
        #expect(none.status == 0 && none.errors.contains("nothing was heard of it in that time"), "\(none.errors)")
    }

    @Test(
        "what cannot be meant is said, with what to write",
        arguments: [
            (["flights", "zz"], 2, "zz is no address"), (["flights"], 2, "<HEX>"),
            (["flights", "8a0001", "--csv", "--json"], 2, "write one of them"),
            (["flights", "8a0001", "--lang", "de"], 2, "--lang de: write en or id"),
            (["flights", "8a0001", "--from", "soon"], 2, "is no time"),
            (["flights", "8a0001", "--from", "2026-01-03", "--to", "2026-01-02"], 2, "--from is not before --to"),
            (["flights", "8a0001", "--realm", "dreamt"], 2, "write real, imported or simulated"),
            (["flights", "8a0001", "--realm", "imported"], 1, "there is no archive yet"),
            (["flights", "abcdef"], 1, "nothing is kept of abcdef"),
            (["flights", "8a0001", "--config", "/none.yaml"], 1, "there is no configuration"),
            (["gaps", "8a0001", "--csv"], 2, "--csv"), (["gaps", "zz"], 2, "zz is no address"),
            (["airport", "XWSS"], 2, "did you mean XWST Western Field?"), (["airport", "eastern field"], 2, "XEST"),
            (["airport", "QQQQQQ"], 2, "there is no airport \"QQQQQQ\""), (["airport"], 2, "<CODE>"),
            (["airport", "XWST", "--from", "2026-01-02", "--to", "2026-01-01"], 2, "--from is not before --to"),
            (["coverage", "show"], 1, "nothing was learned of real yet"),
            (["coverage", "show", "--realm", "imported"], 2, "nobody is known to have listened there"),
            (["coverage", "learn", "--from", "2100-01-01"], 2, "--from is not before"),
            (["coverage", "learn", "--realm", "simulated"], 1, "there is no archive yet"),
            (["coverage", "forget"], 2, "coverage"),
        ] as [([String], Int32, String)]
    )
    func nonsense(arguments: [String], status: Int32, says: String) async throws {
        let archive = try await FlownArchive(days: 1)
        let run = try Program.run(
            arguments + (arguments.count > 1 || arguments == ["airport"] ? ["--data", archive.data] : []),
            environment: ["PELACAK_ASSETS": archive.assets]
        )
        #expect(run.status == status && run.errors.contains(says), "\(run.status) \(run.errors) \(run.lines)")
        #expect(run.output.isEmpty, "\(run.lines)")
    }

    @Test(
        "a folder without an archive says so",
        arguments: ["flights 8a0001", "gaps 8a0001", "airport XWST", "coverage learn"]
    )
    func nothingKept(command: String) async throws {
        let archive = try await FlownArchive(days: 0)
        let run = try Program.run(
            command.split(separator: " ").map(String.init) + ["--data", archive.data],
            environment: ["PELACAK_ASSETS": archive.assets]
        )
        #expect(run.status == 1 && run.errors.contains("there is no archive yet"), "\(run.errors)")
    }

    @Test("without places there are flights and no airports, and that is said")
    func noPlaces() async throws {
        let archive = try await FlownArchive(days: 1)
        try Data("no places".utf8).write(to: URL(fileURLWithPath: archive.assets + "/places.tsv.gz"))
        let run = try archive.run("flights", "8a0001")
        #expect(run.status == 0 && run.errors.contains("no places"), "\(run.errors)")
        #expect(run.lines.count { $0.hasPrefix("leg ") } >= 1 && !Self.text(run).contains("XWST"))
        let airport = try archive.run("airport", "XWST")
        #expect(airport.status == 1 && airport.errors.contains("airports are not known here"), "\(airport.errors)")
    }

    @Test("what is simulated says so first, and in the table in every line")
    func simulated() async throws {
        let archive = try await FlownArchive(days: 1, realm: .simulated)
        let run = try archive.run("flights", "8a0001", "--realm", "simulated")
        #expect(run.status == 0 && run.lines.first == "SIMULATED", "\(run.errors)")
        let table = try archive.run("flights", "8a0001", "--realm", "simulated", "--csv")
        #expect(table.lines.dropFirst().allSatisfy { $0.hasPrefix("simulated,") })
        #expect(table.lines.first?.hasPrefix("realm,hex,") == true)
    }
}
