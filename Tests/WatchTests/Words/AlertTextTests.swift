import Aero
import Flights
import Testing
import Tracking

@testable import Watch

/// What alerts say, and what they must not.
struct AlertTextTests {
    private static func records(
        _ identity: WatchIdentity,
        position: String = "coarse",
        title: String = "{A.registration} silent for {silent.duration}: {silent.reason}",
        titles: String? = nil,
        isPublic: Bool = false,
        gapClass: GapClass = .noCoverage,
        callsign: String? = nil
    ) async throws -> [AlertRecord] {
        let text = """
            {"name":"n","where":{"A":{}},"when":{"silent":{"of":"A","atLeast":"20min","coverage":"any"}},
            "then":{"title":\(titles ?? RuleValue(.text(title)).json),"show":{"position":"\(position)"},"public":\(isPublic)}}
            """
        let engine = try WatchEngine(rules: [try Rules.read(text)])
        var run = WatchRun(engine: engine, context: LegContext(gazetteer: .empty))
        var facts = PlainFacts()
        facts.identities[MadeUpRows.address] = identity
        facts.gapClass = gapClass
        var batch = MadeUpRows.batch([MadeUpRows.row(0, (55.6321, 37.3456)), MadeUpRows.row(30, (55.6321, 37.3456))])
        if let callsign { batch.names = [try MadeUpRows.name(0, .callsign, callsign)] }
        run.add(batch)
        let step = await run.advance(to: MadeUpRows.time(3_000), facts)
        let teller = AlertTeller(gazetteer: .empty, version: "1", isSimulated: false)
        return step.alerts.map { teller.record(of: $0, made: MadeUpRows.time(3_001)) }
    }

    private static let state = WatchIdentity(registration: "RA-1", type: "IL96", category: "state")

    @Test("a silence says why, in both languages, and never more than is known")
    func silence() async throws {
        let record = try #require(try await Self.records(Self.state).first)
        #expect(record.title(in: "en").hasPrefix("RA-1 silent for 20 min: nobody is heard there"))
        #expect(record.title(in: "id").contains("di sana tidak ada yang terdengar"))
        #expect(record.body(in: "en").contains("why: nobody is heard there"))
        let off = try #require(try await Self.records(Self.state, gapClass: .offLikely).first)
        #expect(off.title(in: "en").contains("it probably did not send"))
    }

    @Test("a title in two languages is told in each, filled in")
    func titles() async throws {
        let titles = """
            {"en":"{A.registration} silent for {silent.duration}","id":"{A.registration} membisu selama {silent.duration}"}
            """
        let record = try #require(try await Self.records(Self.state, titles: titles).first)
        #expect(record.title(in: "en") == "RA-1 silent for 20 min")
        #expect(record.title(in: "id") == "RA-1 membisu selama 20 menit")
    }

    @Test("the messages of a silence are those before it began")
    func windows() async throws {
        let record = try #require(try await Self.records(Self.state).first)
        let window = try #require(record.windows.first)
        #expect(record.windows.count == 1 && window.aircraft == MadeUpRows.address)
        #expect(window.during == MadeUpRows.time(10)..<MadeUpRows.time(32))
    }

    @Test("the place is rounded, exact or not told, as the rule says")
    func place() async throws {
        #expect(try await Self.records(Self.state).first?.place == Position(latitude: 55.6, longitude: 37.3))
        let exact = try #require(try await Self.records(Self.state, position: "exact").first?.place)
        #expect(abs(exact.latitude - 55.6321) < 1e-4)
        #expect(try await Self.records(Self.state, position: "never").first?.place == nil)
    }

