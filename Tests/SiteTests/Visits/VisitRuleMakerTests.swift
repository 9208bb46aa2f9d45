import Aero
import Foundation
import Testing
import Visits
import Watch

@testable import Site

@Suite(.timeLimit(.minutes(5)))
struct VisitRuleMakerTests {
    @Test(
        "a long title is cut behind a word in the names of rules",
        arguments: [
            ("Vladimir Putin: Yakutsk, Pyongyang", "Vladimir Putin: Yakutsk: fleet"),
            ("A visit", "A visit: fleet"), ("Abcdefghijklmnopqrstuvwxyzabc", "Abcdefghijklmnopqrstuvwx: fleet"),
            ("Presiden Rusia di sini -- dan", "Presiden Rusia di sini: fleet"),
        ]
    )
    func names(title: String, name: String) throws {
        let window = ArrivalWindow(earliest: Timestamp(seconds: 1_718_700_000))
        var visit = try visit(["A"], state: "RU", window: window)
        try visit.apply(.confirmAll, by: "x", at: Timestamp(seconds: 0))
        let rules = Self.rules(visit, title: title)
        #expect(rules.first?.json.contains("\"\(name)\"") ?? false, "\(rules.first?.json ?? "")")
    }

    private func visit(_ names: [String], state: String?, window: ArrivalWindow) throws -> Visit {
        var visit = Visit()
        let place = try #require(Position(latitude: -6.125, longitude: 106.656))
        for (index, name) in names.enumerated() {
            let airports = [StopAirport(code: "WIII", position: place, weight: 1)]
            let stop = ItineraryStop(kind: .destination, name: name, airports: airports, arrival: window)
            try visit.apply(.addStop(stop, at: index, span: nil, report: 0), by: "x", at: Timestamp(seconds: 0))
        }
        let subject = VisitSubject(name: "S", role: nil, state: state.flatMap { StateCode($0) }, span: TextSpan(0, 0))
        try visit.apply(.setSubject(subject), by: "x", at: Timestamp(seconds: 0))
        return visit
    }

    private static let window = ArrivalWindow(readings: [
        ArrivalReading(
            start: Timestamp(seconds: 1_718_715_600),
            end: Timestamp(seconds: 1_718_730_000),
            zone: .stated,
            weight: 1
        )
    ])

