import Aero
import Bundles
import Flights
import Foundation
import TestSupport
import Testing
import Visits

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(5)))
struct FlightEditionRoutesTests {
    private static let writer = ["Authorization": "Bearer secret"]
    private static let hex = JavaFlight.address.hex
    private static let path = "/api/v1/aircraft/\(hex)/editions"
    /// In the flight, and in its silence.
    private static let flown = JavaFlight.start + 600
    private static let silent = JavaFlight.start + 3_000

    private func world(
        _ editions: FakeEditions = FakeEditions(),
        flights: FakeFlights = FakeFlights(),
        discretion: Discretion = Discretion(),
        book: any AddressBook = FakeBook(),
        history: FakeHistory? = FakeHistory([.real: FakeArchive(JavaFlight.batch())]),
        tellsReception: Bool = false,
        _ body: (VisitUnderTest) async throws -> Void
    ) async throws {
        let sky = FakeSky()
        sky.set { state in
            state.status.provenance = .real
            state.status.now = Timestamp(seconds: JavaFlight.start + JavaFlight.end + 60)
        }
        let document = try OpenAPIDocument.ofCheckout()
        try await SiteUnderTest.with(
            sky: sky,
            history: history,
            discretion: discretion,
            book: book,
            flights: flights,
            editions: editions,
            configure: { configuration in
                configuration.token = "secret"
                configuration.tellsReceptionToStrangers = tellsReception
            }
        ) { site in try await body(VisitUnderTest(site: site, document: document)) }
    }

    private func json(_ answer: Loopback.Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
    }

    private static func difference(_ kind: String, _ at: Double, _ more: String = "") -> String {
        "\(path)/difference?kind=\(kind)&at=\(at)\(more)"
    }

    @Test(
        "a flight and a silence are published by a moment in them, listed by their aircraft, and compared for everybody"
    )
    func publishing() async throws {
        let editions = FakeEditions()
        try await world(editions) { site in
            for (number, kind, at) in [(1, "flight", Self.flown), (2, "gap", Self.silent)] {
                let nothing = try json(try await site.under(Self.difference(kind, at)))
                #expect(nothing["since"] == nil && nothing.text("subject") == kind && nothing["aircraft"] == nil)
                let body: [String: Any] = ["kind": kind, "at": at, "note": ["en": "wrong", "id": "keliru"]]
                let made = try await site.under(Self.path + "?lang=id", "POST", body, headers: Self.writer)
                #expect(made.status == 201 && made.headers["location"] == "/editions/\(number)/id.html")
                #expect(editions.notes.last == DossierText(english: "wrong", indonesian: "keliru"))
                #expect(try json(made).text("id") == nothing.text("id"))
                for (language, after) in [("en", "It is said."), ("id", "Kini dikatakan.")] {
                    let told = try json(try await site.under(Self.difference(kind, at + 1, "&lang=\(language)")))
                    #expect((told["since"] as? [String: Any])?.number("number") == number)
                    #expect(told.number("changedSentences") == 1 && told.list("changes").first?.text("after") == after)
                }
            }
            let all = try json(try await site.under("/api/v1/editions?aircraft=\(Self.hex)")).list("editions")
            #expect(all.map { $0.text("subject") } == ["flight", "gap"])
            #expect(all.allSatisfy { $0.text("id")?.hasPrefix(Self.hex + "-") == true })
            #expect(try json(try await site.under("/api/v1/editions?aircraft=484159")).list("editions").isEmpty)
            #expect(try await site.under("/api/v1/editions?aircraft=zz").status == 400)
        }
    }

    @Test("publishing a flight needs the right to write, and our own pages")
    func rights() async throws {
        let editions = FakeEditions()
        try await world(editions) { (site) async throws in
            let foreign = Self.writer.merging(["Origin": "http://elsewhere.example"]) { $1 }
            let body: [String: Any] = ["kind": "flight", "at": Self.flown]
            for (headers, status) in [([:], 401), (foreign, 403)] {
                #expect(try await site.under(Self.path, "POST", body, headers: headers).status == status)
            }
            for method in ["GET", "PUT", "DELETE"] {
                #expect(try await Loopback.ask(site.site.port, method, Self.path).status == 405, "\(method)")
            }
            #expect(editions.flights.isEmpty)
        }
    }

