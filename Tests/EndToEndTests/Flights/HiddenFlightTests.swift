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

    @Test("--hidden without --csv is refused: it would change nothing")
    func needless() async throws {
        let run = try Program.run(["flights", "8a0001", "--hidden"])
        #expect(run.status == 2 && run.errors.contains("--hidden is for --csv alone"), "\(run.errors)")
    }
}
