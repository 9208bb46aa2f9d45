import Aero
import Testing
import Visits

@testable import Bundles

struct EditionMakerTests {
    private static let text =
        "The president will land in Hanoi on Tuesday. "
        + String(repeating: "The rest of the story is nobody's to read but its reader's. ", count: 4)

    private static func kept(text: String = text) throws -> KeptVisit {
        var visit = Visit()
        var report = Report(id: 1, title: "A story", address: "https://news.example/1", addedBy: "Somebody At The Desk")
        report.outlet = "Wire"
        var draft = Draft(
            language: .english,
            dateline: Dateline(time: MadeVisitInputs.start, basis: .given, offsetSeconds: 0),
            outlet: "Wire",
            subject: nil,
            stops: [],
            claims: [],
            openPoints: []
        )
        var stop = DraftedStop(
            id: 1,
            stop: ItineraryStop(
                kind: .destination,
                name: "Hanoi",
                airports: [MadeVisitInputs.hanoi],
                arrival: ArrivalWindow(
                    readings: [
                        ArrivalReading(
                            start: MadeVisitInputs.hour(44),
                            end: MadeVisitInputs.hour(54),
                            zone: .stated,
                            weight: 1
                        )
                    ]
                )
            ),
            country: nil,
            certainty: .announced,
            spans: [TextSpan(26, 31)],
            report: 1
        )
        stop.claims = [1]
        var claim = Claim(
            id: 1,
            kind: .arrival,
            report: 1,
            spans: [TextSpan(0, 43)],
            speaker: nil,
            certainty: .asserted
        )
        claim.stops = [1]
        draft.stops = [stop]
        draft.claims = [claim]
        try visit.apply(.begin(report, draft), by: "Somebody At The Desk", at: MadeVisitInputs.start)
        return KeptVisit(id: "k3v9x2m4q8za", created: MadeVisitInputs.start, visit: visit, texts: [1: text])
    }

    private static func edition(_ given: KeptVisit? = nil) throws -> Edition {
        let kept = try given ?? kept()
        var maker = EditionMaker(kept, words: DossierWords(visit: kept.visit))
        let sections = maker.sections(nil)
        return try Edition(
            number: 1,
            subject: .visit(kept.id),
            title: DossierText("A visit"),
            published: MadeVisitInputs.start,
            world: .real,
            sections: sections,
            sources: maker.sources(),
            credits: [],
            places: maker.places()
        )
    }

    @Test("stops and claims become sentences that rest on each other, on sources and on what is assumed")
    func sentences() throws {
        let edition = try Self.edition()
        let sentences = edition.sections.flatMap(\.sentences)
        let stop = try #require(sentences.first { $0.anchor == "stop-1" })
        #expect(stop.words.english.contains("Hanoi") && stop.words.english.contains("Nobody has confirmed"))
        #expect(stop.rests.contains(.anchor("claim-1")))
        let claim = try #require(sentences.first { $0.anchor == "claim-1" })
        #expect(claim.words.english.contains("“The president will land in Hanoi on Tuesday”"))
        #expect(claim.rests == [.anchor("report-1")])
        #expect(sentences.contains { $0.anchor == "assumption-reading-rules" })
        #expect(edition.places.map(\.name) == ["Hanoi"])
        for sentence in sentences { #expect(!sentence.words.english.contains("{")) }
    }

    @Test("of a report a quarter at most is quoted, and what is left out is said")
    func quotations() throws {
        let kept = try Self.kept(text: "The president will land in Hanoi on Tuesday.")
        let claim = try #require(try Self.edition(kept).sections.flatMap(\.sentences).first { $0.anchor == "claim-1" })
        #expect(!claim.words.english.contains("land in Hanoi"))
        #expect(claim.words.english.contains("left out") && claim.words.indonesian.contains("tidak dikutip"))
    }

    @Test("names of people here and texts whole are on no page")
    func redacted() throws {
        let edition = try Self.edition()
        let all = [Draft.Language.english, .indonesian].map { EditionPage(edition, $0).bytes } + [edition.bytes]
        for bytes in all { #expect(!String(decoding: bytes, as: UTF8.self).contains("Somebody At The Desk")) }
    }

    @Test("the same dossier gives the same edition")
    func same() throws { #expect(try Self.edition().bytes == Self.edition().bytes) }

    @Test("anchors stay when a sentence changes")
    func stable() throws {
        let first = try Self.edition()
        let other = try Self.edition(
            Self.kept(text: Self.text.replacing("will land in Hanoi on Tuesday", with: "is to come to town at ten"))
        )
        let (old, now) = (first.sections.flatMap(\.sentences), other.sections.flatMap(\.sentences))
        #expect(old.map(\.anchor) == now.map(\.anchor))
        let changes = EditionChange.between(first, other.sections)
        #expect(changes.map(\.anchor).contains("claim-1") && changes.allSatisfy { $0.before != nil && $0.after != nil })
    }

    private static func aircraftAnchors(_ stops: [Int?], _ claims: [Int]) throws -> [String] {
        let kept = try kept()
        let inputs = MadeVisitInputs.inputs()
        let ranking = try #require(inputs.ranking(by: inputs.rules))
        let words = DossierWords(visit: kept.visit)
        var maker = EditionMaker(kept, words: words)
        let ranked = EditionRanking(
            ranking,
            words: RankingWords(
                words,
                itinerary: inputs.itinerary,
                stops: stops,
                claims: claims,
                labels: [:],
                lists: [:],
                isYoung: false
            ),
            verdicts: [],
            stops: stops,
            claims: claims,
            checkedVisits: 0
        )
        return maker.sections(ranked).first { $0.anchor == EditionMaker.aircraftSection }?.sentences.map(\.anchor) ?? []
    }

    @Test("anchors of reasons go by the stops' and claims' own numbers, not by where they stand")
    func ownNumbers() throws {
        let anchors = try Self.aircraftAnchors([nil, 7, 9], [4, 2, 6, 11])
        for stop in [7, 9] { #expect(anchors.contains("aircraft-000010-seen-at-stop-\(stop)")) }
        #expect(!anchors.contains { $0.hasSuffix("seen-at-stop-1") || $0.hasSuffix("seen-at-stop-2") })
        let claims = Set(anchors.filter { $0.contains("-claim-") }.compactMap { $0.split(separator: "-").last })
        #expect(!claims.isEmpty && claims.isSubset(of: ["4", "2", "6", "11"]))
        #expect(!anchors.contains { $0.contains("-n2") })
    }
}