    @Test("what makes no sense, and a time at which nothing is told, is refused in both languages")
    func nonsense() async throws {
        let editions = FakeEditions()
        try await world(editions) { site in
            let bodies: [([String: Any], Int, String?)] = [
                (["at": Self.flown], 422, "kind"), (["kind": "visit", "at": Self.flown], 422, "kind"),
                (["kind": "flight"], 422, "at"), (["kind": "flight", "at": -1], 422, "at"),
                (["kind": "flight", "at": 1e15], 422, "at"), (["kind": "flight", "at": "x"], 422, "at"),
                (["kind": "flight", "at": Self.flown, "realm": "other"], 422, "realm"),
                (["kind": "flight", "at": Self.flown, "note": ["id": "satu"]], 422, "note"),
                (["kind": "flight", "at": JavaFlight.start - 86_400], 404, nil),
                (["kind": "gap", "at": Self.flown], 404, nil),
                (["kind": "flight", "at": Self.flown, "realm": "imported"], 404, nil),
            ]
            for (body, status, field) in bodies {
                let answer = try await site.under(Self.path, "POST", body, headers: Self.writer)
                #expect(answer.status == status, "\(body)")
                let error = try json(answer)
                #expect(error.text("field") == field, "\(body)")
                guard error.text("code") == "no-flight" else { continue }
                let texts = try #require(error["errorText"] as? [String: String])
                #expect(texts.keys.sorted() == ["en", "id"] && texts["en"] != texts["id"])
            }
            let zz = try await site.under(
                "/api/v1/aircraft/zz/editions",
                "POST",
                ["kind": "flight", "at": 1],
                headers: Self.writer
            )
            #expect(zz.status == 400)
            for query in ["kind=visit&at=1", "at=1", "kind=gap", "kind=gap&at=x", "kind=gap&at=1&then=1"] {
                #expect(try await site.under("\(Self.path)/difference?\(query)").status == 400, "\(query)")
            }
            #expect(try await site.under(Self.difference("gap", Self.flown)).status == 404)
            let long: [String: Any] = ["note": ["en": String(repeating: "x", count: 1_000_000)]]
            #expect(try await site.under(Self.path, "POST", long, headers: Self.writer).status == 413)
            #expect(editions.flights.isEmpty)
            editions.fail(.unusable)
            let flown: [String: Any] = ["kind": "flight", "at": Self.flown]
            #expect(try await site.under(Self.path, "POST", flown, headers: Self.writer).status == 503)
            #expect(try await site.under(Self.difference("flight", Self.flown)).status == 503)
        }
    }

    @Test("whoever publishes, nobody is told of who is hidden, and of who it is only what may be handed on")
    func asStrangers() async throws {
        let held = RegisteredAircraft(address: JavaFlight.address, registration: "SE-CRET", type: "B738", marks: [])
        let shown = FakeEditions()
        try await world(shown, book: FakeBook(held)) { site in
            let body: [String: Any] = ["kind": "flight", "at": Self.flown]
            #expect(try await site.under(Self.path, "POST", body, headers: Self.writer).status == 201)
            let own = try await site.under(
                "/api/v1/aircraft/\(Self.hex)/flights?from=2024-06-18&to=2024-06-19",
                headers: Self.writer
            )
            #expect(String(decoding: own.body, as: UTF8.self).contains("SE-CRET"))
            #expect(shown.flights.allSatisfy { $0.book.registration(of: JavaFlight.address) != "SE-CRET" })
        }
        let hidden = FakeEditions()
        let rules = SuppressionRules([SuppressionRule(JavaFlight.address, .public, reason: .takedown)])
        try await world(hidden, discretion: Discretion(rules)) { site in
            let body: [String: Any] = ["kind": "flight", "at": Self.flown]
            let refused = try await site.under(Self.path, "POST", body, headers: Self.writer)
            let never = try await site.under("/api/v1/aircraft/8a0fff/editions", "POST", body, headers: Self.writer)
            #expect(refused.status == 404 && refused.body == never.body)
            #expect(try await site.under(Self.difference("gap", Self.silent), headers: Self.writer).status == 404)
            #expect(hidden.flights.isEmpty)
        }
    }

    @Test("what may not be handed on is not published, also by who is shown it")
    func forbidden() async throws {
        let given = JavaFlight.batch()
        var batch = ObservationBatch(licence: .nonCommercial, origin: "Somebody")
        let set = batch.place(of: ReceiverSet([JavaFlight.receiver]))
        batch.rows = given.rows.map { row in
            var observation = row.observation
            observation.heardBy = set
            return .init(row.aircraft, observation)
        }
        let editions = FakeEditions()
        try await world(editions, history: FakeHistory([.real: FakeArchive(batch)])) { (site) async throws in
            let body: [String: Any] = ["kind": "flight", "at": Self.flown]
            #expect(try await site.under(Self.path, "POST", body, headers: Self.writer).status == 404)
            #expect(editions.flights.isEmpty)
        }
    }

    @Test(
        "of what silences mean strangers are told what is said now alone: what the operator was told before is his, and is not kept anew"
    )
    func verdicts() async throws {
        let flights = FakeFlights(JavaFlight.coverage)
        let editions = FakeEditions()
        try await world(editions, flights: flights, tellsReception: true) { site in
            let asked = Self.difference("gap", Self.silent)
            _ = try await site.under(asked, headers: Self.writer)
            #expect(flights.labelsKept == 0)
            let material = try #require(editions.flights.last)
            let time = Timestamp(seconds: Self.silent)
            let told = try await material.answers.account(
                of: material.aircraft,
                during: time..<time.advanced(bySeconds: 1)
            )
            let (start, verdict) = try #require(told.verdicts.first)
            let other = GapClass.allCases.first { $0 != verdict.gapClass } ?? .undetermined
            flights.say(GapLabel(gapClass: other, offAtLeast: 0.5, judgedAt: start), ofSilenceSince: start)
            _ = try await site.under(asked, headers: Self.writer)
            let again = try #require(editions.flights.last)
            let later = try await again.answers.account(of: again.aircraft, during: time..<time.advanced(bySeconds: 1))
            #expect(later.verdicts[start]?.earlier == [] && later.verdicts[start]?.gapClass == verdict.gapClass)
            #expect(flights.labelsKept == 1)
            _ = try await site.under(
                "/api/v1/aircraft/\(Self.hex)/flights?from=2024-06-18&to=2024-06-19",
                headers: Self.writer
            )
            #expect(flights.labelsKept == 2)
        }
    }
}
