import Aero
import Flights
import Testing
import Tracking

@testable import Watch

struct WatchMakerTests {
    private static let everybody = "{\"name\":\"n\",\"where\":{\"A\":{}},\"when\":"

    private static func run(_ when: String, identity: String = "{}") throws -> WatchRun {
        let rule = try Rules.read("{\"name\":\"n\",\"where\":{\"A\":\(identity)},\"when\":\(when)}")
        return WatchRun(engine: try WatchEngine(rules: [rule]), context: LegContext(gazetteer: .empty))
    }

    private static func alerts(_ step: WatchRun.Step) -> [WatchAlert] {
        step.outputs.compactMap { if case .alert(let alert) = $0 { alert } else { nil } }
    }

    @Test("who can be nobody of any rule costs nothing and makes nothing")
    func interest() async throws {
        var run = try Self.run("{\"heard\":{}}", identity: "{\"list\":\"special\"}")
        run.add(MadeUpRows.batch([MadeUpRows.row(0), MadeUpRows.row(1)]))
        let step = await run.advance(to: MadeUpRows.time(10), PlainFacts(), keepsEvents: true)
        #expect(step.events.isEmpty && run.maker.aircraftCount == 0)
        var facts = PlainFacts(edition: 2)
        facts.identities[MadeUpRows.address] = WatchIdentity(lists: ["special"])
        run.add(MadeUpRows.batch([MadeUpRows.row(11)]))
        let later = await run.advance(to: MadeUpRows.time(20), facts, keepsEvents: true)
        #expect(Self.alerts(later).count == 1)
    }

