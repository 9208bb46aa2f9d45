import Aero
import Foundation
import Store
import Testing
import Tracking
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
        let differs = try run("edition", "compare", "1")
        #expect(differs.status == 0 && differs.lines.contains { $0.contains("Hanoi") && $0.contains("Now: ") })
        let second = try run("edition", "publish", kept.id, "--no-aircraft", "--note", "spelt as there")
        #expect(second.status == 0 && second.lines.first?.hasPrefix("2  ") == true, "\(second.errors)")
        let corrected = try text("2/index.html")
        #expect(corrected.contains("spelt as there") && corrected.contains("<del>Announced: Hanoi"))
        #expect(
            try run("edition", "compare", "2", "--lang", "id").lines == [
                "Setiap kalimat sama seperti saat diterbitkan."
            ]
        )
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
        let inOther = try run(
            "edition",
            "answer",
            "1",
            "--challenge",
            "1",
            "--outcome",
            "upheld",
            "--answer",
            "Put right in edition 2.",
            "--lang",
            "id"
        )
        #expect(inOther.lines.first?.contains("diterima  tertutup") == true, "\(inOther.lines)")
        // Private until the editor tells it: then it stands beside the edition, which stays as it was.
        #expect(try text("1/objections.html").contains("No objection to this edition has been told."))
        let before = try text("1/index.html")
        #expect(try run("edition", "tell", "1", "--challenge", "1").lines.first?.contains("public") == true)
        for (name, words) in [("1/objections.html", "Upheld"), ("1/objections-id.html", "Diterima")] {
            let page = try text(name)
            #expect(page.contains("It is spelt otherwise.") && page.contains("Put right in edition 2."), "\(name)")
            #expect(page.contains(words) && page.contains("#stop-\(number)"), "\(name)")
        }
        #expect(try text("1/index.html") == before && before.contains("href=\"objections.html\""))
        #expect(try run("edition", "tell", "1", "--challenge", "1", "--no-longer").status == 0)
        #expect(try !text("1/objections.html").contains("spelt otherwise"))
        #expect(try run("edition", "show", "1").status == 0)
        try Data("changed".utf8).write(to: folder.appendingPathComponent("editions/1/id.html"))
        let changed = try run("edition", "show", "1")
        #expect(changed.status == 1 && changed.errors.contains("id.html"), "\(changed.errors)")
        #expect(try run("edition", "show", "9").status == 1)
    }

    @Test("a number is never given twice, whatever was taken out of the folder")
    func numbers() throws {
        let store = try VisitStore(folder: folder.path + "/visits")
        let kept = try store.begin([.setTitle("Plain")], by: "x", at: Timestamp(seconds: 1_795_000_000))
        func publish() throws -> String? {
            let ended = try run("edition", "publish", kept.id, "--no-aircraft")
            #expect(ended.status == 0, "\(ended.errors)")
            return ended.lines.first.map { String($0.prefix { $0 != " " }) }
        }
        let files = FileManager.default
        #expect(try publish() == "1")
        #expect(try publish() == "2")
        try files.removeItem(atPath: folder.path + "/editions/2")
        #expect(try publish() == "3")
        // Also where the counter is gone, as long as somebody objected.
        try files.moveItem(atPath: folder.path + "/editions/3", toPath: folder.path + "/elsewhere")
        try Data().write(to: folder.appendingPathComponent("editions/challenges-7.jsonl"))
        try files.removeItem(atPath: folder.path + "/editions/last")
        #expect(try publish() == "8")
        try Data("?".utf8).write(to: folder.appendingPathComponent("editions/last"))
        #expect(try run("edition", "publish", kept.id, "--no-aircraft").status == 1)
    }

    @Test("where only a simulated sky is kept, or was named once, an edition without aircraft is labelled too")
    func simulatedWithoutAircraft() throws {
        let store = try VisitStore(folder: folder.path + "/visits")
        let time = Timestamp(seconds: 1_795_000_000)
        func publish(_ visit: KeptVisit, _ arguments: String...) throws -> Program.Ended {
            try Program.run(["edition", "publish", visit.id, "--no-aircraft", "--data", folder.path] + arguments)
        }
        let plain = try store.begin([.setTitle("Plain")], by: "x", at: time)
        #expect(try publish(plain).lines.first?.hasPrefix("1  ") == true)
        #expect(try !text("1/index.html").contains("SIMULATED"))
        let named = try store.begin([.setTitle("Named")], by: "x", at: time)
        #expect(try publish(named, "--realm", "simulated").lines.first == "SIMULATED")
        // What was simulated once stays so.
        #expect(try publish(named).lines.first == "SIMULATED")
        _ = try HistoryStore(folder: folder.path + "/history/simulated", realm: .simulated)
        #expect(try publish(plain).lines.first == "SIMULATED")
        for number in 2...4 {
            #expect(try text("\(number)/index.html").contains("class=\"simulated\">SIMULATED"), "\(number)")
            #expect(try text("\(number)/id.html").contains("class=\"simulated\">SIMULASI"), "\(number)")
        }
        let listed = try run("edition", "list").lines
        #expect(listed.count == 4 && listed.filter { $0.contains("SIMULATED") }.count == 3, "\(listed)")
        _ = try HistoryStore(folder: folder.path + "/history/real", realm: .real)
        #expect(try publish(try store.begin([.setTitle("Real")], by: "x", at: time)).lines.count == 1)
    }
}