    @Test("of a private aircraft no coordinates are told, in no text, unless its owner's own rule asks")
    func privateAircraft() async throws {
        for isPublic in [false, true] {
            let position = isPublic ? "exact" : "coarse"
            let identity = WatchIdentity(registration: "N1")
            let record = try #require(
                try await Self.records(identity, position: position, isPublic: isPublic).first
            )
            #expect(record.place == nil)
            let texts = Array(record.title.values) + Array(record.body.values)
            #expect(!texts.contains { $0.contains("55.6") || $0.contains("37.3") })
        }
        let own = try await Self.records(WatchIdentity(registration: "N1"), position: "exact").first
        #expect(own?.place != nil)
        let airline = try await Self.records(WatchIdentity(registration: "N1"), callsign: "KLM1023").first
        #expect(airline?.place != nil)
        let limited = try await Self.records(WatchIdentity(lists: ["LADD"]), callsign: "KLM1023").first
        #expect(limited?.place == nil)
    }

    @Test("nothing out of data breaks a line, turns the direction of writing or fills in a placeholder again")
    func hostile() async throws {
        let identity = WatchIdentity(
            registration: "RA\n\u{202E}<b>{A.hex}",
            type: "IL\u{0}96",
            category: "state"
        )
        let record = try #require(try await Self.records(identity, title: "{A.registration} {nonsense} {").first)
        #expect(record.title(in: "en") == "RA<b>{A.hex} – {")
        for text in Array(record.title.values) + Array(record.body.values) {
            #expect(!text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{0}" || $0 == "\r" })
        }
        let lines = record.body(in: "en").split(separator: "\n")
        #expect(lines.contains { $0.contains("RA<b>{A.hex}, type IL96") })
    }

    @Test("the evidence is JSON with the rule, the events and a picture, and the record is the same bytes again")
    func evidence() async throws {
        let record = try #require(try await Self.records(Self.state).first)
        let tree = try RuleValue(json: record.evidence)
        guard case .map(let members) = tree.content else { throw MadeUpRows.BadName() }
        #expect(Set(members.map(\.key)).isSuperset(of: ["rule", "events", "bound", "aircraft", "picture", "program"]))
        #expect(try await Self.records(Self.state).first == record)
        #expect(
            record.link == "/#a=d57710&at=2024-06-17T23:58:30Z"
                || record.link?.hasPrefix("/#a=d57710&at=2024-06-1") == true
        )
    }

    @Test("the landings an alert rests on are read out of its evidence again")
    func landings() throws {
        let key = EventKey(
            time: Timestamp(nanoseconds: 1_718_667_480_123_456_789),
            aircraft: MadeUpRows.address,
            kind: .landing,
            id: .max
        )
        let other = EventKey(time: key.time, aircraft: key.aircraft, kind: .takeoff, id: 1)
        let rule = try Rules.read(Rules.simple("{\"landing\":{}}"))
        let match = Match(time: key.time, binding: Binding(), events: [other, key])
        let alert = WatchAlert(match, rule, suppressedBefore: 0) { _ in key.aircraft }
        let found = FoundAlert(alert: alert, rule: rule, snapshots: [:], events: [nil, nil])
        let record = AlertTeller(gazetteer: .empty, version: "1", isSimulated: false).record(of: found, made: key.time)
        #expect(record.landings == [key])
        for evidence in ["", "{", "{\"events\":[{\"kind\":\"landing\",\"nanoseconds\":\"x\"}]}", "[]"] {
            let broken = AlertRecord(
                id: "a",
                ruleID: "r",
                ruleVersion: 1,
                ruleName: "n",
                time: key.time,
                made: key.time,
                title: ["en": "t"],
                body: [:],
                evidence: Array(evidence.utf8)
            )
            #expect(broken.landings.isEmpty)
        }
    }

    @Test("the title of a sequence speaks of what happened last")
    func lastLanding() throws {
        let events = ["UEEE", "VVNB"].enumerated().map { number, airport in
            WatchEvent(
                time: MadeUpRows.time(Double(number) * 3_600),
                aircraft: MadeUpRows.address,
                id: UInt64(number),
                .landing(airport: airport, .observed)
            )
        }
        let text = """
            {"name":"n","where":{"A":{}},"when":{"landing":{}},"then":{"title":"at {landing.airport}"}}
            """
        let rule = try Rules.read(text)
        let match = Match(time: events[1].time, binding: Binding(), events: events.map(\.key))
        let alert = WatchAlert(match, rule, suppressedBefore: 0) { _ in MadeUpRows.address }
        let found = FoundAlert(alert: alert, rule: rule, snapshots: [:], events: events.map { RememberedEvent($0) })
        let teller = AlertTeller(gazetteer: .empty, version: "1", isSimulated: false)
        #expect(teller.record(of: found, made: alert.time).title(in: "en") == "at VVNB")
    }

    @Test("of a private aircraft no airport and no runway is told, in the title neither")
    func privateLanding() throws {
        let event = WatchEvent(
            time: MadeUpRows.time(0),
            aircraft: MadeUpRows.address,
            id: 1,
            .landing(airport: "WIHH", .observed)
        )
        let text = """
            {"name":"n","where":{"A":{}},"when":{"landing":{}},"then":{"title":"at {landing.airport}"}}
            """
        let rule = try Rules.read(text)
        let match = Match(time: event.time, binding: Binding(), events: [event.key])
        let alert = WatchAlert(match, rule, suppressedBefore: 0) { _ in MadeUpRows.address }
        let identities = [(Self.state, true), (WatchIdentity(registration: "N1"), false)]
        for (identity, isTold) in identities {
            let found = FoundAlert(
                alert: alert,
                rule: rule,
                snapshots: [MadeUpRows.address: AircraftSnapshot(identity: identity)],
                events: [RememberedEvent(event)]
            )
            let teller = AlertTeller(gazetteer: .empty, version: "1", isSimulated: false)
            let record = teller.record(of: found, made: alert.time)
            for language in ["en", "id"] {
                #expect(record.title(in: language).contains("WIHH") == isTold)
                #expect(record.body(in: language).contains("WIHH") == isTold)
            }
        }
    }

    @Test("synthetic data are called so once, in a correction too")
    func simulated() async throws {
        let record = AlertRecord(
            id: "a",
            ruleID: "r",
            ruleVersion: 1,
            ruleName: "n",
            time: MadeUpRows.time(0),
            made: MadeUpRows.time(0),
            title: ["en": "it landed", "id": "SIMULASI: ia mendarat"],
            body: [:],
            isSimulated: true
        )
        #expect(record.title == ["en": "SIMULATED: it landed", "id": "SIMULASI: ia mendarat"])
        #expect(record.unlabelledTitle(in: "id") == "ia mendarat")
        let wrong = WatchEvent(
            time: MadeUpRows.time(0),
            aircraft: MadeUpRows.address,
            id: 1,
            .landing(airport: nil, .inferred)
        )
        let correction = AlertTeller(gazetteer: .empty, version: "1", isSimulated: true).correction(
            of: record,
            WatchRetraction(event: wrong.key, reason: .flewOn, time: MadeUpRows.time(9)),
            made: MadeUpRows.time(10)
        )
        #expect(correction.title["en"] == "SIMULATED: Correction: it landed")
        #expect(correction.corrects == "a")
    }

    @Test("every phrase stands in both languages with as many gaps")
    func phrases() {
        for phrase in WatchPhrase.allCases {
            let (english, indonesian) = phrase.words
            #expect(!english.isEmpty && !indonesian.isEmpty, "\(phrase)")
            // "observed" is a word as it stands; what was forgotten is its own name in both.
            #expect(english != phrase.rawValue || indonesian != phrase.rawValue, "\(phrase)")
            #expect(
                english.split(separator: "{}", omittingEmptySubsequences: false).count
                    == indonesian.split(separator: "{}", omittingEmptySubsequences: false).count,
                "\(phrase)"
            )
        }
    }

    @Test("every rule that reads is told in words in both languages", arguments: UInt64(0)..<200)
    func sentences(seed: UInt64) {
        let rule = RandomRule.make(seed: seed)
        for language in WatchLanguage.allCases {
            let text = rule.sentence(in: language)
            #expect(text.count > 20 && !text.contains("~"))
        }
        #expect(rule.sparing(["~hidden"]).sentence(in: .english) == rule.sentence(in: .english))
    }
}
