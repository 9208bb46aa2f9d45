import Aero
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct ProviderRoutesTests {
    private static let json = ["Content-Type": "application/json"]

    private func post(_ site: SiteUnderTest, _ body: String) async throws -> Loopback.Answer {
        try await Loopback.ask(site.port, "POST", "/api/v1/sources", headers: Self.json, body: body)
    }

    @Test func theProvidersAreListed() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/v1/providers")
            #expect(answer.status == 200)
            #expect(
                answer.text.hasPrefix(#"{"providers":[{"id":"one","name":"One","formats":["v2"],"queries":["circle"]"#)
            )
            #expect(answer.text.contains(#""purposes":[{"purpose":"private","fit":"yes"}]"#))
            #expect(try await Loopback.ask(site.port, "POST", "/api/v1/providers").status == 405)
        }
    }

    @Test func aPolledSourceIsDescribed() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let body = #"""
                {"name":"north","format":"v2","poll":{"provider":"one","query":"circle","value":"52,5,50","every":30,
                "terms":"2026-11-25","purpose":"private","key":"hunter2"}}
                """#
            let answer = try await post(site, body)
            #expect(answer.status == 201)
            #expect(!answer.text.contains("hunter2"))
            guard case .poll(let poll) = try #require(site.desk.given.first).endpoint else {
                Issue.record("not polled")
                return
            }
            #expect(poll.format == .v2 && poll.provider == "one" && poll.address == nil)
            #expect(poll.query == "circle" && poll.value == "52,5,50" && poll.every == 30)
            #expect(poll.terms == "2026-11-25" && poll.purpose == "private" && poll.key == "hunter2")
        }
    }

    @Test(arguments: [
        (#"{"name":"x","format":"v2"}"#, "address"),
        (#"{"name":"x","format":"v2","address":"https://h","poll":{"provider":"one"}}"#, "address"),
        (#"{"name":"x","format":"v2","address":"https://h","poll":{"query":"all"}}"#, "query"),
        (#"{"name":"x","format":"v2","address":"https://h","poll":{"every":"often"}}"#, "poll"),
        (#"{"name":"x","format":"beast","address":"h:1","poll":{}}"#, "poll"),
        (#"{"name":"x","format":"v2","address":"https://h","poll":{"key":"a\nb"}}"#, "key"),
    ])
    func whatIsWrongIsNamed(body: String, field: String) async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await post(site, body)
            #expect(answer.status == 422)
            #expect(answer.text.contains("\"field\":\"\(field)\""), "\(answer.text)")
        }
    }

    @Test func theOperatorsWordGoesToTheDesk() async throws {
        try await SiteUnderTest.with { (site) async throws in
            _ = try await post(site, #"{"name":"n","format":"v2","poll":{"provider":"one","query":"mil"}}"#)
            func patch(_ body: String) async throws -> Loopback.Answer {
                try await Loopback.ask(site.port, "PATCH", "/api/v1/sources/n", headers: Self.json, body: body)
            }
            let answer = try await patch(#"{"confirm":{"terms":"2026-11-25","purpose":"research"}}"#)
            #expect(answer.status == 200)
            #expect(site.desk.confirmed == ["n 2026-11-25 research"])
            for bad in [
                "{}", #"{"confirm":{"terms":"2026-11-25"}}"#, #"{"paused":true,"confirm":{"terms":"a","purpose":"b"}}"#,
            ] {
                #expect(try await patch(bad).status == 422, "\(bad)")
            }
        }
    }

    @Test func aPolledSourceShowsItsTermsAndAListenerItsFeeders() async throws {
        var poll = PollStatus(
            provider: "adsb.lol",
            licence: "ODbL",
            isRedistributable: true,
            credit: "Data from adsb.lol",
            interval: 10
        )
        poll.termsRead = "2026-11-25"
        poll.purpose = "newsroom"
        poll.query = "circle"
        poll.nextIn = 7.25
        poll.creditsLeft = 3
        var source = SourceStatus(id: "n", name: "n", specification: "v2+https://h", format: "v2", state: .connected)
        source.poll = poll
        var feeder = FeederStatus(name: "balcony", isRegistered: true)
        feeder.standing = .doubtful
        feeder.reasons = ["impossible-jump": 2, "beyond-horizon": 9]
        feeder.lastHeard = Timestamp(seconds: 5)
        source.feeders = [feeder]
        let text = String(decoding: SourcesDocument.one(source, .real), as: UTF8.self)
        #expect(
            text.contains(
                #""poll":{"provider":"adsb.lol","licence":"ODbL","redistributable":true,"credit":"Data from adsb.lol","termsRead":"2026-11-25","purpose":"newsroom","query":"circle","interval":10.0,"nextIn":7.3,"creditsLeft":3"#
            ) || text.contains(#""nextIn":7.2"#)
        )
        #expect(
            text.contains(
                #""feeders":[{"name":"balcony","registered":true,"connected":true,"standing":"doubtful","score":0.000,"reasons":[{"reason":"beyond-horizon","count":9},{"reason":"impossible-jump","count":2}],"lastHeard":5.000"#
            )
        )
        source.poll?.hideFromStrangers()
        let hidden = String(decoding: SourcesDocument.one(source, .real), as: UTF8.self)
        #expect(hidden.contains(#""credit":"Data from adsb.lol""#))
        #expect(!hidden.contains("circle") && !hidden.contains("newsroom"))
    }

    @Test func creditsStandInTheSitesDocument() {
        let document = SiteDocument(
            version: "0",
            tiles: nil,
            hasVendor: false,
            reading: .public,
            writing: .open,
            discretion: DiscretionDocument(Discretion(), SiteConfiguration(webFolder: "", version: "0")),
            wall: { Timestamp(seconds: 0) }
        )
        var status = SkyStatus(
            now: Timestamp(seconds: 0),
            provenance: .real,
            timeLapse: 1,
            messages: 0,
            aircraft: 0,
            positioned: 0,
            choice: SourceChoice(reason: .configured, sources: [])
        )
        #expect(!String(decoding: document.json(status), as: UTF8.self).contains("credits"))
        status.credits = [DataCredit(name: "adsb.lol", text: "Data from adsb.lol", home: "https://adsb.lol")]
        let text = String(decoding: document.json(status), as: UTF8.self)
        #expect(
            text.contains(#""credits":[{"name":"adsb.lol","text":"Data from adsb.lol","link":"https://adsb.lol"}]"#)
        )
    }
}
