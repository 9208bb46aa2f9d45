import Aero
import Foundation
import ModeS
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct SkyRoutesTests {
    private func object(_ answer: Loopback.Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
    }

    private func aircraft(_ answer: Loopback.Answer) throws -> [[String: Any]] {
        try #require(try object(answer)["aircraft"] as? [[String: Any]])
    }

    @Test("an aircraft of which everything is known has every key of readsb's interface in its form")
    func readsbWhole() async throws {
        try await SiteUnderTest.with(sky: FakeSky([Tracks.whole()])) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/data/aircraft.json")
            #expect(answer.headers["content-type"] == "application/json; charset=utf-8")
            #expect(
                answer.text == """
                    {"simulated":true,"now":1718700000.000,"messages":4321,"aircraft":[{"hex":"484159","type":"adsb_icao",\
                    "flight":"KLM1023 ","r":"PH-BXA","alt_baro":37000,"alt_geom":37450,"gs":450.3,"ias":270,"tas":440,\
                    "track":123.46,"mag_heading":120.50,"true_heading":121.25,"baro_rate":-640,"geom_rate":-625,\
                    "squawk":"1234","emergency":"none","category":"A3","lat":52.100000,"lon":4.200000,"nic":8,"rc":185,\
                    "seen_pos":1.000,"version":0,"nic_baro":1,"nac_p":9,"nac_v":2,"sil":3,"sil_type":"perhour","gva":2,\
                    "sda":2,"alert":0,"spi":1,"mlat":[],"tisb":[],"messages":1234,"seen":0.0,"rssi":-12.3}]}

                    """
            )
            #expect(try aircraft(answer).count == 1)
        }
    }

    @Test("an aircraft of which nothing is known has the keys that are always there and no others")
    func readsbBare() async throws {
        let sky = FakeSky([Tracks.bare()])
        sky.set { $0.status.provenance = .real }
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/data/aircraft.json")
            #expect(try object(answer)["simulated"] == nil)
            let keys = try #require(try aircraft(answer).first).keys
            #expect(Set(keys) == ["hex", "type", "messages", "seen", "rssi", "mlat", "tisb"])
        }
    }

    @Test("the list has what was heard within 30 s or placed within 60 s; an older place is the last position")
    func readsbList() async throws {
        var placed = Tracks.whole(1)
        placed.lastHeard = Tracks.now.advanced(bySeconds: -59)
        placed.fix = Tracks.fix(1, 2, age: 59)
        var lost = Tracks.whole(2)
        lost.fix = Tracks.fix(1, 2, age: 61)
        var gone = Tracks.bare(3, age: 31)
        gone.fix = Tracks.fix(1, 2, age: 61)
        let sky = FakeSky([placed, lost, gone, Tracks.bare(4, age: 30)])
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let list = try aircraft(try await Loopback.ask(site.port, "/data/aircraft.json"))
            #expect(list.map { $0["hex"] as? String } == ["000001", "000002", "000004"])
            #expect(list[0]["lat"] != nil && list[0]["lastPosition"] == nil)
            let last = try #require(list[1]["lastPosition"] as? [String: Any])
            #expect(Set(last.keys) == ["lat", "lon", "nic", "rc", "seen_pos"])
            #expect(list[1]["lat"] == nil)
        }
    }

    @Test("on the ground the altitude is a word, and a computed position is listed under mlat")
    func readsbGroundAndMLAT() async throws {
        var track = Tracks.bare()
        track.isOnGround = Tracks.known(true)
        track.groundSpeed = Tracks.known(12, source: .claim(.multilateration))
        let sky = FakeSky([track])
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let first = try #require(try aircraft(try await Loopback.ask(site.port, "/data/aircraft.json")).first)
            #expect(first["alt_baro"] as? String == "ground")
            #expect(first["mlat"] as? [String] == ["gs"])
        }
    }

    @Test("a document of the sky is made once a sky second and packed on request")
    func cached() async throws {
        let sky = FakeSky((0..<50).map { Tracks.whole(UInt32($0)) })
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let plain = try await Loopback.ask(site.port, "/api/v1/aircraft")
            let packed = try await Loopback.ask(site.port, "/api/v1/aircraft", headers: ["Accept-Encoding": "gzip"])
            #expect(sky.snapshotCount == 1)
            #expect(packed.headers["content-encoding"] == "gzip")
            #expect(Unpacked.gzip(packed.body) == plain.body)
            sky.set { $0.status.now = $0.status.now.advanced(bySeconds: 1) }
            _ = try await Loopback.ask(site.port, "/api/v1/aircraft")
            #expect(sky.snapshotCount == 2)
            let first = try #require(try aircraft(plain).first)
            #expect(first["positionAge"] as? Double == 1 && first["source"] as? String == "adsb_icao")
        }
    }

    @Test("an aircraft says how many support it, and never who")
    func support() async throws {
        let feeds = (1...3).map { FeedID(rawValue: $0) }
        var table = TrackTable()
        table.configuration.expectsCopies = true
        let call = FrameEncoding.allCallReply(address: AircraftAddress(icao: 0x484159))
        for second in [-2.0, -1] {
            for (number, feed) in feeds.enumerated() where second == -1 || number == 0 {
                let time = Tracks.now.advanced(bySeconds: second)
                _ = table.ingest(ReceivedFrame(frame: call, time: time, receiver: 0xABCD_EF01), from: feed)
            }
        }
        let sky = FakeSky(Array(table.tracks))
        sky.set { $0.status.feeders = 3 }
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let all = try object(try await Loopback.ask(site.port, "/api/v1/aircraft/484159"))
            #expect(all["messages"] as? Int == 2)
            let support = try #require(all["support"] as? [String: Any])
            #expect(Set(support.keys) == ["feeders", "heardBy", "sole", "quarantinedOnly"])
            #expect(support["feeders"] as? Int == 3 && support["heardBy"] as? Int == 3)
            #expect(support["sole"] as? Bool == false && support["quarantinedOnly"] as? Bool == false)
            // Feeders of one name, or without one, are one source.
            #expect((all["feeds"] as? [[String: Any]])?.count == 1)
        }
    }

    @Test(
        "what must be said of data of others stands in the head of every answer with data, in characters a head may hold"
    )
    func credits() async throws {
        let sky = FakeSky([Tracks.whole()])
        sky.set {
            $0.status.credits = [
                DataCredit(name: "adsb.lol", text: "Data from adsb.lol, ODbL 1.0"),
                DataCredit(name: "x", text: "Sch\u{e4}fer \"&\" 100 %\r\nX-Evil: 1"),
            ]
        }
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            for path in ["/data/aircraft.json", "/v2/mil", "/api/states/all", "/api/v1/aircraft", "/re-api/?all"] {
                let answer = try await Loopback.ask(site.port, path)
                #expect(answer.status == 200)
                #expect(
                    answer.headers["x-pelacak-credits"]
                        == "\"Data from adsb.lol, ODbL 1.0\", \"Sch%C3%A4fer %22&%22 100 %25%0D%0AX-Evil: 1\"",
                    "\(path)"
                )
                #expect(answer.headers["x-evil"] == nil)
            }
            for path in ["/", "/metrics", "/healthz"] {
                #expect(try await Loopback.ask(site.port, path).headers["x-pelacak-credits"] == nil, "\(path)")
            }
            sky.set {
                $0.status.credits = (0..<100).map { DataCredit(name: "\($0)", text: "Data of number \($0) and others") }
            }
            let many = try await Loopback.ask(site.port, "/data/aircraft.json").headers["x-pelacak-credits"]
            #expect((many?.utf8.count ?? 0) > 1900 && (many?.utf8.count ?? 0) <= 2048)
            sky.set { $0.status.credits = [] }
            #expect(try await Loopback.ask(site.port, "/data/aircraft.json").headers["x-pelacak-credits"] == nil)
        }
    }

    @Test("what was only asked for was heard by nobody, and nothing of it is observed")
    func polledSupport() async throws {
        let (asked, roof) = (FeedID(rawValue: 1), FeedID(rawValue: 2))
        var table = TrackTable()
        var report = ClaimedReport(address: AircraftAddress(icao: 0x484159), time: Tracks.now)
        report.level = -12
        _ = table.ingest(report, from: asked)
        func answer(_ table: TrackTable) async throws -> Loopback.Answer {
            let sky = FakeSky(Array(table.tracks))
            sky.set { $0.polled = [asked] }
            return try await SiteUnderTest.with(sky: sky) { (site) async throws in
                try await Loopback.ask(site.port, "/api/v1/aircraft/484159")
            }
        }
        let claimed = try object(try await answer(table))
        #expect((claimed["support"] as? [String: Any])?["heardBy"] as? Int == 0)
        let fields = try #require(claimed["fields"] as? [[String: Any]])
        #expect(fields.contains { $0["key"] as? String == "level" })
        #expect(fields.allSatisfy { $0["known"] as? String == "claimed" })
        let call = FrameEncoding.allCallReply(address: AircraftAddress(icao: 0x484159))
        _ = table.ingest(ReceivedFrame(frame: call, time: Tracks.now, level: -3), from: roof)
        let heard = try object(try await answer(table))
        #expect((heard["support"] as? [String: Any])?["heardBy"] as? Int == 1)
        let level = (heard["fields"] as? [[String: Any]])?.first { $0["key"] as? String == "level" }
        #expect(level?["known"] as? String == "observed")
    }

    @Test("one feeder alone is told where the sky has several")
    func soleFeeder() async throws {
        var table = TrackTable()
        let call = FrameEncoding.allCallReply(address: AircraftAddress(icao: 0x484159))
        for second in [-2.0, -1] {
            let time = Tracks.now.advanced(bySeconds: second)
            _ = table.ingest(ReceivedFrame(frame: call, time: time), from: FeedID(rawValue: 1))
        }
        for (feeders, isSole) in [(1, false), (2, true)] {
            let sky = FakeSky(Array(table.tracks))
            sky.set { $0.status.feeders = feeders }
            try await SiteUnderTest.with(sky: sky) { (site) async throws in
                let all = try object(try await Loopback.ask(site.port, "/api/v1/aircraft/484159"))
                #expect((all["support"] as? [String: Any])?["sole"] as? Bool == isSole)
            }
        }
    }

    @Test("one aircraft tells how each value is known")
    func detail() async throws {
        try await SiteUnderTest.with(sky: FakeSky([Tracks.whole()])) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/v1/aircraft/484159")
            let all = try object(answer)
            #expect(all["simulated"] as? Bool == true)
            let registration = try #require(all["registration"] as? [String: String])
            #expect(registration == ["value": "PH-BXA", "known": "inferred", "how": "address-arithmetic"])
            #expect((all["state"] as? [String: String])?["value"] == "NL")
            let fields = try #require(all["fields"] as? [[String: Any]])
            let altitude = try #require(fields.first { $0["key"] as? String == "barometricAltitude" })
            #expect(altitude["value"] as? Int == 37_000)
            #expect(altitude["unit"] as? String == "ft")
            #expect(altitude["source"] as? String == "DF17 TC11")
            #expect(altitude["known"] as? String == "observed")
            #expect(altitude["feed"] as? String == "roof")
            #expect(fields.last?["key"] as? String == "level")
            #expect((all["position"] as? [String: Any])?["containmentMetres"] as? Double == 185.2)
        }
    }

    @Test("an aircraft that is not in the sky is 404, what is not an address 400, a tilde may be written either way")
    func notThere() async throws {
        let track = Track(address: AircraftAddress(other: 0x2A_00F3), time: Tracks.now, sourceClass: .tisbOther)
        try await SiteUnderTest.with(sky: FakeSky([track])) { (site) async throws in
            #expect(try await Loopback.ask(site.port, "/api/v1/aircraft/2a00f3").status == 404)
            #expect(try await Loopback.ask(site.port, "/api/v1/aircraft/2a00f").status == 400)
            #expect(try await Loopback.ask(site.port, "/api/v1/aircraft/~2a00f3").status == 200)
            #expect(try await Loopback.ask(site.port, "/api/v1/aircraft/%7e2A00F3/trail").status == 200)
            let empty = try object(try await Loopback.ask(site.port, "/api/v1/aircraft/~2a00f3"))
            #expect(empty["registration"] == nil && empty["state"] == nil && empty["position"] == nil)
            #expect((empty["fields"] as? [Any])?.isEmpty == true)
        }
    }

    @Test("the trail has time, place, altitude or null, and flags")
    func trail() async throws {
        var track = Tracks.bare()
        let fix = try #require(Tracks.fix(1.5, 2.5))
        track.trail.note(fix, TrailPoint.Motion(), isDoubtful: true)
        try await SiteUnderTest.with(sky: FakeSky([track])) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/v1/aircraft/3c0001/trail")
            #expect(answer.text.hasSuffix(#""points":[[1718699999.000,1.500000,2.500000,null,8]]}"#))
        }
    }

    @Test("the track has the path in columns of one length, with their units, and null where something was not known")
    func track() async throws {
        try await SiteUnderTest.with(sky: FakeSky([Tracks.everything()])) { (site) async throws in
            let all = try object(try await Loopback.ask(site.port, "/api/v1/aircraft/484159/track"))
            let columns = try #require(all["columns"] as? [String: [Any]])
            let points = try #require(all["points"] as? Int)
            #expect(points == 40 && columns.values.allSatisfy { $0.count == points })
            #expect(
                Set((all["units"] as? [String: String] ?? [:]).keys)
                    == Set(columns.keys).subtracting(["source", "flags"])
            )
            #expect(columns["altitude"]?[3] is NSNull && columns["altitude"]?[4] as? Int == 37_000)
            #expect(columns["groundSpeed"]?[7] is NSNull && columns["groundSpeed"]?[8] as? Double == 450.3)
            #expect(columns["geometricAltitude"]?[5] as? Int == 37_450)
            #expect(columns["verticalRate"]?[0] as? Int == -640)
            #expect(columns["flags"]?[0] as? Int == 8 && columns["flags"]?[1] as? Int == 0)
            #expect(columns["source"]?[0] as? String == "adsb_icao")
        }
    }

    @Test("the receiver's place is given only as it was configured to be shown")
    func receiver() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let all = try object(try await Loopback.ask(site.port, "/data/receiver.json"))
            #expect(all["lat"] == nil && all["readsb"] as? Bool == true && all["refresh"] as? Int == 1000)
        }
        let place = Position(latitude: 52.123456, longitude: 4.987654)
        let exact = Position(latitude: 52.5, longitude: 4.5)
        try await SiteUnderTest.with(configure: { ($0.publicReceiverPlace, $0.receiverPlace) = (place, exact) }) {
            (site) async throws in
            let stranger = ["X-Forwarded-For": "192.0.2.9"]
            let all = try object(try await Loopback.ask(site.port, "/data/receiver.json", headers: stranger))
            #expect(all["lat"] as? Double == 52.1235 && all["lon"] as? Double == 4.9877)
            let own = try object(try await Loopback.ask(site.port, "/data/receiver.json"))
            #expect(own["lat"] as? Double == 52.5 && own["lon"] as? Double == 4.5)
        }
    }

    @Test("the site says what it is")
    func site() async throws {
        try await SiteUnderTest.with(sky: FakeSky([Tracks.whole(), Tracks.bare()])) { (site) async throws in
            #expect(
                try await Loopback.ask(site.port, "/api/v1/site").text == """
                    {"name":"Pelacak","version":"0.1.0","simulated":true,"provenance":"simulated","timeLapse":1.000,\
                    "choice":{"reason":"nothing-answered","sources":["simulate:state-visit"]},\
                    "basemap":{"minzoom":0,"maxzoom":6,"format":"pbf","attribution":"Made up"},\
                    "discretion":{"place":"hidden","protection":"none","ladd":"public"},"vendor":true,\
                    "reading":"public","writing":"open","now":1718700000.000,"wall":1795377968.000,"aircraft":2,"positioned":1}
                    """
            )
        }
    }
}
