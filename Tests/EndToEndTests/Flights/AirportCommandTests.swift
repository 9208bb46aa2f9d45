import Aero
import Foundation
import Testing
import Tracking

@testable import pelacak

@Suite(.timeLimit(.minutes(10)))
struct AirportCommandTests {
    @Test(
        "who came and went, and who stands there; every code of an airport is the same airport",
        arguments: ["XWST", "xws"]
    )
    func movements(code: String) async throws {
        let archive = try await FlownArchive(days: 1)
        let run = try archive.run("airport", code, "--from", "2026-01-01", "--to", "2026-01-02")
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.lines
        #expect(lines[0] == "XWST XWS  Western Field, ID", "\(lines[0])")
        #expect(lines[1] == "2026-01-01T00:00:00Z/2026-01-02T00:00:00Z")
        // Eleven turns begin and end within the day; the last of the later aircraft ends after midnight.
        let (takeoffs, landings) = (
            lines.filter { $0.hasPrefix("take-off  ") }, lines.filter { $0.hasPrefix("landing  ") }
        )
        #expect(takeoffs.count == 12 * 4, "\(takeoffs.count)")
        #expect((12 * 4 - 8...12 * 4).contains(landings.count), "\(landings.count)")
        #expect(takeoffs.allSatisfy { $0.contains(", observed, 8a00") && $0.contains("to XEST (2026-01-0") })
        #expect(landings.allSatisfy { $0.contains("from XEST (2026-01-0") })
        #expect(takeoffs[0].contains("MADE100"), "\(takeoffs[0])")
        #expect(lines.contains { $0.hasPrefix("on the ground at the end") })
        let indonesian = try archive.run("airport", code, "--from", "2026-01-01", "--to", "2026-01-02", "--lang", "id")
        #expect(indonesian.lines[0] == "XWST XWS  Lapangan Barat, ID" && indonesian.lines.count == lines.count)
    }

    @Test("without times: the last day of which anything is kept")
    func usual() async throws {
        let archive = try await FlownArchive(days: 2)
        let run = try archive.run("airport", "XEST")
        #expect(run.status == 0 && run.lines[1].hasPrefix("2026-01-0"), "\(run.lines) \(run.errors)")
        #expect(run.lines.count { $0.hasPrefix("landing  ") } > 30, "\(run.lines)")
        let far = try archive.run("airport", "XFAR")
        #expect(far.lines.contains("no landing and no take-off was heard or inferred"), "\(far.lines)")
        #expect(far.lines.contains("nobody was heard on the ground at the end"))
    }

    @Test("days that run over the bound of one answer are told in pieces, each movement once")
    func longer() async throws {
        let archive = try await FlownArchive(days: 3)
        let run = try archive.run("airport", "XWST", "--from", "2026-01-01", "--to", "2026-01-04")
        let takeoffs = run.lines.filter { $0.hasPrefix("take-off  ") }
        #expect(
            takeoffs.count == 12 * 4 * 3 && Set(takeoffs).count == takeoffs.count,
            "\(takeoffs.count) \(run.errors)"
        )
    }
}
