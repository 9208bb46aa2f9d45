import Aero
import Foundation
import Store
import Testing
import Visits

@testable import pelacak

/// Editions on the command line: published, corrected, objected to.
@Suite(.timeLimit(.minutes(5)))
final class EditionCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func run(_ arguments: String...) throws -> Program.Ended {
        let ended = try Program.run(arguments + ["--data", folder.path])
        return ended
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: folder.path + "/editions/" + name, encoding: .utf8)
    }

    @Test("a visit is published, corrected by the next edition, and objections are taken down and answered")
    func course() throws {
        let store = try VisitStore(folder: folder.path + "/visits")
        let time = Timestamp(seconds: 1_795_000_000)
        let place = try #require(Position(latitude: 21.2212, longitude: 105.8072))
        func stop(_ name: String) -> ItineraryStop {
            ItineraryStop(
                kind: .destination,
                name: name,
                airports: [StopAirport(code: "VVNB", position: place, weight: 1)],
                arrival: ArrivalWindow()
            )
        }
        let acts: [VisitChange.Act] = [
            .setTitle("Kunjungan <b>"), .addStop(stop("Hanoi"), at: 0, span: nil, report: 0),
        ]
        let kept = try store.begin(acts, by: "Somebody Here", at: time)
        let first = try run("edition", "publish", kept.id, "--no-aircraft")
        #expect(first.status == 0 && first.lines.first?.hasPrefix("1  ") == true, "\(first.errors)")
        for name in ["1/index.html", "1/id.html", "1/edition.json"] {
            let page = try text(name)
            #expect(page.contains("Hanoi") && !page.contains("Somebody Here"), "\(name)")
            if name.hasSuffix("html") { #expect(page.contains("Kunjungan &lt;b&gt;") && !page.contains("<script")) }
        }
        let number = try #require(kept.visit.stops.first?.id)
        _ = try store.apply([.editStop(number, stop("Ha Noi"))], to: kept.id, after: nil, by: "x", at: time)
        let second = try run("edition", "publish", kept.id, "--no-aircraft", "--note", "spelt as there")
        #expect(second.status == 0 && second.lines.first?.hasPrefix("2  ") == true, "\(second.errors)")
        let corrected = try text("2/index.html")
        #expect(corrected.contains("spelt as there") && corrected.contains("<del>Announced: Hanoi"))
        #expect(try run("edition", "list").lines.count == 2)

        let objected = try run(
            "edition",
            "challenge",
            "1",
            "--sentence",
            "stop-\(number)",
            "--objection",
            "It is spelt otherwise."
        )
        #expect(objected.status == 0, "\(objected.errors)")
        #expect(try run("edition", "challenge", "1", "--sentence", "nowhere", "--objection", "x").status == 1)
        let answered = try run(
            "edition",
            "answer",
            "1",
            "--challenge",
            "1",
            "--outcome",
            "upheld",
            "--answer",
            "Put right in edition 2."
        )
        #expect(answered.status == 0 && answered.lines.first?.contains("upheld  private") == true, "\(answered.lines)")
        #expect(try run("edition", "tell", "1", "--challenge", "1").lines.first?.contains("public") == true)
        #expect(try run("edition", "show", "1").status == 0)
        try Data("changed".utf8).write(to: folder.appendingPathComponent("editions/1/id.html"))
        let changed = try run("edition", "show", "1")
        #expect(changed.status == 1 && changed.errors.contains("id.html"), "\(changed.errors)")
        #expect(try run("edition", "show", "9").status == 1)
    }
}
