import Aero
import Flights
import Foundation
import Testing
import Tracking

@testable import pelacak

@Suite(.timeLimit(.minutes(10)))
struct CoverageCommandTests {
    @Test("learning, showing, and a silence that is judged by it")
    func learns() async throws {
        let archive = try await FlownArchive(days: 4)
        let before = try archive.run("gaps", "8a0001")
        #expect(
            before.status == 0
                && before.lines.contains { $0.contains("was not learned yet") && $0.contains("pelacak coverage learn") }
        )
        let learned = try archive.run("coverage", "learn")
        #expect(learned.status == 0, "\(learned.errors)")
        #expect(learned.lines[0].hasPrefix("learned of real: from 2026-01-01T00:00:00Z to 20"), "\(learned.lines)")
        #expect(learned.lines[1] == "receivers that were heard to hear somebody: 1")
        #expect(learned.lines[2] == "kind from_m cells with_10_passes share")
        #expect(learned.lines.count == 3 + AltitudeBand.allCases.count, "\(learned.lines)")
        let shown = try archive.run("coverage", "show")
        #expect(shown.status == 0 && shown.lines == learned.lines)
        let json = try archive.run("coverage", "show", "--json")
        let document = try #require(try JSONSerialization.jsonObject(with: json.output) as? [String: Any])
        #expect(document["listeners"] as? Int == 1 && (document["layers"] as? [Any])?.count == 5)
        // Neither numbers nor places of receivers are told.
        for run in [learned, shown, json] {
            #expect(!String(decoding: run.output, as: UTF8.self).contains("latitude"))
        }
        let gaps = try archive.run("gaps", "8a0001", "--from", "2026-01-04", "--to", "2026-01-05")
        #expect(gaps.lines.contains { $0.hasPrefix("learned from 2026-01-01T00:00:00Z") }, "\(gaps.lines)")
        let place = try #require(gaps.lines.firstIndex { $0.hasPrefix("silence ") && $0.contains("ft level") })
        #expect(gaps.lines[place + 1].contains("P(off the air) at least 0."), "\(gaps.lines)")
        #expect(gaps.lines[place + 2].contains("passes of others, "), "\(gaps.lines)")
        let evidence = try archive.run("gaps", "8a0001", "--from", "2026-01-04", "--to", "2026-01-05", "--evidence")
        #expect(
            evidence.lines.contains { $0.hasPrefix("    cell -5.") && $0.contains("from 9000 m") },
            "\(evidence.lines)"
        )
        // The ways tried lead beside the one way that all of them fly, where nobody was ever heard: nothing counts there.
        #expect(
            evidence.lines.contains { $0.hasPrefix("      receiver 1: too few passes, 0.0 of 0.0") },
            "\(evidence.lines)"
        )
        let log = try archive.run("flights", "8a0001", "--from", "2026-01-04", "--to", "2026-01-05", "--json")
        let flights = try #require(try JSONSerialization.jsonObject(with: log.output) as? [String: Any])
        #expect(flights["coverage"] as? String == "learned")
    }

    @Test("from a day on, as JSON, and in a world that is simulated up to its own last minute")
    func choices() async throws {
        let archive = try await FlownArchive(days: 2, realm: .simulated)
        let run = try archive.run("coverage", "learn", "--realm", "simulated", "--from", "2026-01-02", "--json")
        #expect(run.status == 0, "\(run.errors)")
        let document = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
        #expect(document["since"] as? Double == 1_767_312_000)
        let until = try #require(document["until"] as? Double)
        #expect((1_767_312_000 + 80_000...1_767_312_000 + 90_000).contains(until), "\(until)")
        #expect(try archive.run("coverage", "show", "--realm", "simulated").lines.first == "SIMULATED")
    }

    @Test("a damaged file: told by all that would read it, put aside by the doctor, learned anew")
    func damaged() async throws {
        let archive = try await FlownArchive(days: 1)
        #expect(try archive.run("coverage", "learn").status == 0)
        let whole = try archive.run("doctor")
        #expect(
            whole.status == 0 && whole.lines.contains { $0.hasPrefix("coverage, real: ") && $0.hasSuffix(": whole") }
        )
        let file = URL(fileURLWithPath: archive.data + "/coverage/real.pcov")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        let show = try archive.run("coverage", "show")
        #expect(show.status == 1 && show.errors.contains("is damaged"), "\(show.errors)")
        let flights = try archive.run("flights", "8a0001")
        #expect(flights.status == 0 && flights.errors.contains("is damaged"), "\(flights.errors)")
        let look = try archive.run("doctor")
        #expect(
            look.status == 1 && look.lines.contains { $0.contains("coverage, real: ") && $0.contains("is damaged") },
            "\(look.lines)"
        )
        let repair = try archive.run("doctor", "--repair")
        #expect(repair.status == 1 && repair.lines.contains { $0.hasSuffix("; put aside") }, "\(repair.lines)")
        #expect(try archive.run("doctor").status == 0)
        #expect(try archive.run("coverage", "show").errors.contains("nothing was learned of real yet"))
        #expect(try archive.run("coverage", "learn").status == 0)
        #expect(FileManager.default.fileExists(atPath: file.path + ".damaged"))
    }

    @Test("limits of types that the configuration names are used, and nonsense in them is told")
    func airframes() async throws {
        let archive = try await FlownArchive(days: 1)
        let file = URL(fileURLWithPath: archive.data + "/pelacak.yaml")
        try Data("airframes: {IL96: {maximum: 5}}\n".utf8).write(to: file)
        let run = try archive.run("flights", "8a0001")
        #expect(run.status == 2 && run.errors.contains("IL96: maximum 5: write km/h from 20 to 4000"), "\(run.errors)")
        try Data("airframes: {IL96: {maximum: 950}}\n".utf8).write(to: file)
        #expect(try archive.run("flights", "8a0001").status == 0)
    }
}
