import Aero
import Bundles
import Foundation
import Synchronization
import Testing
import Tracking
import Visits

@testable import Site

@Suite(.timeLimit(.minutes(5)))
struct EditionRoutesTests {
    private static let writer = ["Authorization": "Bearer secret"]

    private func world(
        _ editions: FakeEditions? = FakeEditions(),
        candidates: (any VisitCandidates)? = nil,
        history: FakeHistory? = nil,
        _ body: (VisitUnderTest) async throws -> Void
    ) async throws {
        try await VisitUnderTest.with(
            candidates: candidates,
            editions: editions,
            history: history,
            configure: { $0.token = "secret" },
            body
        )
    }

    private func json(_ answer: Loopback.Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
    }

    @Test(
        "a visit is published with its note in both languages, listed for everybody, and compared with what was published"
    )
    func publishing() async throws {
        let editions = FakeEditions()
        try await world(editions) { visits in
            var visit = try await visits.begin(headers: Self.writer)
            let id = try #require(visit.text("id"))
            visit = try await visits.change(visit, ["kind": "setPublic", "public": true], headers: Self.writer)
            let nothing = try await visits.ask("GET", "/\(id)/editions/difference?aircraft=0")
            #expect(nothing["since"] == nil && nothing.list("changes").isEmpty && nothing.number("sentences") == 1)
            let body: [String: Any] = ["aircraft": false, "note": ["en": "wrong", "id": "keliru"]]
            let made = try await visits.plain("POST", "/\(id)/editions?lang=id", body, headers: Self.writer)
            #expect(made.status == 201 && made.headers["location"] == "/editions/1/id.html")
            #expect(editions.notes == [DossierText(english: "wrong", indonesian: "keliru")])
            #expect(editions.materials.allSatisfy { $0.ranked == nil && $0.kept.id == id })
            let only: [String: Any] = ["aircraft": false, "note": ["en": "wrong"]]
            try await visits.ask("POST", "/\(id)/editions", only, headers: Self.writer, status: 201)
            #expect(editions.notes.last == DossierText(english: "wrong", indonesian: "wrong"))
            let listed = try json(try await visits.under("/api/v1/editions?visit=\(id)")).list("editions")
            #expect(listed.map { $0.number("number") } == [1, 2] && listed[1].number("earlier") == 1)
            #expect(listed.map { $0.text("page") } == ["/editions/1/", "/editions/2/"])
            #expect(try json(try await visits.under("/api/v1/editions?visit=other")).list("editions").isEmpty)
            let said = [
                ("en", "claim 1", "It was said.", "It is said."),
                ("id", "klaim 1", "Itu dikatakan.", "Kini dikatakan."),
            ]
            for (language, subject, before, after) in said {
                let told = try await visits.ask("GET", "/\(id)/editions/difference?lang=\(language)")
                #expect((told["since"] as? [String: Any])?.number("number") == 2)
                let change = try #require(told.list("changes").first)
                #expect(change.text("subject") == subject && change.text("part") == "words")
                #expect(change.text("before") == before && change.text("after") == after)
                #expect(told.number("changedSentences") == 1 && told.number("changesTotal") == 1)
            }
        }
    }

    @Test("publishing and objecting need the right to write, and our own pages; objections are told to nobody else")
    func rights() async throws {
        let editions = FakeEditions()
        editions.put(try FakeEditions.made(1, of: "visit1"))
        try await world(editions) { visits in
            let id = try #require(try await visits.begin(headers: Self.writer).text("id"))
            let foreign = Self.writer.merging(["Origin": "http://elsewhere.example"]) { $1 }
            let challenge: [String: Any] = ["sentence": "claim-1", "objection": "SECRET"]
            for (headers, status) in [([:], 401), (foreign, 403)] {
                let answers = [
                    try await visits.plain("POST", "/\(id)/editions", ["aircraft": false], headers: headers),
                    try await visits.under("/api/v1/editions/1/challenges", "POST", challenge, headers: headers),
                    try await visits.under("/api/v1/editions/1/challenges/1", "PUT", ["told": true], headers: headers),
                ]
                #expect(answers.map(\.status) == [status, status, status])
            }
            #expect(try await visits.under("/api/v1/editions/1/challenges").status == 401)
            #expect(editions.materials.isEmpty)
            // A private visit is not told of: neither that it is there nor what differs.
            let own = try await visits.plain("GET", "/\(id)/editions/difference")
            let none = try await visits.plain("GET", "/nosuchvisit/editions/difference")
            #expect(own.status == 404 && own.body == none.body)
        }
    }

