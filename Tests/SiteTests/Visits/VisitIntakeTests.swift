import Aero
import Foundation
import Testing
import Visits

@testable import Site

/// What reports are taken in as.
struct VisitIntakeTests {
    private static let time = Timestamp(seconds: 1_718_700_000)
    private static let intake = VisitIntake(
        gazetteer: FakePlaces.made.gazetteer,
        person: "desk",
        time: time,
        sha256: { "\($0.count)" }
    )

    private static func request(_ fields: [String: Any]) throws -> VisitReportRequest {
        try intake.request([UInt8](try JSONSerialization.data(withJSONObject: fields)))
    }

    private static func draft(
        _ fields: [String: Any],
        to visit: Visit = Visit()
    ) throws -> (report: Report, draft: Draft) {
        let (acts, copies) = try intake.acts(try request(fields), to: visit)
        #expect(acts.count == 1 && copies.count == 1)
        switch acts.first {
        case .begin(let report, let draft), .addReport(let report, let draft):
            #expect(copies[0].report == report.id && report.sha256 == "\(copies[0].bytes.count)")
            return (report, draft)
        default: throw Unexpected()
        }
    }

    private struct Unexpected: Error {}

    @Test("a text is drafted, with the day it is of; one in another language is kept as it is")
    func texts() throws {
        let story = try Self.draft(["text": VisitUnderTest.story, "published": "2024-06-17T20:00+07:00"])
        #expect(story.report.id == 1 && story.report.language == .indonesian && story.draft.stops.count == 1)
        #expect(story.report.dateline?.basis == .given && story.report.addedAt == Self.time)
        let other = try Self.draft(["text": "Президент летит", "language": "ru"])
        #expect(other.draft.stops.isEmpty && other.draft.claims.isEmpty && other.report.language == nil)
    }

    @Test("a track claims where it begins and ends; a sighting and a picture when they were")
    func files() throws {
        let csv = "time,lat,lon\n1718712000,55.97,37.41\n1718730000,-6.12,106.65\n"
        let track = try Self.draft(["kind": "csv", "data": Data(csv.utf8).base64EncodedString(), "name": "a.csv"])
        let claim = try #require(track.draft.claims.first)
        #expect(claim.kind == .observation && claim.places.compactMap { $0.airports.first?.code } == ["UUEE", "WIII"])
        #expect(claim.time?.start == Timestamp(seconds: 1_718_712_000) && claim.entry == .person("desk"))
        // Numbers begin with 1, as those of claims that are added later.
        #expect(claim.id == 1)
        let seen = try Self.draft(["kind": "sighting", "text": "At Halim.", "capturedAt": 1_718_730_000])
        #expect(seen.draft.claims.first?.time?.end == Timestamp(seconds: 1_718_730_000))
        let picture = try Self.draft(["kind": "picture", "data": "/9gAAQ=="])
        #expect(picture.draft.claims.first?.kind == .sighting && picture.draft.claims.first?.time == nil)
        #expect(try Self.draft(["kind": "note", "text": "Ask."]).draft.claims.isEmpty)
    }

    @Test("a sighting and a picture name a stop of the visit and aircraft; a stop that is not there is refused")
    func seen() throws {
        var visit = Visit()
        let stop = ItineraryStop(kind: .transit, name: "Halim", airports: [], arrival: ArrivalWindow())
        try visit.apply(.addStop(stop, at: 0, span: nil, report: 0), by: "desk", at: Self.time)
        let bodies: [[String: Any]] = [
            ["kind": "sighting", "text": "At Halim.", "stop": 1, "aircraft": ["Il-96", " ", "A332"]],
            ["kind": "picture", "data": "/9gAAQ==", "stop": 1],
        ]
        for body in bodies {
            for act in try Self.intake.acts(try Self.request(body), to: visit).acts {
                try visit.apply(act, by: "desk", at: Self.time)
            }
        }
        #expect(visit.claims.map(\.stops) == [[1], [1]] && visit.claims.map(\.aircraft) == [["Il-96", "A332"], []])
        #expect(visit.stops[0].claims == [1, 2])
        let refused: [(String, [String: Any])] = [
            ("stop", ["kind": "sighting", "text": "At Halim.", "stop": 2]),
            ("aircraft", ["kind": "sighting", "text": "x", "aircraft": Array(repeating: "A", count: 21)]),
        ]
        for (field, body) in refused {
            let request = try Self.request(body)
            let error = #expect(throws: APIError.self) { try Self.intake.acts(request, to: visit) }
            #expect(error?.field == field)
        }
    }

    @Test("a second report is added with a number of its own")
    func second() throws {
        var visit = Visit()
        for act in try Self.intake.acts(try Self.request(["text": VisitUnderTest.story]), to: visit).acts {
            try visit.apply(act, by: "desk", at: Self.time)
        }
        #expect(try Self.draft(["kind": "note", "text": "Ask."], to: visit).report.id == 2)
    }

    @Test(
        "what is none is refused with its key and its code",
        arguments: [
            (#"{"kind":"kml","data":"AAAA"}"#, "data"), (#"{"kind":"csv","text":"a,b"}"#, "text"),
            (#"{"text":"…"}"#, "text"), (#"{"kind":"picture","text":"x"}"#, "data"), (#"{"kind":"note"}"#, "text"),
            (#"{"kind":"text","data":"AAAA"}"#, "text"), (#"{"text":"Jakarta","language":"EN!"}"#, "language"),
        ]
    )
    func refusals(body: String, field: String) throws {
        let request = try Self.intake.request(Array(body.utf8))
        let error = #expect(throws: APIError.self) { try Self.intake.acts(request, to: Visit()) }
        #expect(error?.field == field && error?.code == "invalid")
    }

    @Test("without a list of places no text is drafted, and files are taken in")
    func noPlaces() throws {
        let bare = VisitIntake(gazetteer: .empty, person: "desk", time: Self.time, sha256: { _ in "" })
        let error = #expect(throws: APIError.self) {
            try bare.acts(try Self.request(["text": VisitUnderTest.story]), to: Visit())
        }
        #expect(error?.code == "no-places")
        #expect(try bare.acts(try Self.request(["kind": "note", "text": "Ask."]), to: Visit()).acts.count == 1)
    }
}
