import Aero
import Foundation
import TestSupport
import Testing
import Visits

/// What strangers are quoted of texts, over made texts and every story there is.
struct VisitQuotationsTests {
    private static let time = Timestamp(seconds: 1_718_700_000)

    private static func kept(_ text: String, claims spans: [[TextSpan]]) throws -> KeptVisit {
        var visit = Visit()
        let draft = Draft(
            language: .english,
            dateline: Dateline(time: time, basis: .given),
            outlet: nil,
            subject: nil,
            stops: [],
            claims: spans.enumerated().map { number, spans in
                Claim(id: number + 1, kind: .context, report: 1, spans: spans, speaker: nil, certainty: .asserted)
            },
            openPoints: []
        )
        try visit.apply(.begin(Report(id: 1, addedBy: "desk"), draft), by: "desk", at: time)
        return KeptVisit(id: "x", created: time, visit: visit, texts: [1: text])
    }

    /// Bytes of a text that lie in any quotation of the visit.
    private static func union(_ kept: KeptVisit, of report: Int) -> Int {
        let (visit, quotations) = (kept.visit, VisitQuotations(kept))
        let spans =
            visit.claims.filter { $0.report == report }.flatMap(\.spans)
            + visit.stops.filter { $0.report == report }.flatMap(\.spans)
            + visit.stops.flatMap(\.mentions).filter { $0.report == report }.flatMap(\.spans)
            + visit.openPoints.compactMap(\.span) + [visit.subject?.span].compactMap(\.self)
        var bytes: Set<Int> = []
        for span in spans {
            guard let quotation = quotations.quotation(span, of: report) else { continue }
            #expect(quotation.words.utf8.count == quotation.span.count && quotation.span.count <= 120)
            bytes.formUnion(quotation.span.start..<quotation.span.end)
        }
        #expect(bytes.count == quotations.bytes(of: report))
        return bytes.count
    }

    @Test("a short sighting does not go out whole, and that it is left out is said")
    func sighting() throws {
        let text = "A large aircraft stood at Halim at six."
        let kept = try Self.kept(text, claims: [[TextSpan(0, text.utf8.count)]])
        let quotations = VisitQuotations(kept)
        #expect(quotations.quotation(TextSpan(0, text.utf8.count), of: 1) == nil)
        #expect(quotations.leftOut(of: 1) == 1 && quotations.bytes(of: 1) == 0)
    }

    @Test("the shortest words that carry a claim are kept; what says it again comes last")
    func order() throws {
        let text = String(repeating: "abcde fghi ", count: 20)
        let spans = [
            [TextSpan(0, 50), TextSpan(200, 204)], [TextSpan(60, 80)], [TextSpan(90, 120)], [TextSpan(130, 135)],
        ]
        let quotations = VisitQuotations(try Self.kept(text, claims: spans))
        #expect(quotations.quotation(spans[3][0], of: 1)?.words == "i abc")
        #expect(quotations.quotation(spans[1][0], of: 1) != nil && quotations.quotation(spans[0][1], of: 1) == nil)
        #expect(quotations.quotation(spans[2][0], of: 1) != nil && quotations.quotation(spans[0][0], of: 1) == nil)
        #expect(quotations.bytes(of: 1) == 55 && quotations.leftOut(of: 1) == 2)
        // Words within words that are quoted give nothing more away.
        #expect(quotations.quotation(TextSpan(61, 66), of: 1) != nil)
    }

    @Test("a long one is cut after whole words and whole letters, whatever the script")
    func cutting() throws {
        let latin = String(repeating: "kata-kata panjang é ", count: 150)
        let whole = TextSpan(0, latin.utf8.count)
        let cut = try #require(VisitQuotations(Self.kept(latin, claims: [[whole]])).quotation(whole, of: 1))
        #expect(cut.isCut && cut.span.count <= 120 && latin.hasPrefix(cut.words + " "))
        let han = String(repeating: "平壤", count: 300)
        let all = TextSpan(0, han.utf8.count)
        let letters = try #require(VisitQuotations(Self.kept(han, claims: [[all]])).quotation(all, of: 1))
        #expect(letters.isCut && letters.words.count == 40)
        // A text of nothing but bytes that go on with a letter is none.
        let odd = try Self.kept(latin, claims: [[TextSpan(5, 900_000)], [TextSpan(3, 3)]])
        #expect(VisitQuotations(odd).bytes(of: 1) == 0 && VisitQuotations(odd).quotation(TextSpan(0, 4), of: 7) == nil)
    }

    @Test(
        "of every story a quarter at most is quoted, and each stop keeps its name",
        .enabled(if: WholePlaces.gazetteer != nil, "needs the list of places")
    )
    func stories() throws {
        let places = try #require(WholePlaces.gazetteer)
        let made = ["visit-stories", "visit-stories-held-out", "state-visit-story"].flatMap {
            TestSupport.vectors($0).map(Story.story)
        }
        let beside = try [Story.seed()].compactMap(\.self) + Story.dev()
        #expect(made.count > 100)
        for story in made + beside {
            var visit = Visit()
            let draft = try Bench.draft(story, places)
            try visit.apply(.begin(Report(id: 0, addedBy: "desk"), draft), by: "desk", at: Self.time)
            let kept = KeptVisit(id: "x", created: Self.time, visit: visit, texts: [0: story.text])
            let (bytes, whole) = (Self.union(kept, of: 0), story.text.utf8.count)
            #expect(bytes * 4 <= whole, "\(story.id): \(bytes) of \(whole)")
            guard whole > 800 else { continue }
            let quotations = VisitQuotations(kept)
            let claims = visit.claims.filter { !$0.spans.isEmpty }
            let told = claims.count { quotations.quotation($0.spans[0], of: 0) != nil }
            print("\(story.id): \(bytes) of \(whole) bytes, \(told) of \(claims.count) claims with their words")
            for stop in visit.stops where !stop.spans.isEmpty {
                #expect(quotations.quotation(stop.spans[0], of: 0) != nil, "\(story.id): \(stop.stop.name)")
            }
        }
    }
}