    @Test("an objection is taken down, answered and told; what cannot be taken is refused in both languages")
    func objections() async throws {
        let editions = FakeEditions()
        editions.put(try FakeEditions.made(1, of: "visit1"))
        try await world(editions) { visits in
            let base = "/api/v1/editions/1/challenges"
            func ask(
                _ path: String,
                _ method: String,
                _ body: [String: Any],
                _ status: Int
            ) async throws -> [String: Any] {
                let answer = try await visits.under(path, method, body, headers: Self.writer)
                #expect(answer.status == status, "\(path) \(body)")
                return try json(answer)
            }
            let made = try await ask(
                base,
                "POST",
                ["sentence": "claim-1", "objection": "the day after", "evidence": "https://a.example"],
                201
            )
            #expect(made.number("number") == 1 && made.text("outcome") == "open" && made["told"] as? Bool == false)
            #expect(made.text("words") == "It was said.")
            let settled = try await ask(
                base + "/1?lang=id",
                "PUT",
                ["outcome": "upheld", "answer": "put right", "told": true],
                200
            )
            #expect(settled.text("answer") == "put right" && settled["told"] as? Bool == true)
            #expect(settled.text("outcomeText") == "Diterima.")
            let listed = try json(try await visits.under(base, headers: Self.writer))
            #expect(listed.list("challenges").count == 1 && listed.number("edition") == 1)
            let refused: [(String, String, [String: Any], Int, String?)] = [
                (base, "POST", ["sentence": "claim-9", "objection": "x"], 422, "sentence"),
                (base, "POST", ["sentence": "claim-1", "objection": ""], 422, "text"),
                (
                    base, "POST", ["sentence": "claim-1", "objection": String(repeating: "x", count: 4_001)], 422,
                    "text"
                ),
                (base + "/1", "PUT", [:], 422, "outcome"), (base + "/1", "PUT", ["outcome": "upheld"], 422, "answer"),
                (base + "/1", "PUT", ["outcome": "open", "answer": "x"], 422, "outcome"),
                (base + "/7", "PUT", ["told": true], 404, nil), (base + "/x", "PUT", ["told": true], 404, nil),
                ("/api/v1/editions/9/challenges", "POST", ["sentence": "claim-1", "objection": "x"], 404, nil),
            ]
            for (path, method, body, status, field) in refused {
                let error = try await ask(path, method, body, status)
                let texts = try #require(error["errorText"] as? [String: String], "\(path) \(body)")
                #expect(error.text("field") == field && texts["en"] == error.text("error"))
                #expect(texts["id"]?.isEmpty == false && texts["id"] != texts["en"])
            }
            let large: [String: Any] = ["sentence": "claim-1", "objection": String(repeating: "x", count: 20_000)]
            #expect(try await visits.under(base, "POST", large, headers: Self.writer).status == 413)
        }
    }

    @Test("a note that is no line, and a body that makes no sense, are refused before anything is made")
    func nonsense() async throws {
        let editions = FakeEditions()
        try await world(editions) { visits in
            let id = try #require(try await visits.begin(headers: Self.writer).text("id"))
            let bodies: [([String: Any], String)] = [
                (["note": ["en": "two\nlines"]], "note"),
                (["note": ["en": String(repeating: "x", count: 1_001)]], "note"),
                (["note": ["id": "satu"]], "note"), (["note": ["en": ""]], "note"), (["realm": "other"], "realm"),
                (["aircraft": "yes"], "aircraft"),
            ]
            for (body, field) in bodies {
                let error = try await visits.ask("POST", "/\(id)/editions", body, headers: Self.writer, status: 422)
                #expect(error.text("field") == field, "\(body)")
            }
            try await visits.ask("POST", "/nosuch/editions", ["aircraft": false], headers: Self.writer, status: 404)
            try await visits.ask("GET", "/\(id)/editions/difference?aircraft=2", headers: Self.writer, status: 400)
            try await visits.ask("GET", "/\(id)/editions/difference?then=1", headers: Self.writer, status: 400)
            #expect(editions.materials.isEmpty)
            editions.fail(.unusable)
            let failed = try await visits.under("/api/v1/editions")
            #expect(failed.status == 503)
            let texts = try #require(try json(failed)["errorText"] as? [String: String])
            #expect(texts.keys.sorted() == ["en", "id"])
        }
        try await world(nil) { visits in
            let list = try json(try await visits.under("/api/v1/editions"))
            let told = list.list("editions")
            #expect(told.isEmpty)
        }
    }

    /// Writes down what was asked, and has nothing to tell.
    private final class Notebook: VisitCandidates {
        private let asked = Mutex<[CandidatesQuestion]>([])
        var questions: [CandidatesQuestion] { asked.withLock(\.self) }

        func ranking(for question: CandidatesQuestion) async throws(VisitCandidatesError) -> RankedVisit {
            asked.withLock { $0.append(question) }
            throw .nothingHeard
        }
    }

    @Test(
        "whoever publishes or compares, aircraft are compared as strangers are told of them, without lists that may not be handed on"
    )
    func asStrangers() async throws {
        let notebook = Notebook()
        let history = FakeHistory([.real: FakeArchive(Flights.batch([Flights.Way()]))])
        // A list that may not be handed on says what the aircraft is.
        let address = AircraftAddress(icao: 0x48_4159)
        let held = RegisteredAircraft(address: address, registration: "SE-CRET", type: "B738", marks: [])
        let editions = FakeEditions()
        try await VisitUnderTest.with(
            candidates: notebook,
            editions: editions,
            history: history,
            book: FakeBook(held),
            configure: { $0.token = "secret" }
        ) { visits in
            let id = try #require(try await visits.begin(headers: Self.writer).text("id"))
            _ = try await visits.plain("POST", "/\(id)/editions", ["realm": "real"], headers: Self.writer)
            _ = try await visits.plain("GET", "/\(id)/editions/difference?realm=real", headers: Self.writer)
            _ = try await visits.plain("GET", "/\(id)/candidates?realm=real", headers: Self.writer)
            let asked = notebook.questions
            #expect(asked.map(\.audience) == [.strangers, .strangers, .operators])
            #expect(asked.map(\.isHandedOn) == [true, true, false])
            #expect(asked.map { $0.book.registration(of: address) != "SE-CRET" } == [true, true, false])
            #expect(editions.materials.isEmpty)
        }
    }

    @Test("what is published and how it is objected to are paths of the interface, kept where reading needs a token")
    func kept() {
        for path in EditionRoutes.paths {
            let route = RouteClass(path.split(separator: "/").map(String.init))
            #expect(route == .api && !route.isOpen, "\(path)")
        }
        #expect(RouteClass(["editions", "1", ""]) == .edition && !RouteClass.edition.isOpen)
    }
}
