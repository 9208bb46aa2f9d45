import Foundation
import Testing

@testable import pelacak

/// Who is hidden, on the command line that asks about flights.
@Suite(.timeLimit(.minutes(5)))
struct HiddenFlightTests {
    private static let hidden = "8a0001"

    private func archive(_ mode: String) async throws -> FlownArchive {
        let archive = try await FlownArchive(days: 1)
        let run = try archive.run("suppress", "add", Self.hidden, "--mode", mode, "--reason", "ladd", "--why", "asked")
        try #require(run.status == 0, "\(run.errors)")
        return archive
    }

    @Test("whoever is hidden everywhere is told to nobody, as one that was never heard")
    func everywhere() async throws {
        let archive = try await archive("everywhere")
        for command in ["flights", "gaps"] {
            let (hidden, unknown) = (try archive.run(command, Self.hidden), try archive.run(command, "8affff"))
            #expect(hidden.status == 1 && hidden.output.isEmpty && unknown.status == 1)
            #expect(hidden.errors == unknown.errors.replacing("8affff", with: Self.hidden))
        }
        let airport = try archive.run("airport", "XWST", "--from", "2026-01-01", "--to", "2026-01-02")
        let text = String(decoding: airport.output, as: UTF8.self)
        #expect(airport.status == 0 && text.contains("8a0002") && !text.contains(Self.hidden))
    }

    @Test("whoever is hidden from strangers is in no file for others, and on the operator's screen marked")
    func strangers() async throws {
        let archive = try await archive("public")
        let csv = try archive.run("flights", Self.hidden, "--csv")
        #expect(csv.status == 1 && csv.output.isEmpty, "\(csv.errors)")
        let own = try archive.run("flights", Self.hidden, "--csv", "--hidden")
        #expect(own.status == 0 && own.lines.count > 8, "\(own.errors)")
        let screen = try archive.run("flights", Self.hidden)
        #expect(screen.status == 0 && screen.lines.contains { $0.hasPrefix("leg ") }, "\(screen.errors)")
        #expect(screen.lines.contains { $0.contains("LADD") })
        #expect(own.lines.dropFirst().allSatisfy { $0.hasSuffix(",own,,ladd") }, "\(own.lines[1])")
        let other = try archive.run("flights", "8a0002", "--csv")
        #expect(other.status == 0 && other.lines.dropFirst().allSatisfy { $0.hasSuffix(",own,,") }, "\(other.lines[1])")
    }

    @Test("lists that cannot be read close what is for others, and what is not")
    func unreadable() async throws {
        let archive = try await FlownArchive(days: 1)
        try Data("neither a database\n".utf8).write(to: URL(fileURLWithPath: archive.data + "/identity.sqlite"))
        for arguments in [["flights", "8a0002"], ["flights", "8a0002", "--csv"], ["gaps", "8a0002"]] {
            let run = try Program.run(
                arguments + ["--data", archive.data],
                environment: ["PELACAK_ASSETS": archive.assets]
            )
            #expect(run.status == 1 && run.output.isEmpty && run.errors.contains("LADD"), "\(run.errors)")
        }
    }

    @Test("a file for others resolves no privacy address, and says nothing out of lists that may not be handed on")
    func lists() async throws {
        let archive = try await FlownArchive(days: 1)
        let list = archive.url.appendingPathComponent("aircraft.csv")
        try Data("8a0002;PK-GAA;B738;0000;;;\n8a0003;PK-GAB;A320;0010;;;\n".utf8).write(to: list)
        let taken = try archive.run("identity", "import", "tar1090-db", list.path, "--yes")
        try #require(taken.status == 0, "\(taken.errors)")
        for (hex, registration) in [("8a0002", "PK-GAA"), ("8a0003", "PK-GAB")] {
            let file = try archive.run("flights", hex, "--csv")
            #expect(file.status == 0 && file.lines.count > 8, "\(file.errors)")
            #expect(!file.lines.contains { $0.contains(registration) || $0.contains("tar1090") }, "\(file.lines[1])")
            let own = try archive.run("flights", hex, "--csv", "--hidden")
            #expect(own.lines.dropFirst().allSatisfy { $0.contains(registration) && $0.contains(",tar1090-db,") })
            #expect(own.lines[1].hasSuffix(",pia") == (hex == "8a0003"))
        }
    }

    @Test("where the receiver's place is kept, files for others begin and end above the floor")
    func floor() async throws {
        let archive = try await FlownArchive(days: 1)
        try Data("receiver: -5,112.5,20\n".utf8).write(to: URL(fileURLWithPath: archive.data + "/pelacak.yaml"))
        let (file, own) = (
            try archive.run("flights", "8a0002", "--csv"), try archive.run("flights", "8a0002", "--csv", "--hidden")
        )
        func observed(_ run: Program.Ended) -> Int {
            run.lines.count { $0.contains(",leg,") && $0.contains(",observed,") }
        }
        #expect(file.status == 0 && observed(own) > 0 && observed(file) == 0, "\(file.errors) \(file.lines)")
        // An export of positions keeps to it too.
        let times = ["--from", "2026-01-01", "--to", "2026-01-02"]
        let positions = try Program.run(
            ["export", "traces", "--icao", "8a0002", "--format", "csv", "--data", archive.data] + times
        )
        let all = try Program.run(
            ["export", "traces", "--icao", "8a0002", "--format", "csv", "--hidden", "--data", archive.data] + times
        )
        #expect(positions.status == 0 && all.status == 0, "\(positions.errors) \(all.errors)")
        #expect(positions.lines.count > 100 && positions.lines.count < all.lines.count)
    }

    @Test("--hidden without --csv is refused: it would change nothing")
    func needless() async throws {
        let run = try Program.run(["flights", "8a0001", "--hidden"])
        #expect(run.status == 2 && run.errors.contains("--hidden is for --csv alone"), "\(run.errors)")
    }
}
