import Aero
import Foundation
import Synchronization
import Testing
import Tracking

@testable import Site

/// Who is told what of visits.
@Suite(.timeLimit(.minutes(5)))
struct VisitRightsTests {
    private static let writer = ["Authorization": "Bearer secret"]

    private func world(_ body: (VisitUnderTest) async throws -> Void) async throws {
        try await VisitUnderTest.with(configure: { $0.token = "secret" }, body)
    }

    @Test("strangers are told of a private visit, and of none, the same")
    func privateVisits() async throws {
        try await world { visits in
            let id = try #require(try await visits.begin(headers: Self.writer).text("id"))
            for path in ["", "/candidates", "/export?format=csv"] {
                let own = try await visits.plain("GET", "/\(id)\(path)")
                let none = try await visits.plain("GET", "/nosuchvisit\(path)")
                #expect(own.status == 404 && own.body == none.body, "\(path)")
            }
            #expect(try await visits.ask("GET", "").list("visits").isEmpty)
            #expect(try await visits.ask("GET", "", headers: Self.writer).list("visits").count == 1)
        }
    }

    @Test(
        "of a public visit strangers get spans and sums, and no text, file name, person, or plan; nor does an export hold them"
    )
    func publicVisits() async throws {
        try await world { visits in
            var visit = try await visits.begin(headers: Self.writer)
            let id = try #require(visit.text("id"))
            visit = try await visits.change(visit, ["kind": "setPublic", "public": true], headers: Self.writer)
            #expect(visit.list("changes").allSatisfy { $0.text("by") == "configuration" })
            let told = try await visits.ask("GET", "/\(id)")
            #expect(told["mayWrite"] as? Bool == false)
            #expect(told.list("changes").allSatisfy { $0["by"] == nil } && told.list("changes").count == 2)
            let report = try #require(told.list("reports").first)
            #expect(report["text"] == nil && report["addedBy"] == nil && report.text("sha256")?.count == 64)
            #expect(told.list("stops").first?.list("spans").first?.text("words") == "Jakarta")
            try await visits.ask("GET", "/\(id)/reports/1/text", status: 401)
            try await visits.ask("GET", "/\(id)/plan", status: 401)
            for format in ["json", "geojson", "csv"] {
                for headers in [[:], Self.writer] {
                    let answer = try await visits.plain("GET", "/\(id)/export?format=\(format)", headers: headers)
                    let text = String(decoding: answer.body, as: UTF8.self)
                    #expect(answer.status == 200 && text.contains("Jakarta"))
                    #expect(!text.contains("configuration") && !text.contains(VisitUnderTest.story), "\(format)")
                }
            }
        }
    }

    /// Writes down for whom aircraft were compared, and has none.
    private final class Notebook: VisitCandidates {
        private let asked = Mutex<[Audience]>([])
        var audiences: [Audience] { asked.withLock(\.self) }

        func ranking(for question: CandidatesQuestion) async throws(VisitCandidatesError) -> RankedVisit {
            asked.withLock { $0.append(question.audience) }
            throw .nothingHeard
        }
    }

    @Test("candidates that go along in a file are those that strangers are shown, whoever saves it")
    func exportedCandidates() async throws {
        let notebook = Notebook()
        let history = FakeHistory([.real: FakeArchive(Flights.batch([Flights.Way()]))])
        try await VisitUnderTest.with(candidates: notebook, history: history, configure: { $0.token = "secret" }) {
            visits in
            let id = try #require(try await visits.begin(headers: Self.writer).text("id"))
            _ = try await visits.plain("GET", "/\(id)/candidates?realm=real", headers: Self.writer)
            _ = try await visits.plain("GET", "/\(id)/export?realm=real", headers: Self.writer)
            #expect(notebook.audiences == [.operators, .strangers])
        }
    }

    @Test("the log that strangers read has no title, name or stop that does not stand")
    func log() async throws {
        try await world { visits in
            var visit = try await visits.ask(
                "POST",
                "",
                ["title": "SECRET working title"],
                headers: Self.writer,
                status: 201
            )
            let id = try #require(visit.text("id"))
            let leak: [String: Any] = ["kind": "note", "text": "x", "title": "SECRET memo"]
            visit = try await visits.ask("POST", "/\(id)/reports", leak, headers: Self.writer)
            visit = try await visits.change(visit, ["kind": "takeBack", "change": 2], headers: Self.writer)
            let acts: [[String: Any]] = [
                ["kind": "setTitle", "title": "A visit"], ["kind": "setSubject", "name": "SECRET person"],
                ["kind": "setSubject", "name": "Somebody"], ["kind": "addStop", "place": "SECRET place"],
                ["kind": "editStop", "stop": 1, "place": "Jakarta"], ["kind": "setPublic", "public": true],
            ]
            for act in acts { visit = try await visits.change(visit, act, headers: Self.writer) }
            for path in ["/\(id)", "/\(id)?lang=id", "/\(id)/export", "/\(id)/export?format=csv"] {
                let told = try await visits.plain("GET", path)
                #expect(told.status == 200 && !String(decoding: told.body, as: UTF8.self).contains("SECRET"), "\(path)")
            }
            let own = try await visits.plain("GET", "/\(id)", headers: Self.writer)
            #expect(String(decoding: own.body, as: UTF8.self).contains("SECRET working title"))
            #expect(try await visits.ask("GET", "/\(id)").list("changes").count == visit.list("changes").count)
        }
    }

    @Test("writing needs the token, and our own pages")
    func writing() async throws {
        try await world { visits in
            let visit = try await visits.begin(headers: Self.writer)
            let id = try #require(visit.text("id"))
            try await visits.ask("POST", "", ["title": "x"], status: 401)
            try await visits.ask("DELETE", "/\(id)", status: 401)
            try await visits.ask("POST", "/\(id)/watches", status: 401)
            try await visits.ask("POST", "/\(id)/reports", ["text": "Jakarta"], status: 401)
            try await visits.change(visit, ["kind": "confirmAll"], status: 401)
            let foreign = Self.writer.merging(["Origin": "http://elsewhere.example"]) { $1 }
            try await visits.change(visit, ["kind": "confirmAll"], status: 403, headers: foreign)
            try await visits.ask("DELETE", "/\(id)", headers: foreign, status: 403)
        }
    }

    @Test("where reading needs a token, visits do; they are counted among the interface's own paths")
    func reading() {
        for path in VisitRoutes.paths {
            let route = RouteClass(path.split(separator: "/").map(String.init))
            #expect(route == .api && !route.isOpen, "\(path)")
        }
    }
}
