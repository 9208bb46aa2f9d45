import Aero
import Foundation
import Testing
import Visits

@testable import Site

/// What bodies of changes are read as.
struct VisitActReaderTests {
    private static let time = Timestamp(seconds: 1_718_700_000)

    private static func kept(_ acts: [VisitChange.Act] = []) throws -> KeptVisit {
        var visit = Visit()
        for act in acts { try visit.apply(act, by: "desk", at: time) }
        return KeptVisit(id: "x", created: time, visit: visit, texts: [:])
    }

    /// A visit begun with a text, drafted as intake does; nobody says when it was published.
    private static func drafted(_ text: String, language: String? = nil) throws -> KeptVisit {
        let intake = VisitIntake(gazetteer: FakePlaces.made.gazetteer, person: "desk", time: time, sha256: { _ in "" })
        var body = VisitReportRequest()
        (body.text, body.language) = (text, language)
        var visit = Visit()
        for act in try intake.acts(body, to: visit).acts { try visit.apply(act, by: "desk", at: time) }
        return KeptVisit(id: "x", created: time, visit: visit, texts: [1: text])
    }

    /// The visit with all acts of a body made.
    private static func made(_ acts: String, of kept: KeptVisit) throws -> Visit {
        let body = #"{"after":0,"acts":"# + acts + "}"
        let request = try JSONDecoder().decode(VisitChangeRequest.self, from: Data(body.utf8))
        var reader = VisitActReader(kept: kept, places: FakePlaces.made.gazetteer)
        var visit = kept.visit
        for act in try reader.acts(request, by: "desk", at: time) { try visit.apply(act, by: "desk", at: time) }
        return visit
    }

    @Test("stops put in by one request stand in the order of its acts")
    func severalStops() throws {
        let places =
            #"[{"kind":"addStop","place":"Jakarta"},{"kind":"addStop","place":"Moscow"},{"kind":"addStop","place":"WIHH"}]"#
        let visit = try Self.made(places, of: Self.kept())
        #expect(visit.stops.map(\.stop.name) == ["Jakarta", "Moscow", "WIHH"])
    }

    @Test("two edits of one stop keep both: the place of the first, the time of the second")
    func severalEdits() throws {
        let visit = try Self.made(
            #"[{"kind":"addStop","place":"Jakarta"},{"kind":"editStop","stop":1,"place":"Moscow"},{"kind":"editStop","stop":1,"from":1000,"to":2000}]"#,
            of: Self.kept()
        )
        let stop = try #require(visit.stops.first?.stop)
        #expect(stop.name == "Moscow" && stop.arrival.start == Timestamp(seconds: 1_000))
    }

