import Aero
import Foundation
import GRDB
import Testing
import Watch

@testable import Store

struct OutboxStoreTests {
    private static let now = Timestamp(seconds: 1_700_000_000)

    private static func with(_ body: (OutboxStore, String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-outbox-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try OutboxStore(folder: folder)
        try body(store, folder)
        try store.close()
    }

    private static func alert(
        _ number: Int,
        outlets: [String] = ["a", "b"],
        aircraft: String = "155BE8",
        isPublic: Bool = false,
        corrects: String? = nil,
        made: Timestamp = now,
        isLate: Bool = false
    ) -> AlertRecord {
        AlertRecord(
            id: "id\(number)",
            ruleID: "rule\(number % 2)",
            ruleVersion: 3,
            ruleName: "name",
            time: now.advanced(bySeconds: -10),
            made: made,
            title: ["en": "title \(number)", "id": "judul"],
            body: ["en": "one\ntwo"],
            aircraft: [aircraft, "~2a00f3"],
            place: Position(latitude: 55.6, longitude: 37.3),
            link: "/#x",
            evidence: [123, 125],
            outlets: outlets,
            isSimulated: number % 2 == 0,
            isPublic: isPublic,
            suppressedBefore: number,
            visit: number % 3 == 0 ? "visit" : nil,
            corrects: corrects,
            isLate: isLate
        )
    }

    private static func drafts(_ alert: AlertRecord, _ start: DeliveryDraft.Start = .waiting) -> [DeliveryDraft] {
        alert.outlets.map {
            DeliveryDraft(
                outlet: $0,
                lane: alert.ruleID + alert.aircraft[0],
                payload: Array("\($0) \(alert.id)".utf8),
                start: start
            )
        }
    }

    private static func add(_ alerts: [AlertRecord], to store: OutboxStore, state: [UInt8]? = nil) throws -> [KeptAlert]
    {
        try store.add(alerts, drafts: alerts.map { drafts($0) }, engineState: state)
    }

    @Test("what was matched since a time is counted by the wall's clock, what was found late apart")
    func made() throws {
        try Self.with { store, _ in
            let later = Self.now.advanced(bySeconds: 60)
            let alerts = [
                Self.alert(1), Self.alert(2, made: later), Self.alert(3, made: later, isLate: true),
                Self.alert(4, made: later),
            ]
            _ = try Self.add(alerts, to: store)
            #expect(try store.made(since: Self.now) == (3, 1))
            #expect(try store.made(since: later) == (2, 1))
            #expect(try store.made(since: later.advanced(bySeconds: 1)) == (0, 0))
            #expect(try store.alert("id3")?.record.isLate == true)
            #expect(try store.alert("id4")?.record.isLate == false)
        }
    }

    @Test("an alert comes back as it was given, over a restart too")
    func roundTrip() throws {
        try Self.with { store, folder in
            let alerts = [Self.alert(1), Self.alert(2, isPublic: true), Self.alert(3, corrects: "id1")]
            let kept = try Self.add(alerts, to: store, state: [1, 2, 3])
            #expect(kept.map(\.record) == alerts)
            let again = try OutboxStore(folder: folder)
            #expect(try again.alerts(AlertSearch()).map(\.record) == alerts.reversed())
            #expect(try again.engineState() == [1, 2, 3])
            #expect(try again.alert("id1")?.correctedBy == "id3")
            #expect(try again.alert("nothing") == nil)
            #expect(try again.alert("id2")?.deliveries.map(\.outlet) == ["a", "b"])
            let counts = try again.counts(since: Self.now.advanced(bySeconds: -10))
            #expect(counts.mapValues(\.count) == ["rule0": 1, "rule1": 2])
            #expect(try again.counts(since: Self.now).isEmpty)
            try again.close()
        }
    }

    @Test("the same alert twice is one, with its first deliveries; the engine's state is the newer one")
    func twice() throws {
        try Self.with { store, _ in
            _ = try Self.add([Self.alert(1)], to: store, state: [1])
            let second = try Self.add([Self.alert(1, outlets: ["c"]), Self.alert(2)], to: store, state: [2])
            #expect(second.map(\.record.id) == ["id2"])
            #expect(try store.alert("id1")?.deliveries.map(\.outlet) == ["a", "b"])
            #expect(try store.ready("c", now: Self.now, limit: 10).isEmpty)
            #expect(try store.engineState() == [2])
            _ = try Self.add([], to: store, state: nil)
            #expect(try store.engineState() == [2])
        }
    }

    @Test("files are their owner's alone")
    func rights() throws {
        try Self.with { store, folder in
            _ = try Self.add([Self.alert(1)], to: store)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
                #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
            }
        }
    }