    @Test("a silence is told when it has lasted so long, judged, and again each time it is twice as long")
    func silence() async throws {
        var run = try Self.run("{\"silent\":{\"atLeast\":\"20min\",\"coverage\":\"any\"}}")
        run.add(MadeUpRows.batch([MadeUpRows.row(0), MadeUpRows.row(60)]))
        let before = await run.advance(to: MadeUpRows.time(1259), PlainFacts(), keepsEvents: true)
        #expect(Self.alerts(before).isEmpty)
        let after = await run.advance(to: MadeUpRows.time(90_000), PlainFacts(), keepsEvents: true)
        #expect(Self.alerts(after).map(\.time) == [MadeUpRows.time(1260)])
        let silences = after.events.filter { $0.content.kind == .silent }.map(\.time).sorted()
        #expect(silences == [1260, 2460, 4860, 9660, 19_260, 38_460].map(MadeUpRows.time))
        #expect(
            after.details.values.contains {
                if case .silence(_, let label?) = $0 { label.gapClass == .noCoverage } else { false }
            }
        )
    }

    @Test("a silence does not grow while nobody listens, and nothing is told of it then")
    func notListening() async throws {
        var run = try Self.run("{\"silent\":{\"atLeast\":\"20min\",\"coverage\":\"any\"}}")
        run.add(MadeUpRows.batch([MadeUpRows.row(0), MadeUpRows.row(60)]))
        run.note(isListening: false, at: MadeUpRows.time(660))
        let step = await run.advance(to: MadeUpRows.time(7_000), PlainFacts())
        #expect(Self.alerts(step).isEmpty)
        run.note(isListening: true, at: MadeUpRows.time(7_860))
        let early = await run.advance(to: MadeUpRows.time(8_459), PlainFacts())
        #expect(Self.alerts(early).isEmpty)
        let late = await run.advance(to: MadeUpRows.time(9_000), PlainFacts())
        #expect(Self.alerts(late).map(\.time) == [MadeUpRows.time(8_460)])
    }

    @Test("ADS-B stops while replies go on: told once, and not of who was silent in between")
    func sourceLost() async throws {
        var run = try Self.run("{\"sourceLost\":{}}")
        run.add(MadeUpRows.batch([MadeUpRows.row(0), MadeUpRows.row(61, nil), MadeUpRows.row(121, nil)]))
        let step = await run.advance(to: MadeUpRows.time(300), PlainFacts())
        #expect(Self.alerts(step).map(\.time) == [MadeUpRows.time(61)])
        var other = try Self.run("{\"sourceLost\":{}}")
        other.add(MadeUpRows.batch([MadeUpRows.row(0), MadeUpRows.row(1_000, nil), MadeUpRows.row(1_061, nil)]))
        let none = await other.advance(to: MadeUpRows.time(2_000), PlainFacts())
        #expect(Self.alerts(none).isEmpty)
    }

    @Test("who was heard before a rule was made is known to it: identity, callsign and where it was")
    func recalled() async throws {
        let place = "{\"circle\":{\"latitude\":55.6,\"longitude\":37.3,\"km\":50}}"
        let rules = [
            ("{\"list\":\"special\"}", "{\"heard\":{}}", [150.0, 160]),
            ("{\"callsign\":\"AAA*\"}", "{\"heard\":{}}", [150, 160]),
            ("{}", "{\"enters\":{\"area\":\(place)}}", []), ("{}", "{\"altitude\":{\"above\":30000}}", []),
        ]
        var facts = PlainFacts()
        facts.identities[MadeUpRows.address] = WatchIdentity(lists: ["special"])
        for (who, when, expected) in rules {
            let text = "{\"name\":\"n\",\"where\":{\"A\":\(who)},\"when\":\(when)}"
            let engine = try WatchEngine(rules: [try Rules.read(text)])
            var run = WatchRun(engine: engine, context: LegContext(gazetteer: .empty))
            run.skip(to: MadeUpRows.time(100))
            var batch = MadeUpRows.batch([0, 50, 150, 160].map { MadeUpRows.row($0) })
            batch.names = [try MadeUpRows.name(1, .callsign, "AAA1")]
            run.add(batch)
            let first = await run.advance(to: MadeUpRows.time(90), facts)
            let step = await run.advance(to: MadeUpRows.time(300), facts)
            #expect(Self.alerts(first).isEmpty)
            #expect(Self.alerts(step).map(\.time) == expected.map(MadeUpRows.time), "\(text)")
        }
    }

    /// Seconds and categories: a row for each.
    @Test(
        "satellite navigation is disturbed: told once, when it has lasted, of who was sure before and flies",
        arguments: [
            (said: [(0, 8), (70, 8), (80, 0), (85, 0), (91, 0), (200, 0)], told: [91]),
            (said: [(0, 8), (70, 8), (80, 0), (85, 8), (91, 0), (96, 0)], told: []),
            (said: [(0, 8), (50, 8), (80, 0), (95, 0), (200, 0)], told: []),
            (said: [(0, 6), (70, 6), (80, 0), (95, 0)], told: []),
            (said: [(0, 8), (70, 8), (80, 5), (200, 5)], told: []),
            (said: [(0, 8), (70, 8), (80, 0), (95, 0), (100, 8), (130, 8), (140, 0), (155, 0)], told: [95]),
            (said: [(0, 8), (70, 8), (80, 0), (95, 0), (100, 8), (160, 8), (170, 4), (180, 4)], told: [95, 180]),
            (said: [(0, 8), (70, 8), (700, 0), (715, 0)], told: []),
            (said: [(0, 8), (10, 0), (60, 0), (70, 8), (80, 0), (91, 0)], told: []),
            (said: [(0, 8), (70, 8), (80, 0), (85, 8), (91, 0), (102, 0)], told: [102]),
            (said: [(0, 8), (70, 8), (80, 0), (91, 0), (95, 8), (120, 0), (150, 8), (160, 0), (175, 0)], told: [91]),
        ] as [(said: [(Double, UInt8)], told: [Double])]
    )
    func interference(said: [(Double, UInt8)], told: [Double]) async throws {
        func rows(onGround: Bool) -> [Observation] {
            said.map { second, category in
                var row = MadeUpRows.row(second, onGround: onGround)
                row.nic = category
                return row
            }
        }
        var run = try Self.run("{\"interference\":{}}")
        run.add(MadeUpRows.batch(rows(onGround: false)))
        let step = await run.advance(to: MadeUpRows.time(2_000), PlainFacts())
        #expect(Self.alerts(step).map(\.time) == told.map(MadeUpRows.time))
        var taxiing = try Self.run("{\"interference\":{}}")
        taxiing.add(MadeUpRows.batch(rows(onGround: true)))
        #expect(Self.alerts(await taxiing.advance(to: MadeUpRows.time(2_000), PlainFacts())).isEmpty)
    }

    @Test("an emergency code needs the second line that the archive writes when it was agreed on")
    func emergency() async throws {
        var run = try Self.run("{\"squawk\":{\"code\":\"emergency\"}}")
        var batch = MadeUpRows.batch([MadeUpRows.row(0)])
        batch.names = [try MadeUpRows.name(1, .squawk, "7700")]
        run.add(batch)
        #expect(Self.alerts(await run.advance(to: MadeUpRows.time(60), PlainFacts())).isEmpty)
        batch = ObservationBatch()
        batch.names = [try MadeUpRows.name(63, .squawk, "7700")]
        run.add(batch)
        #expect(
            Self.alerts(await run.advance(to: MadeUpRows.time(90), PlainFacts())).map(\.time) == [MadeUpRows.time(63)]
        )
    }

    @Test("heard again: out of the archive for whom nothing is remembered of, out of memory else")
    func reappeared() async throws {
        var run = try Self.run("{\"reappeared\":{\"after\":\"3h\"}}")
        var facts = PlainFacts()
        facts.pasts[MadeUpRows.address] = .last(MadeUpRows.time(-86_400))
        run.add(MadeUpRows.batch([MadeUpRows.row(0), MadeUpRows.row(11_000)]))
        let step = await run.advance(to: MadeUpRows.time(20_000), facts)
        #expect(Self.alerts(step).map(\.time) == [MadeUpRows.time(0), MadeUpRows.time(11_000)])
        var first = try Self.run("{\"firstEver\":{}}")
        facts.pasts[MadeUpRows.address] = .never
        first.add(MadeUpRows.batch([MadeUpRows.row(0), MadeUpRows.row(11_000)]))
        #expect(Self.alerts(await first.advance(to: MadeUpRows.time(20_000), facts)).count == 1)
    }

    /// A row of somebody, with the receiver that heard it.
    private struct Heard {
        let address: AircraftAddress
        let row: Observation
        let receiver: UInt32

        var batch: ObservationBatch {
            var batch = ObservationBatch()
            var row = row
            row.heardBy = batch.place(of: ReceiverSet([receiver]))
            batch.rows = [ObservationBatch.Row(MadeUpRows.archived(address), row)]
            return batch
        }
    }

    private static func records(_ step: WatchRun.Step) -> [AlertRecord] {
        let teller = AlertTeller(gazetteer: .empty, version: "1", isSimulated: false)
        return step.alerts.map { teller.record(of: $0, made: MadeUpRows.time(0)) }
    }

    @Test(
        "the same rows give the same alerts, to the byte, their evidence too, however they are cut, mixed and repeated",
        arguments: UInt64(0)..<200
    )
    func anyOrder(seed: UInt64) async throws {
        let when = """
            {"any":[{"silent":{"atLeast":"5min","coverage":"any"}},{"sourceLost":{}},{"heard":{}},{"reappeared":{"after":"10min"}}]}
            """
        var dice = Dice(seed)
        var rows: [Heard] = []
        var second = 0.0
        for _ in 0..<200 {
            second += Double(dice.below(6) == 0 ? dice.below(900) : dice.below(70))
            let address = AircraftAddress(icao: UInt32(1 + dice.below(3)))
            let place = (50 + Double(dice.below(10)) / 10, 30 + Double(dice.below(10)) / 10)
            let row = MadeUpRows.row(second, dice.below(3) == 0 ? nil : place)
            rows.append(Heard(address: address, row: row, receiver: UInt32(1 + dice.below(4))))
        }
        // As an archive is looked at: whole pieces, a quarter of an hour at once.
        var whole = try Self.run(when)
        for row in rows { whole.add(row.batch) }
        var expected: [AlertRecord] = []
        for mark in stride(from: 0, through: second + 40_000, by: 900) {
            expected += Self.records(await whole.advance(to: MadeUpRows.time(mark), PlainFacts()))
        }
        #expect(!expected.isEmpty)

        var cut = try Self.run(when)
        // Each comes up to 5 s late, and some twice.
        var arrivals = rows.indices.flatMap { index in
            (0...(dice.below(5) == 0 ? 1 : 0)).map { _ in
                (at: rows[index].row.time.seconds + Double(dice.below(5000)) / 1000, index: index)
            }
        }
        arrivals.sort { $0.at < $1.at }
        var found: [AlertRecord] = []
        var mark = MadeUpRows.begin
        for (at, index) in arrivals {
            cut.add(rows[index].batch)
            guard dice.below(3) == 0 || at - 5 - mark > 800 else { continue }
            mark = at - 5
            found += Self.records(await cut.advance(to: Timestamp(seconds: mark), PlainFacts()))
        }
        for mark in stride(from: second + 5, through: second + 40_000, by: 900) {
            found += Self.records(await cut.advance(to: MadeUpRows.time(mark), PlainFacts()))
        }
        #expect(found.map(\.id) == expected.map(\.id))
        for (one, other) in zip(found, expected) where one != other {
            let texts = [one, other].map { String(decoding: $0.evidence, as: UTF8.self) }
            Issue.record("\(one.id): \(texts[0]) instead of \(texts[1])")
            break
        }
        #expect(cut.maker.statistics.late == 0)
    }

    @Test("what comes behind the watermark is counted with its times, and not matched")
    func late() async throws {
        var run = try Self.run("{\"heard\":{}}")
        run.add(MadeUpRows.batch([MadeUpRows.row(100)]))
        _ = await run.advance(to: MadeUpRows.time(200), PlainFacts())
        run.add(MadeUpRows.batch([MadeUpRows.row(50), MadeUpRows.row(70)]))
        let step = await run.advance(to: MadeUpRows.time(300), PlainFacts())
        #expect(step.outputs.isEmpty && run.maker.statistics.late == 2)
        #expect(run.takeLateSpan() == Span(earliest: MadeUpRows.time(50), latest: MadeUpRows.time(70)))
        #expect(run.takeLateSpan() == nil)
    }

    @Test(
        "an aircraft of which nothing was told for longer than any rule lasts begins anew, and its memory is given free"
    )
    func forgetting() throws {
        let rule = try Rules.read(Rules.simple("{\"callsignChanged\":{}}"))
        var stage = try Stage([rule])
        let day = 86_400.0
        stage.at(0, 1, .callsign("ONE"))
        stage.at(30 * day, 1, .callsign("TWO"))
        #expect(stage.alerts.count == 1)
        stage.at(62 * day, 1, .callsign("THREE"))
        #expect(stage.alerts.count == 1)
        for number in UInt32(2)..<500 { stage.at(70 * day + Double(number), number, .callsign("X")) }
        #expect(stage.engine.aircraftCount == 499)
        stage.at(120 * day, 1, .callsign("FOUR"))
        #expect(stage.engine.aircraftCount == 1)
        let restored = try WatchEngine(rules: [rule], context: RandomStream.context, state: stage.engine.stateBytes)
        #expect(restored.aircraftCount == 1 && restored.stateBytes == stage.engine.stateBytes)
    }
}
