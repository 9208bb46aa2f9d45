import Aero
import Foundation
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct ReceptionRouteTests {
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]
    private static let path = "/api/v1/sources/roof/reception"

    private static func proxied(_ configuration: inout SiteConfiguration) {
        configuration.trustedProxies = ["127.0.0.1"].compactMap { InternetRange($0) }
    }

    @Test("an operator is told all of it, with the sums of the whole span")
    func whole() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await Loopback.ask(site.port, Self.path)
            #expect(answer.status == 200)
            let all = try answer.object()
            #expect(all["span"] as? String == "hour" && all["slotSeconds"] as? Int == 60)
            #expect(all["counted"] as? Bool == true && all["hasRadio"] as? Bool == true)
            let levels = try #require(all["levels"] as? [Int])
            #expect(levels.count == 60 && levels[20] == 1800 && levels[59] == 180)
            let farthest = try #require(all["farthestKilometres"] as? [Any])
            #expect(farthest.count == 36 && farthest[0] is NSNull && farthest[35] as? Double == 370)
            let slots = try #require(all["slots"] as? [[String: Any]])
            #expect(slots.count == 3)
            #expect(slots[0]["messages"] as? Int == 666 && slots[0]["messagesPerSecond"] as? Double == 11.1)
            #expect((slots[0]["kinds"] as? [String: Int])?["all-call"] == 10)
            #expect(slots[0]["noiseDBFS"] as? Double == -32 && slots[0]["gainDecibels"] as? Double == 42.1)
            #expect(slots[0]["gainStep"] == nil && slots[1]["gainStep"] as? Int == 27)
            // Half a second tells no rate.
            #expect(slots[2]["messagesPerSecond"] == nil)
            let (from, to) = (try #require(all["from"] as? Double), try #require(all["to"] as? Double))
            #expect(to - from < 3600 && to - from >= 3540)
            #expect(slots.compactMap { $0["from"] as? Double }.allSatisfy { $0 >= from && $0 <= to })
        }
    }

    @Test("a stranger is told nothing, not even whether there is such a source")
    func strangers() async throws {
        try await SiteUnderTest.with(configure: Self.proxied) { (site) async throws in
            for id in ["roof", "field", "none"] {
                let path = "/api/v1/sources/\(id)/reception?span=day"
                let answer = try await Loopback.ask(site.port, path, headers: Self.stranger)
                #expect(answer.status == 403 && answer.text.contains("withheld"), "\(id)")
            }
            let foreign = try await Loopback.ask(site.port, Self.path, headers: ["Origin": "http://elsewhere.example"])
            #expect(foreign.status == 403)
        }
    }

    @Test("a token of any scope shows it, also where reading asks for one; without it nothing is shown")
    func tokens() async throws {
        try await SiteUnderTest.with(configure: {
            $0.token = "secret"
            $0.reading = .token
            Self.proxied(&$0)
        }) { (site) async throws in
            let key = Self.stranger.merging(["Authorization": "Bearer secret"]) { $1 }
            #expect(try await Loopback.ask(site.port, Self.path, headers: key).status == 200)
            #expect(try await Loopback.ask(site.port, Self.path, headers: Self.stranger).status == 401)
        }
    }

    @Test("a site that tells reception tells strangers, but not how far a source hears that stands elsewhere")
    func told() async throws {
        for (place, isTold) in [(ReceptionReport.Place.site, true), (.own, false), (.none, false)] {
            try await SiteUnderTest.with(
                reception: FakeReception([FakeReception.roof(.hour, place: place)]),
                configure: {
                    $0.tellsReceptionToStrangers = true
                    Self.proxied(&$0)
                }
            ) { (site) async throws in
                let answer = try await Loopback.ask(site.port, Self.path, headers: Self.stranger)
                #expect(answer.status == 200)
                #expect(answer.text.contains("farthestKilometres") == isTold, "\(place)")
                let own = try await Loopback.ask(site.port, Self.path).text
                #expect(own.contains("farthestKilometres") == (place != .none))
            }
        }
    }

    @Test("where anybody is hidden from strangers they are told nothing, also where the site tells reception")
    func hidden() async throws {
        try await SiteUnderTest.with(
            discretion: Discretion(Hiding.rules),
            configure: {
                $0.tellsReceptionToStrangers = true
                Self.proxied(&$0)
            }
        ) { (site) async throws in
            #expect(try await Loopback.ask(site.port, Self.path, headers: Self.stranger).status == 403)
            #expect(try await Loopback.ask(site.port, Self.path).text.contains("farthestKilometres"))
        }
    }

    @Test("who is hidden from everybody is not counted for the operator: noise, gain and losses are left")
    func everywhere() async throws {
        let rules = SuppressionRules([
            SuppressionRule(Hiding.hidden, .everywhere, reason: .takedown)
        ])
        try await SiteUnderTest.with(discretion: Discretion(rules)) { (site) async throws in
            let all = try await Loopback.ask(site.port, Self.path).object()
            #expect(all["counted"] as? Bool == false)
            #expect(all["levels"] == nil && all["farthestKilometres"] == nil)
            let slot = try #require((all["slots"] as? [[String: Any]])?.first)
            for name in [
                "messages", "messagesPerSecond", "kinds", "aircraft", "positioned", "repaired", "refused", "dropped",
            ] {
                #expect(slot[name] == nil, "\(name)")
            }
            #expect(slot["noiseDBFS"] as? Double == -32 && slot["lostSamples"] as? Int == 2400)
        }
    }

    @Test("what is simulated says so, whatever the sky is")
    func simulated() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let all = try await Loopback.ask(site.port, "/api/v1/sources/field/reception").object()
            #expect(all["simulated"] as? Bool == true)
        }
    }

    @Test("questions that make no sense are answered so; another method is refused; the page is there")
    func wrong() async throws {
        try await SiteUnderTest.with { (site) async throws in
            for (target, status) in [
                ("\(Self.path)?span=week", 400), ("\(Self.path)?span=hour&span=day", 400), ("\(Self.path)?box=1", 400),
                ("/api/v1/sources/none/reception", 404), ("/api/v1/sources/roof/recept", 404),
                ("/api/v1/sources/roof/reception/x", 404), ("/receiver", 200), ("/receiver/x", 404),
            ] {
                #expect(try await Loopback.ask(site.port, target).status == status, "\(target)")
            }
            let answer = try await Loopback.ask(site.port, "POST", Self.path, body: "{}")
            #expect(answer.status == 405 && answer.headers["allow"] == "GET, HEAD")
        }
    }
}
