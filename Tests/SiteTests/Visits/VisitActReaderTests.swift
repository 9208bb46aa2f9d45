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
}
