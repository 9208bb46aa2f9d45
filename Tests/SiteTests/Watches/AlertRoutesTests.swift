import Aero
import Foundation
import Testing

@testable import Site

struct AlertRoutesTests {
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]

    private static func with(
        _ alerts: FakeAlerts,
        hiding: [SuppressionRule] = [],
        _ body: @escaping @Sendable (SiteUnderTest) async throws -> Void
    ) async throws {
        let rules = SuppressionRules(hiding, listed: [], at: Timestamp(seconds: 1_718_670_000))
        try await SiteUnderTest.with(
            discretion: Discretion(rules),
            alerts: alerts,
            body
        )
    }

    @Test("strangers read what public rules told, without evidence and deliveries; the operator reads all")
    func publicOnly() async throws {
        try await Self.with(FakeAlerts()) { site in
            let own = try await Loopback.ask(site.port, "/api/v1/alerts")
            #expect(own.text.contains(FakeAlerts.id(0)) && own.text.contains(FakeAlerts.id(1)))
            #expect(own.text.contains("deliveries"))
            #expect(own.text.contains(#""id":"status 403 (tidak diizinkan)""#))
            let other = try await Loopback.ask(site.port, "/api/v1/alerts", headers: Self.stranger)
            #expect(other.status == 200 && other.text.contains(FakeAlerts.id(0)))
            #expect(!other.text.contains("deliveries") && !other.text.contains("\"id\":\"\(FakeAlerts.id(1))\""))
            let evidence = try await Loopback.ask(site.port, "/api/v1/alerts/\(FakeAlerts.id(0))")
            #expect(evidence.text.contains("evidence"))
            let none = try await Loopback.ask(site.port, "/api/v1/alerts/\(FakeAlerts.id(0))", headers: Self.stranger)
            #expect(none.status == 200 && !none.text.contains("evidence"))
            let hidden = try await Loopback.ask(site.port, "/api/v1/alerts/\(FakeAlerts.id(1))", headers: Self.stranger)
            #expect(hidden.status == 404)
        }
    }

    @Test("the messages an alert rests on are for who may know who heard what")
    func messages() async throws {
        try await Self.with(FakeAlerts()) { site in
            let path = "/api/v1/alerts/\(FakeAlerts.id(0))/messages"
            let own = try await Loopback.ask(site.port, path)
            #expect(own.status == 200 && own.text.contains(#""message":"8d484159""#))
            #expect(own.text.contains(#""receiver":3"#))
            let other = try await Loopback.ask(site.port, path, headers: Self.stranger)
            #expect(other.status == 403 && !other.text.contains("8d484159"))
            let none = try await Loopback.ask(site.port, "/api/v1/alerts/\(String(repeating: "0", count: 32))/messages")
            #expect(none.status == 404)
            let wrong = try await Loopback.ask(site.port, "/api/v1/alerts/\(FakeAlerts.id(0))/receivers")
            #expect(wrong.status == 404)
        }
    }

    @Test("an alert of an aircraft that was hidden afterwards is as one that never was")
    func hiddenLater() async throws {
        var alerts = FakeAlerts()
        alerts.all = [FakeAlerts.told(0, isPublic: true, of: Hiding.hidden.hex), FakeAlerts.told(2, isPublic: true)]
        try await Self.with(alerts, hiding: [SuppressionRule(Hiding.hidden, .public, reason: .takedown)]) { site in
            let other = try await Loopback.ask(site.port, "/api/v1/alerts?limit=1", headers: Self.stranger)
            #expect(!other.text.contains(Hiding.hidden.hex) && other.text.contains(FakeAlerts.id(2)))
            #expect(!other.text.contains("next"))
            let one = try await Loopback.ask(site.port, "/api/v1/alerts/\(FakeAlerts.id(0))", headers: Self.stranger)
            #expect(one.status == 404)
            let own = try await Loopback.ask(site.port, "/api/v1/alerts/\(FakeAlerts.id(0))")
            #expect(own.status == 200)
        }
    }

    @Test("alerts of one instant are all given, however short the answers are")
    func sameInstant() async throws {
        var alerts = FakeAlerts()
        alerts.all = (0..<7).map { FakeAlerts.told($0, isPublic: false, at: 1_718_670_000.0004) }
        alerts.all.append(FakeAlerts.told(7, isPublic: false))
        try await Self.with(alerts) { site in
            var (seen, next): (Set<String>, Double?) = ([], nil)
            for _ in 0..<9 {
                let before = next.map { "&before=\($0)" } ?? ""
                let answer = try await Loopback.ask(site.port, "/api/v1/alerts?limit=7\(before)")
                let object = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
                let list = object?["alerts"] as? [[String: Any]] ?? []
                seen.formUnion(list.compactMap { $0["id"] as? String })
                next = object?["next"] as? Double
                if next == nil { break }
            }
            #expect(seen == Set((0...7).map(FakeAlerts.id)) && next == nil)
        }
    }

    @Test("pages: next goes on where an answer ended")
    func pages() async throws {
        var alerts = FakeAlerts()
        alerts.all = (0..<7).map { FakeAlerts.told($0, isPublic: false) }
        try await Self.with(alerts) { site in
            let first = try await Loopback.ask(site.port, "/api/v1/alerts?limit=3")
            #expect(first.text.contains("\"next\":1718669880.001"))
            let second = try await Loopback.ask(site.port, "/api/v1/alerts?limit=3&before=1718669880")
            #expect(second.text.contains(FakeAlerts.id(3)) && !second.text.contains("\"id\":\"\(FakeAlerts.id(2))\""))
        }
    }
}
