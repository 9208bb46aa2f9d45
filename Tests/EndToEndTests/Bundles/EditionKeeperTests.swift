import Aero
import Bundles
import Foundation
import Logging
import Site
import Store
import Testing
import Tracking
import Visits

@testable import pelacak

/// Editions of a running server, beside what commands do in the same folder.
@Suite(.timeLimit(.minutes(5)))
final class EditionKeeperTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        .path

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func keeper() -> EditionKeeper {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return EditionKeeper(dataFolder: folder, logger: logger)
    }

    private func kept(_ title: String) throws -> KeptVisit {
        let store = try VisitStore(folder: folder + "/visits")
        let place = try #require(Position(latitude: 21.2212, longitude: 105.8072))
        let stop = ItineraryStop(
            kind: .destination,
            name: "Hanoi",
            airports: [StopAirport(code: "VVNB", position: place, weight: 1)],
            arrival: ArrivalWindow()
        )
        let acts: [VisitChange.Act] = [.setTitle(title), .addStop(stop, at: 0, span: nil, report: 0)]
        return try store.begin(acts, by: "Somebody Here", at: Timestamp(seconds: 1_795_000_000))
    }

    private func material(
        _ kept: KeptVisit,
        _ realm: ArchiveRealm = .real,
        realms: [ArchiveRealm] = [.real]
    ) -> EditionMaterial {
        // Commands name airports where set-up's places are here.
        EditionMaterial(kept: kept, ranked: nil, gazetteer: FlightOptions.gazetteer(), realm: realm, realms: realms)
    }

    @Test(
        "what it publishes is what the command would; the command's editions are its own too, with a note of the correction"
    )
    func asTheCommand() async throws {
        let (kept, keeper) = (try kept("A visit"), keeper())
        #expect(try await keeper.difference(material(kept)).since == nil)
        let note = DossierText(english: "wrong", indonesian: "keliru")
        let first = try await keeper.publish(material(kept), note: note)
        #expect(first.number == 1 && first.earlier == nil && first.world == .real)
        let compared = try Program.run(["edition", "compare", "1", "--data", folder])
        #expect(compared.lines == ["Every sentence is as it was published."], "\(compared.errors)")
        let published = try Program.run(["edition", "publish", kept.id, "--no-aircraft", "--data", folder])
        #expect(published.status == 0, "\(published.errors)")
        #expect(try await keeper.editions().map(\.number) == [1, 2])
        let third = try await keeper.publish(material(kept), note: note)
        #expect(third.number == 3 && third.earlier == 2)
        let page = try String(contentsOfFile: folder + "/editions/3/id.html", encoding: .utf8)
        #expect(page.contains("keliru") && !page.contains("Somebody Here"))
        #expect(try Program.run(["edition", "show", "3", "--data", folder]).status == 0)
    }

    @Test(
        "coasts lie below its map and are credited; without their file, or with one that is none, it is made all the same"
    )
    func outline() async throws {
        let kept = try kept("A visit")
        let (coast, bad) = (folder + "/outline.txt", folder + "/bad.txt")
        try "pelacak-outline\t1\ncoast\t26000 5000 250 250 250 0\n".write(
            toFile: coast,
            atomically: true,
            encoding: .utf8
        )
        try "pelacak-outline\t1\ncoast\t26000".write(toFile: bad, atomically: true, encoding: .utf8)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        for path in [coast, nil, bad, folder + "/nothing", coast] {
            let keeper = EditionKeeper(dataFolder: folder, logger: logger, outline: path)
            #expect(try await keeper.difference(material(kept)).changes.isEmpty)
            let head = try await keeper.publish(material(kept), note: nil)
            let edition = try EditionShelf(dataFolder: folder).edition(head.number)
            #expect((edition.outline != nil) == (path == coast), "\(path ?? "none")")
            #expect(edition.credits.contains(EditionOutline.credit) == (path == coast))
            #expect(edition.earlier?.changes.isEmpty ?? true)
            #expect(EditionShelf(dataFolder: folder).changedFiles(edition).isEmpty)
        }
        #expect(OutlineFile(path: coast).trouble == nil)
        let words = try #require(OutlineFile(path: bad).trouble)
        #expect(words.english.contains("cut off") && words.indonesian.contains("terpotong"))
        #expect(OutlineFile(path: nil).trouble == BundleWords.noOutline)
    }

    @Test("what differs is told by sentence and by title; in the title alone no sentence differs")
    func difference() async throws {
        let (kept, keeper) = (try kept("A visit"), keeper())
        _ = try await keeper.publish(material(kept), note: nil)
        let store = try VisitStore(folder: folder + "/visits")
        let time = Timestamp(seconds: 1_795_000_100)
        let renamed = try store.apply([.setTitle("Another")], to: kept.id, after: nil, by: "x", at: time)
        let difference = try await keeper.difference(material(renamed))
        #expect(difference.since?.number == 1 && difference.sentences > 0)
        #expect(difference.changes.map(\.part) == [.title])
        #expect(difference.changes.first?.before?.english == "A visit")
    }

    @Test("what is simulated in any way is published as simulated")
    func simulated() async throws {
        let (kept, keeper) = (try kept("A visit"), keeper())
        // Nothing else is kept here.
        #expect(try await keeper.publish(material(kept, realms: [.simulated]), note: nil).world == .simulated)
        // One that followed a simulated one stays so.
        #expect(try await keeper.publish(material(kept), note: nil).world == .simulated)
    }

    @Test(
        "an edition that cannot be read is left out and the others are told; one that was taken away is gone, and its number with it"
    )
    func damaged() async throws {
        let (kept, keeper) = (try kept("A visit"), keeper())
        for _ in 0..<3 { _ = try await keeper.publish(material(kept), note: nil) }
        #expect(try await keeper.editions().count == 3)
        try Data("{}\n".utf8).write(to: URL(fileURLWithPath: folder + "/editions/2/edition.json"))
        #expect(try await keeper.editions().map(\.number) == [1, 3])
        try FileManager.default.removeItem(atPath: folder + "/editions/2")
        try FileManager.default.removeItem(atPath: folder + "/editions/3")
        #expect(try await keeper.editions().map(\.number) == [1])
        #expect(try await keeper.publish(material(kept), note: nil).number == 4)
    }

    @Test("of several entries all are taken down or none; each refusal says what was wrong")
    func objections() async throws {
        let (kept, keeper) = (try kept("A visit"), keeper())
        _ = try await keeper.publish(material(kept), note: nil)
        let anchor = try #require(try EditionShelf(dataFolder: folder).edition(1).sections.flatMap(\.sentences).first)
            .anchor
        let objection = ChallengeBook.Entry.objection(anchor: anchor, objection: "not so", evidence: "")
        #expect(try await keeper.take([objection], for: 1).challenges.count == 1)
        let answer = ChallengeBook.Entry.answer(number: 1, .upheld, answer: "put right")
        await #expect(throws: EditionDeskError.noChallenge(2)) {
            try await keeper.take([answer, .tell(number: 2, isPublic: true)], for: 1)
        }
        let unanswered = try await keeper.challenges(to: 1).challenges
        #expect(unanswered.map(\.outcome) == [.open])
        let told = try await keeper.take([answer, .tell(number: 1, isPublic: true)], for: 1)
        #expect(told.challenges.map(\.outcome) == [.upheld] && told.told.count == 1)
        let page = try String(contentsOfFile: folder + "/editions/1/objections.html", encoding: .utf8)
        #expect(page.contains("not so") && page.contains("put right"))
        await #expect(throws: EditionDeskError.noEdition(7)) { try await keeper.challenges(to: 7) }
        await #expect(throws: EditionDeskError.noSentence("nowhere")) {
            try await keeper.take([.objection(anchor: "nowhere", objection: "x", evidence: "")], for: 1)
        }
        await #expect(throws: EditionDeskError.badText) {
            try await keeper.take([.objection(anchor: anchor, objection: "", evidence: "")], for: 1)
        }
    }
}