    @Test("rules of every kind are read by the rule language as they were meant, JSON and YAML alike")
    func parsed() throws {
        for (state, window) in [("RU", Self.window), (nil, ArrivalWindow())] as [(String?, ArrivalWindow)] {
            var visit = try visit(["Jakarta", "Kota \"Ünïcode\"\n平壤"], state: state, window: window)
            #expect(Self.rules(visit, title: "T").isEmpty, "nothing is confirmed")
            try visit.apply(.confirmAll, by: "x", at: Timestamp(seconds: 0))
            let rules = Self.rules(visit, title: String(repeating: "平", count: 80))
            #expect(
                rules.map(\.kind) == [.fleet, .sisters, .nearStop, .landingAtStop, .nearStop, .landingAtStop, .silence]
            )
            for rule in rules {
                let tree = try RuleValue(json: Array(rule.json.utf8))
                let read = try WatchRule(tree, id: "visit")
                #expect(read.name.utf8.count <= 120 && read.variables.count == (rule.kind == .sisters ? 2 : 1))
                #expect(rule.json.contains("\"RU\"") == (state != nil))
                #expect(read.outcome.title?.indonesian != nil, "\(rule.json)")
                let isTimed = rule.json.contains("2024-06-17T13:00:00Z") && rule.json.contains("2024-06-20T17:00:00Z")
                #expect(isTimed == (state != nil && rule.kind != .sisters), "\(rule.json)")
            }
        }
    }

    @Test("made over HTTP they stand in the visit, are shown as YAML with a sentence, and are not made twice")
    func overHTTP() async throws {
        try await VisitUnderTest.with { visits in
            var visit = try await visits.begin()
            let id = try #require(visit.text("id"))
            try await visits.ask("POST", "/\(id)/watches", status: 422)
            visit = try await visits.change(visit, ["kind": "confirmAll"])
            let made = try await visits.ask("POST", "/\(id)/watches?lang=id")
            #expect(made["kept"] as? Bool == true && made.list("rules").count == 5)
            #expect(made.list("rules").allSatisfy { $0.text("watch")?.hasPrefix(id) == true })
            let rule = try #require(made.list("rules").first)
            #expect(rule.text("yaml")?.hasPrefix("name: ") == true && rule["rule"] is [String: Any])
            #expect((rule["sentence"] as? [String: Any])?.text("text")?.contains("RU") == true)
            visit = try await visits.ask("GET", "/\(id)")
            #expect(visit.list("rules").count == 5 && visit.number("version") == 3)
            try await visits.ask("POST", "/\(id)/watches")
            #expect(try await visits.ask("GET", "/\(id)").number("version") == 3)
        }
    }

    private static func rules(_ visit: Visit, title: String) -> [VisitRule] {
        VisitRuleMaker(visit: visit, id: "abc", title: title, outlets: ["desk"]).rules()
    }

    @Test("the watches of a visit know it and tell whom they are asked to; they end with it")
    func watched() async throws {
        let watches = FakeWatches([])
        try await VisitUnderTest.with(watches: watches) { visits in
            var visit = try await visits.begin()
            let id = try #require(visit.text("id"))
            visit = try await visits.change(visit, ["kind": "confirmAll"])
            try await visits.ask("POST", "/\(id)/watches", ["outlets": []], status: 422)
            let made = try await visits.ask("POST", "/\(id)/watches", ["outlets": ["desk", "phone"]])
            let rule = try #require(made.list("rules").first?["rule"] as? [String: Any])
            #expect(rule.text("visit") == id)
            #expect((rule["then"] as? [String: Any])?["outlets"] as? [String] == ["desk", "phone"])
            #expect(await watches.watches().map(\.visit) == Array(repeating: id, count: 5))
            let again = try await visits.ask("POST", "/\(id)/watches")
            let kept = (again.list("rules").first?["rule"] as? [String: Any])?["then"] as? [String: Any]
            #expect(kept?["outlets"] as? [String] == ["desk", "phone"], "who was told before is told on")
            visit = try await visits.ask("GET", "/\(id)")
            #expect(visit.list("rules").count(where: { $0.text("watch") != nil }) == 5)
            visit = try await visits.change(visit, ["kind": "setStatus", "status": "closed"])
            #expect(await watches.watches().isEmpty)
            try await visits.ask("POST", "/\(id)/watches", status: 422)
            visit = try await visits.change(visit, ["kind": "setStatus", "status": "confirmed"])
            try await visits.ask("POST", "/\(id)/watches")
            #expect(await watches.watches().count == 5)
            try await visits.ask("DELETE", "/\(id)", status: 204)
            #expect(await watches.watches().isEmpty)
        }
    }

    @Test("what a visit's watches told stands in its dossier, beside the claims, as far as who asks may read it")
    func alerts() async throws {
        let fake = FakeVisits()
        try await VisitUnderTest.with(fake) { visits in
            var visit = try await visits.begin()
            let id = try #require(visit.text("id"))
            #expect(visit.list("alerts").isEmpty)
            #expect((visit["alertsNotice"] as? [String: Any])?.text("text")?.contains("proves no claim") == true)
            visit = try await visits.change(visit, ["kind": "setPublic", "public": true])
            var told = FakeAlerts()
            told.all = [FakeAlerts.told(0, isPublic: true, visit: id), FakeAlerts.told(1, isPublic: false, visit: id)]
            told.all.append(FakeAlerts.told(2, isPublic: true, visit: "another"))
            try await VisitUnderTest.with(fake, alerts: told) { later in
                let own = try await later.ask("GET", "/\(id)")
                #expect(own.list("alerts").compactMap { $0.text("id") } == [FakeAlerts.id(0), FakeAlerts.id(1)])
                #expect(own.list("alerts").first?["deliveries"] != nil)
                let other = try await later.ask("GET", "/\(id)", headers: ["X-Forwarded-For": "192.0.2.9"])
                #expect(other.list("alerts").compactMap { $0.text("id") } == [FakeAlerts.id(0)])
                #expect(other.list("alerts").first?["deliveries"] == nil)
                #expect(other.list("rules").allSatisfy { $0.text("watch") == nil })
                let export = try await later.plain("GET", "/\(id)/export")
                #expect(!String(decoding: export.body, as: UTF8.self).contains(FakeAlerts.id(0)))
            }
        }
    }

    @Test("a plan says what is asked how often, what is not, and what asking tells")
    func plan() async throws {
        let fake = FakeVisits()
        try await VisitUnderTest.with(fake) { visits in
            let id = try #require(try await visits.begin().text("id"))
            var plan = try await visits.ask("GET", "/\(id)/plan")
            #expect(plan["configured"] as? Bool == false && plan.list("queries").isEmpty)
            let query = VisitPlan.Query(provider: "P", kind: .circle, what: "-6,106,200", stop: 1, perHour: 12.5)
            let gaps: [VisitPlan.Gap] = [
                .noAirport(stop: 1), .beyondCircle(stop: 1, provider: "P", kilometres: 90), .noFleet, .ways,
                .moreNames(provider: "P", left: 1_200), .noRoom(stop: 1),
            ]
            fake.set(VisitPlan(queries: [query, query], gaps: gaps, ifPaused: [query], isConfigured: true))
            plan = try await visits.ask("GET", "/\(id)/plan?lang=id")
            #expect(plan["perHour"] as? Double == 25 && plan.list("notCovered").count == gaps.count)
            let notice = try #require((plan["notice"] as? [String: Any])?.text("text"))
            #expect(notice.contains("alamat"))
            let paused = try #require(plan["ifPaused"] as? [String: Any])
            #expect(paused["perHour"] as? Double == 12.5 && paused.list("queries").count == 1)
            #expect((paused["sentence"] as? [String: Any])?.text("text")?.contains("dijeda") == true)
        }
    }
}
