import Aero
import Flights
import Testing
import Tracking

@testable import Watch

struct RecentHearingTests {
    private static func heard(_ ids: [UInt32], isOpen: Bool = true) -> WatchReception {
        WatchReception(receivers: ReceiverSet(ids), isOpen: isOpen)
    }

    @Test("receivers are put together by the minute, the last minutes up to a time are told, and few are kept")
    func minutes() {
        var hearing = RecentHearing()
        for second in 0..<3_600 {
            hearing.add(Self.heard([UInt32(second % 3), 7]), at: Timestamp(seconds: 60_000 + Double(second)))
        }
        let told = hearing.minutes(until: Timestamp(seconds: 61_830))
        #expect(told.map(\.minute.seconds) == (0..<10).map { 61_260 + 60 * Double($0) })
        #expect(told.allSatisfy { $0.receivers == [0, 1, 2, 7] })
        #expect(hearing.minutes(until: Timestamp(seconds: 1e9), most: 1_000).count <= 45)
        #expect(hearing.lastRestricted == nil)
    }

    @Test("a thousand receivers of a minute are 32")
    func bounded() {
        var hearing = RecentHearing()
        for id in 0..<1_000 { hearing.add(Self.heard([UInt32(id)]), at: Timestamp(seconds: 60_001)) }
        #expect(hearing.minutes(until: Timestamp(seconds: 60_001)).map(\.receivers.count) == [32])
    }

    @Test("a public rule's alert that others' data had a part in is not public; an hour later it is again")
    func restricted() async throws {
        let text = """
            {"name":"n","where":{"A":{"hex":"d57710"}},"when":{"squawk":{"code":"any"}},"then":{"public":true}}
            """
        for (licence, seconds, isPublic) in [
            (LicenceTag.own, 10.0, true), (.noRedistribution, 10, false), (.unknown, 3_500, false),
            (.noRedistribution, 3_700, true),
        ] {
            var run = WatchRun(
                engine: try WatchEngine(rules: [Rules.read(text)]),
                context: LegContext(gazetteer: .empty)
            )
            var polled = ObservationBatch(licence: licence)
            let place = polled.place(of: ReceiverSet([3, 9]))
            var row = MadeUpRows.row(0)
            row.heardBy = place
            polled.rows = [ObservationBatch.Row(MadeUpRows.archived(), row)]
            run.add(polled)
            var own = MadeUpRows.batch([MadeUpRows.row(seconds)])
            own.names = [try MadeUpRows.name(seconds, .squawk, "2000")]
            run.add(own)
            let step = await run.advance(to: MadeUpRows.time(seconds + 10), PlainFacts())
            let teller = AlertTeller(gazetteer: .empty, version: "1", isSimulated: false)
            let record = try #require(
                step.alerts.first.map { teller.record(of: $0, made: MadeUpRows.time(seconds + 10)) }
            )
            #expect(record.isPublic == isPublic, "\(licence) \(seconds)")
            let evidence = String(decoding: record.evidence, as: UTF8.self)
            #expect(evidence.contains("\"restricted\":true") == !isPublic)
            #expect(evidence.contains("\"receivers\":[3,9]"))
            #expect(!(Array(record.title.values) + Array(record.body.values)).contains { $0.contains("receiver") })
        }
    }
}