    @Test("a delivery waits for the one before it in its lane, and for nothing else")
    func order() throws {
        try Self.with { store, _ in
            let alerts = [Self.alert(1), Self.alert(3), Self.alert(5, aircraft: "155BE9")]
            _ = try Self.add(alerts, to: store)
            let ready = try store.ready("a", now: Self.now, limit: 10)
            #expect(ready.map(\.key) == ["id1", "id5"])
            let later = Self.now.advanced(bySeconds: 60)
            try store.settle(ready[0].number, .later(due: later, reason: .status(503), wasRefused: true), now: Self.now)
            #expect(try store.ready("a", now: Self.now, limit: 10).map(\.key) == ["id5"])
            try store.settle(ready[1].number, .delivered, now: Self.now)
            #expect(try store.nextDue("a") == later)
            let again = try store.ready("a", now: later, limit: 10)
            #expect(again.map(\.key) == ["id1"])
            #expect(again[0].tries == 1 && again[0].refusals == 1 && again[0].payload == Array("a id1".utf8))
            try store.settle(again[0].number, .dead(reason: .status(403)), now: later)
            #expect(try store.ready("a", now: later, limit: 10).map(\.key) == ["id3"])
            #expect(try store.ready("b", now: later, limit: 10).map(\.key) == ["id1", "id5"])
        }
    }

    @Test("what is joined shares the end of the digest, and nothing of its lanes goes past it")
    func digest() throws {
        try Self.with { store, _ in
            _ = try Self.add([Self.alert(1), Self.alert(3), Self.alert(5)], to: store)
            let untried = try store.untried("a", now: Self.now, limit: 10)
            #expect(untried.map(\.alert.id) == ["id1", "id3", "id5"])
            try store.join(untried.prefix(2).map(\.number), outlet: "a", key: "k", payload: [1], now: Self.now)
            _ = try Self.add([Self.alert(7)], to: store)
            let ready = try store.ready("a", now: Self.now, limit: 10)
            #expect(ready.map(\.key) == ["k"])
            #expect(try store.untried("a", now: Self.now, limit: 10).isEmpty)
            #expect(try store.alert("id1")?.deliveries.first?.state == .joined)
            #expect(try store.tallies()["a"]?.pending == 3)
            try store.settle(
                ready[0].number,
                .later(due: Self.now, reason: .status(503), wasRefused: false),
                now: Self.now
            )
            #expect(try store.alert("id3")?.deliveries.first?.lastError == .status(503))
            try store.settle(ready[0].number, .delivered, now: Self.now)
            #expect(try store.alert("id1")?.deliveries.first?.state == .delivered)
            #expect(try store.ready("a", now: Self.now, limit: 10).map(\.key) == ["id5"])
        }
    }

    @Test("dead letters wait again when they are told to, digests with their members")
    func again() throws {
        try Self.with { store, _ in
            _ = try Self.add([Self.alert(1), Self.alert(3)], to: store)
            let numbers = try store.untried("a", now: Self.now, limit: 10).map(\.number)
            try store.join(numbers, outlet: "a", key: "k", payload: [1], now: Self.now)
            let digest = try #require(try store.ready("a", now: Self.now, limit: 1).first)
            try store.settle(digest.number, .dead(reason: .status(503)), now: Self.now)
            #expect(try store.alert("id1")?.deliveries.first?.state == .dead)
            #expect(try store.tallies()["a"]?.dead == 1)
            let later = Self.now.advanced(bySeconds: 99_999)
            #expect(try store.again("a", now: later) { _ in nil } == 1)
            #expect(try store.alert("id1")?.deliveries.first?.state == .joined)
            let ready = try store.ready("a", now: later, limit: 9)
            #expect(ready.map(\.key) == ["k"])
            #expect(ready.first?.tries == 0 && ready.first?.made == later)
        }
    }

    @Test("what was for an outlet that was not there is rendered when there is one")
    func missing() throws {
        try Self.with { store, _ in
            let alert = Self.alert(1, outlets: ["later"])
            let draft = DeliveryDraft(outlet: "later", lane: "l", payload: [], start: .dead(reason: .reason(.noOutlet)))
            let kept = try store.add([alert], drafts: [[draft]], engineState: nil)
            #expect(kept.first?.deliveries.first?.state == .dead)
            #expect(try store.again("later", now: Self.now) { _ in nil } == 0)
            let count = try store.again("later", now: Self.now) { record in
                DeliveryDraft(outlet: "later", lane: "l", payload: Array(record.id.utf8), start: .waiting)
            }
            #expect(count == 1)
            #expect(try store.ready("later", now: Self.now, limit: 1).first?.payload == Array("id1".utf8))
        }
    }

    @Test func whatIsFetchedIsDoneAtOnce() throws {
        try Self.with { store, _ in
            let alert = Self.alert(1)
            _ = try store.add([alert], drafts: [Self.drafts(alert, .fetched)], engineState: nil)
            #expect(try store.ready("a", now: Self.now, limit: 1).isEmpty)
            #expect(try store.alert("id1")?.deliveries.allSatisfy { $0.state == .delivered } == true)
            var question = AlertSearch()
            question.outlet = "a"
            #expect(try store.alerts(question).count == 1)
            question.outlet = "c"
            #expect(try store.alerts(question).isEmpty)
        }
    }

