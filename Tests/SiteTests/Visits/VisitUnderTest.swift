import Foundation
import TestSupport
import Testing

@testable import Site

/// Asks a site about visits as its pages would, and holds every answer against the OpenAPI document.
struct VisitUnderTest {
    let site: SiteUnderTest
    let document: OpenAPIDocument

    /// Places here: Jakarta and Moscow.
    static let story = """
        Presiden Rusia dijadwalkan tiba di Jakarta pada Selasa malam (18/6), kata Kremlin. Sumber itu menolak disebut namanya.
        """

    static func with(
        _ visits: FakeVisits = FakeVisits(),
        candidates: (any VisitCandidates)? = nil,
        editions: (any EditionDesk)? = nil,
        history: FakeHistory? = nil,
        book: any AddressBook = FakeBook(),
        watches: (any WatchDesk)? = FakeWatches(),
        alerts: FakeAlerts = FakeAlerts(),
        configure: (inout SiteConfiguration) throws -> Void = { _ in },
        _ body: (VisitUnderTest) async throws -> Void
    ) async throws {
        let document = try OpenAPIDocument.ofCheckout()
        try await SiteUnderTest.with(
            history: history,
            book: book,
            visits: visits,
            candidates: candidates,
            editions: editions,
            watches: watches,
            alerts: alerts,
            configure: configure
        ) { site in
            try await body(VisitUnderTest(site: site, document: document))
        }
    }

    /// What is answered, which must be as described.
    @discardableResult
    func ask(
        _ method: String,
        _ path: String,
        _ body: [String: Any]? = nil,
        headers: [String: String] = [:],
        status: Int = 200,
        _ location: SourceLocation = #_sourceLocation
    ) async throws -> [String: Any] {
        let answer = try await plain(method, path, body, headers: headers)
        let text = String(decoding: answer.body.prefix(400), as: UTF8.self)
        #expect(answer.status == status, "\(method) \(path): \(text)", sourceLocation: location)
        guard !answer.body.isEmpty, answer.headers["content-type"]?.contains("json") == true else { return [:] }
        return try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
    }

    func plain(
        _ method: String,
        _ path: String,
        _ body: [String: Any]? = nil,
        headers: [String: String] = [:]
    ) async throws -> Loopback.Answer {
        try await under("/api/v1/visits" + path, method, body, headers: headers)
    }

    /// Asks under any path of the interface.
    func under(
        _ target: String,
        _ method: String = "GET",
        _ body: [String: Any]? = nil,
        headers: [String: String] = [:]
    ) async throws -> Loopback.Answer {
        let text = try body.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
        var headers = headers
        if text != nil { headers["Content-Type"] = "application/json" }
        let answer = try await Loopback.ask(site.port, method, target, headers: headers, body: text)
        let seen = OpenAPIDocument.Answer(status: answer.status, headers: answer.headers, body: answer.body)
        let findings = document.findings(method, target, seen)
        #expect(findings.isEmpty, "\(method) \(target): \(findings.prefix(5))")
        return answer
    }

    /// Begins a visit with the story.
    func begin(headers: [String: String] = [:]) async throws -> [String: Any] {
        let body = ["text": Self.story, "published": "2024-06-17T20:00+07:00", "title": "A story", "licence": "quoted"]
        return try await ask("POST", "", body, headers: headers, status: 201)
    }

    /// Makes a change on what a document shows.
    @discardableResult
    func change(
        _ visit: [String: Any],
        _ act: [String: Any],
        status: Int = 200,
        headers: [String: String] = [:],
        _ location: SourceLocation = #_sourceLocation
    ) async throws -> [String: Any] {
        let id = try #require(visit["id"] as? String)
        let body: [String: Any] = ["after": visit["version"] ?? -1, "act": act]
        return try await ask("POST", "/\(id)/changes", body, headers: headers, status: status, location)
    }
}

extension [String: Any] {
    func list(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }
    func text(_ key: String) -> String? { self[key] as? String }
    func number(_ key: String) -> Int? { self[key] as? Int }
}
