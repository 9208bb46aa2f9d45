import Aero
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct ReceiverRouteTests {
    private static var source: SourceStatus {
        var source = SourceStatus(
            id: "field",
            name: "field",
            specification: "beast+listen://192.0.2.7:30004",
            format: "beast",
            hasPlace: true,
            state: .listening,
            detail: "from 192.0.2.9"
        )
        var feeder = FeederStatus(name: "hill", isRegistered: true)
        feeder.reasons = ["too-fast": 2, "beyond-horizon": 1]
        feeder.lastHeard = Tracks.now
        (feeder.frames, feeder.copies, feeder.positions) = (200, 50, 20)
        (feeder.clockDisagreements, feeder.excess) = (3, FeederStatus.Excess(frames: 12, bytes: 3400))
        source.feeders = [feeder]
        return source
    }

    @Test("a feeder is a row with its name, its counts and what came since the last look")
    func row() async throws {
        try await SiteUnderTest.with { (site) async throws in
            site.desk.set([Self.source])
            let first = try await Loopback.ask(site.port, "/api/v1/receivers").text
            #expect(
                first == """
                    {"simulated":true,"now":1718700000.000,"receivers":[{"source":"field","name":"hill","kind":"feeder",\
                    "registered":true,"connected":true,"standing":"good","score":0.000,"reasons":[\
                    {"reason":"beyond-horizon","count":1},{"reason":"too-fast","count":2}],"lastHeard":1718700000.000,\
                    "copyShare":0.250,"clock":{"disagreements":3},"overAllowance":{"frames":12,"bytes":3400},"totals":{"frames":200,"copies":50,"positions":20,"rejected":0,"ambiguous":0,"dropped":0}}]}
                    """
            )
            var later = Self.source
            later.feeders[0].frames = 260
            site.desk.set([later])
            let second = try await Loopback.ask(site.port, "/api/v1/receivers").text
            #expect(second.contains(#""frames":60,"positions":0}"#), "\(second)")
        }
    }

    @Test("names are shown to all, when somebody was heard to who may write, addresses and places to nobody")
    func rights() async throws {
        try await SiteUnderTest.with(configure: { $0.token = "secret" }) { (site) async throws in
            site.desk.set([Self.source])
            let shown = try await Loopback.ask(site.port, "/api/v1/receivers").text
            #expect(shown.contains("hill") && !shown.contains("lastHeard"))
            let key = ["Authorization": "Bearer secret"]
            let whole = try await Loopback.ask(site.port, "/api/v1/receivers", headers: key).text
            #expect(whole.contains("lastHeard"))
            for text in [shown, whole] { #expect(!text.contains("192.0.2")) }
        }
    }
}