    @Test("alerts are asked for by page, rule, visit, time and publicity")
    func questions() throws {
        try Self.with { store, _ in
            _ = try Self.add(
                (1...20).map { Self.alert($0, isPublic: $0 > 15, made: Self.now.advanced(bySeconds: Double($0))) },
                to: store
            )
            func ids(_ change: (inout AlertSearch) -> Void) throws -> [String] {
                var question = AlertSearch(limit: 5)
                change(&question)
                return try store.alerts(question).map(\.record.id)
            }
            #expect(try ids { _ in } == ["id20", "id19", "id18", "id17", "id16"])
            #expect(try ids { $0.before = 16 } == ["id15", "id14", "id13", "id12", "id11"])
            #expect(try ids { $0.after = 16 } == ["id17", "id18", "id19", "id20"])
            #expect(try ids { $0.ruleID = "rule1" } == ["id19", "id17", "id15", "id13", "id11"])
            #expect(try ids { $0.visit = "visit" } == ["id18", "id15", "id12", "id9", "id6"])
            #expect(try ids { $0.since = Self.now.advanced(bySeconds: 19) } == ["id20", "id19"])
            #expect(try ids { ($0.isPublicOnly, $0.before) = (true, 18) } == ["id17", "id16"])
        }
    }

    @Test("old alerts go, but none of which something is still to be sent")
    func prune() throws {
        try Self.with { store, _ in
            _ = try Self.add([Self.alert(1, outlets: ["a"]), Self.alert(3, outlets: ["b"])], to: store)
            let first = try #require(try store.ready("a", now: Self.now, limit: 1).first)
            try store.settle(first.number, .delivered, now: Self.now)
            #expect(try store.prune(before: Self.now) == 0)
            #expect(try store.prune(before: Self.now.advanced(bySeconds: 1)) == 1)
            #expect(try store.alerts(AlertSearch()).map(\.record.id) == ["id3"])
        }
    }

    @Test("an outlet's success takes its last error away, and what it had waiting ends with it")
    func tallies() throws {
        try Self.with { store, _ in
            _ = try Self.add([Self.alert(1)], to: store)
            let first = try #require(try store.ready("a", now: Self.now, limit: 1).first)
            try store.settle(
                first.number,
                .later(due: Self.now, reason: .status(503), wasRefused: false),
                now: Self.now
            )
            #expect(try store.tallies()["a"]?.lastError == .status(503))
            try store.settle(first.number, .delivered, now: Self.now)
            let tally = try #require(try store.tallies()["a"])
            #expect(
                tally.lastError == nil && tally.lastSuccess == Self.now && tally.lastFailure == Self.now
                    && tally.pending == 0
            )
            try store.abandon("b", reason: .reason(.outletRemoved), now: Self.now)
            #expect(try store.tallies()["b"]?.dead == 1)
            #expect(try store.alert("id1")?.deliveries.last?.lastError == .reason(.outletRemoved))
            try store.probe()
        }
    }

    @Test("why something failed is kept as a code, and what was written in English alone before is shown as it is")
    func oldWords() throws {
        try Self.with { store, _ in
            _ = try Self.add([Self.alert(1)], to: store)
            let first = try #require(try store.ready("a", now: Self.now, limit: 1).first)
            for trouble in [DeliveryTrouble.written("status 403 (it is not allowed)"), .status(403)] {
                try store.settle(first.number, .later(due: Self.now, reason: trouble, wasRefused: false), now: Self.now)
                #expect(try store.tallies()["a"]?.lastError == trouble)
                let text = try store.read { try String.fetchOne($0, sql: "SELECT error FROM outlet WHERE name = 'a'") }
                #expect(text == trouble.kept)
            }
        }
    }

    @Test("what is no outbox, or a newer one, is said so")
    func strange() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/pelacak-outbox-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(repeating: 0x41, count: 8192).write(to: URL(fileURLWithPath: folder + "/outbox.sqlite"))
        #expect(throws: OutboxStoreError.self) { try OutboxStore(folder: folder) }
        try FileManager.default.removeItem(atPath: folder + "/outbox.sqlite")
        let store = try OutboxStore(folder: folder)
        try store.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('9 from the future')") }
        try store.close()
        #expect(throws: OutboxStoreError.newerSchema) { try OutboxStore(folder: folder) }
    }

    @Test("what is withheld from an outlet is never sent, stands in no feed, and is said of the alert")
    func withheld() throws {
        try Self.with { store, _ in
            let alert = Self.alert(2)
            let drafts = Self.drafts(alert, .withheld(reason: .reason(.simulated)))
            _ = try store.add([alert], drafts: [drafts], engineState: nil)
            #expect(try store.ready("a", now: Self.now, limit: 10).isEmpty && store.nextDue("a") == nil)
            #expect(try store.tallies()["a"] == nil)
            var search = AlertSearch()
            search.outlet = "a"
            #expect(try store.alerts(search).isEmpty)
            let kept = try #require(try store.alert(alert.id))
            #expect(kept.deliveries.map(\.state) == [.withheld, .withheld])
            #expect(kept.deliveries.first?.lastError == .reason(.simulated))
            #expect(try store.again("a", now: Self.now) { _ in nil } == 0)
            #expect(try store.prune(before: Self.now.advanced(bySeconds: 1)) == 1)
        }
    }
}