    @Test("an act that the ones before it make impossible is refused, and none is made")
    func impossible() throws {
        let kept = try Self.kept()
        #expect(throws: APIError.self) {
            try Self.made(
                #"[{"kind":"addStop","place":"Jakarta"},{"kind":"removeStop","stop":1},{"kind":"editStop","stop":1,"from":1}]"#,
                of: kept
            )
        }
        #expect(kept.visit.stops.isEmpty)
    }

    @Test(
        "a name that turns the direction of what stands around it, a state no list has, and half a letter are refused",
        arguments: [
            (##"[{"kind":"setTitle","title":"a\u202Eb"}]"##, "title"),
            (##"[{"kind":"addStop","place":"Jak\u2066arta"}]"##, "place"),
            (##"[{"kind":"setSubject","name":"X","state":"zz"}]"##, "state"),
            (##"[{"kind":"addStop","span":[1,5],"report":1}]"##, "span"),
        ]
    )
    func misleading(acts: String, field: String) throws {
        let kept = KeptVisit(id: "x", created: Self.time, visit: Visit(), texts: [1: "\u{110}anang"])
        let error = #expect(throws: APIError.self) { try Self.made(acts, of: kept) }
        #expect(error?.field == field)
    }

    @Test("a claim of the same request can be about a stop that it puts in")
    func claimOfNewStop() throws {
        let stop = ItineraryStop(kind: .transit, name: "A", airports: [], arrival: ArrivalWindow())
        let draft = Draft(
            language: .english,
            dateline: Dateline(time: Self.time, basis: .given),
            outlet: nil,
            subject: nil,
            stops: [],
            claims: [],
            openPoints: []
        )
        let begun: [VisitChange.Act] = [
            .begin(Report(id: 1, addedBy: "desk"), draft), .addStop(stop, at: 0, span: nil, report: 1),
        ]
        let visit = try Self.made(
            #"[{"kind":"addStop","place":"Moscow"},{"kind":"addClaim","claimKind":"arrival","report":1,"stop":2,"from":1000,"to":2000},{"kind":"narrow","stop":2,"claim":1}]"#,
            of: Self.kept(begun)
        )
        #expect(visit.claims.first?.stops == [2] && visit.stops[1].narrowed != nil)
    }

    @Test("a claim keeps what an edit leaves out; null takes off; a stop it names is one of the visit")
    func editedClaim() throws {
        let kept = try Self.drafted(VisitUnderTest.story)
        let old = try #require(kept.visit.claims.first { $0.speaker != nil && !$0.stops.isEmpty })
        func edited(_ rest: String) throws -> Claim {
            let act = #"[{"kind":"editClaim","claim":\#(old.id)\#(rest)}]"#
            return try #require(try Self.made(act, of: kept).claims.first { $0.id == old.id })
        }
        var same = try edited("")
        #expect(same == old)
        same = try edited(#","polarity":"denied","aircraft":["Il-96"," A332 "],"certainty":"alleged""#)
        #expect(same.polarity == .denied && same.aircraft == ["Il-96", "A332"] && same.certainty == .alleged)
        #expect(
            same.kind == old.kind && same.stops == old.stops && same.speaker == old.speaker && same.time == old.time
        )
        let bare = try edited(#","speaker":null,"stop":null,"from":null,"to":null,"claimKind":"sighting""#)
        #expect(bare.speaker == nil && bare.stops.isEmpty && bare.kind == .sighting && bare.spans == old.spans)
        #expect(try edited(#","speaker":" ""#).speaker == nil)
        let named = try edited(#","speaker":"Somebody else","from":1000,"to":2000"#)
        #expect(named.speaker?.name == "Somebody else" && named.speaker?.span == old.speaker?.span)
        #expect(named.time?.start == Timestamp(seconds: 1_000) && named.time?.readings.count == 1)
    }

    @Test(
        "an edit of a claim and a dateline that cannot be meant are refused with the key that is wrong",
        arguments: [
            (#"[{"kind":"editClaim","claim":99}]"#, "claim"), (#"[{"kind":"editClaim","claim":1,"stop":99}]"#, "stop"),
            (#"[{"kind":"editClaim","claim":1,"claimKind":"x"}]"#, "claimKind"),
            (#"[{"kind":"editClaim","claim":1,"aircraft":["a\u0007b"]}]"#, "aircraft"),
            (#"[{"kind":"editClaim","claim":1,"from":20,"to":10}]"#, "from"),
            (#"[{"kind":"setDateline","report":1}]"#, "published"),
            (#"[{"kind":"setDateline","report":1,"published":"soon"}]"#, "published"),
            (#"[{"kind":"setDateline","report":9,"published":1}]"#, "report"),
            (
                #"[{"kind":"setDateline","report":1,"published":1},{"kind":"setDateline","report":1,"published":2}]"#,
                "acts"
            ),
        ]
    )
    func refusals(acts: String, field: String) throws {
        let kept = try Self.drafted(VisitUnderTest.story)
        let error = #expect(throws: APIError.self) { try Self.made(acts, of: kept) }
        #expect(error?.field == field)
    }

    @Test("a dateline reads the text anew, with the clock it is told in; of a text in another language it is set alone")
    func dateline() throws {
        let story = "Presiden Rusia dijadwalkan tiba di Jakarta pada Selasa malam, kata Kremlin."
        let kept = try Self.drafted(story)
        #expect(kept.visit.stops.first?.stop.arrival.readings.isEmpty == true)
        #expect(kept.visit.openPoints.contains { $0.kind == .noDateline })
        let act = #"[{"kind":"setDateline","report":1,"published":"2024-06-17T20:00+07:00"}]"#
        let visit = try Self.made(act, of: kept)
        // Tuesday night in Jakarta, 18 June 2024.
        let night = Timestamp(seconds: 1_718_715_600)
        let window = try #require(visit.stops.first?.stop.arrival)
        #expect(window.start.map { $0 <= night } == true && window.end.map { night <= $0 } == true)
        #expect(visit.reports[0].dateline?.offsetSeconds == 25_200 && visit.reports[0].dateline?.basis == .given)
        #expect(!visit.openPoints.contains { $0.kind == .noDateline })
        let other = try Self.made(act, of: Self.drafted("Президент летит", language: "ru"))
        #expect(other.stops.isEmpty && other.reports[0].dateline?.basis == .given)
    }
}
