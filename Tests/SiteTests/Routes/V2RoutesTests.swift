import Aero
import Foundation
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct V2RoutesTests {
    private static var sky: FakeSky {
        var second = Tracks.whole(0x3C_0002, latitude: 54.2, longitude: 4.2)
        second.callsign = Tracks.known("BAW1")
        second.squawk = Tracks.known(Squawk(rawValue: 0o7700))
        return FakeSky([Tracks.whole(), second])
    }

    @Test(
        "every path of the interface answers in one envelope",
        arguments: [
            ("/v2/hex/484159", ["484159"]), ("/v2/icao/3C0002,484159", ["3c0002", "484159"]),
            ("/v2/callsign/BAW1", ["3c0002"]),
            ("/v2/reg/PH-BXA", ["484159"]), ("/v2/registration/ph-bxa", ["484159"]), ("/v2/type/A320", []),
            ("/v2/squawk/7700", ["3c0002"]),
            ("/v2/sqk/1234,7700", ["3c0002", "484159"]), ("/v2/mil", []), ("/v2/pia", []), ("/v2/ladd", []),
            ("/v2/point/52/4.2/30", ["484159"]), ("/v2/point/52/4.2/250", ["3c0002", "484159"]),
            ("/v2/lat/52/lon/4.2/dist/30/", ["484159"]),
            ("/v2/closest/54/4/250", ["3c0002"]), ("/v2/closest/0/0/250", []), ("/v2/point/-89/0/100", []),
            ("/api/v2/hex/484159", ["484159"]),
        ] as [(String, [String])]
    )
    func paths(path: String, expected: [String]) async throws {
        try await SiteUnderTest.with(sky: Self.sky) { (site) async throws in
            let answer = try await Loopback.ask(site.port, path)
            #expect(answer.status == 200)
            let all = try answer.object()
            #expect(Set(all.keys) == ["simulated", "ac", "msg", "now", "total", "ctime", "ptime"])
            #expect(all["msg"] as? String == "No error" && all["total"] as? Int == expected.count)
            #expect(all["now"] as? Int == 1_718_700_000_000 && all["ctime"] as? Int == 1_718_700_000_000)
            #expect(all["ptime"] as? Int != nil)
            #expect(try answer.objects("ac").compactMap { $0["hex"] as? String }.sorted() == expected)
        }
    }

    @Test("every key that a client of the interface has a type for has that type")
    func types() async throws {
        // Source: the models of adsb.lol's API (V2Response_AcItem): which keys are whole numbers, numbers, text, lists.
        let whole = [
            "alert", "alt_geom", "baro_rate", "geom_rate", "gva", "messages", "nac_p", "nac_v", "nic", "nic_baro", "rc",
            "sda", "sil", "spi",
            "version", "ias", "tas",
        ]
        let numbers = ["gs", "lat", "lon", "rssi", "seen", "seen_pos", "track", "true_heading", "mag_heading"]
        let texts = ["category", "emergency", "flight", "hex", "r", "sil_type", "squawk", "type"]
        try await SiteUnderTest.with(sky: Self.sky) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/v2/hex/484159")
            let one = try #require(try answer.objects("ac").first)
            for key in whole {
                #expect(answer.text.firstMatch(of: try Regex("\"\(key)\":-?[0-9]+[,}]")) != nil, "\(key)")
            }
            for key in numbers { #expect(one[key] is Double || one[key] is Int, "\(key)") }
            for key in texts { #expect(one[key] is String, "\(key)") }
            for key in ["mlat", "tisb"] { #expect(one[key] is [String], "\(key)") }
            #expect(one["alt_baro"] is Int)
        }
    }

    @Test(
        "what cannot be answered is 400 in the same envelope",
        arguments: [
            "/v2/point/91/0/10", "/v2/point/a/0/10", "/v2/point/0/0/-1", "/v2/hex/xyz", "/v2/squawk/8888",
            "/v2/closest/nan/0/1",
            "/v2/reg/%22", "/v2/point/1e400/0/1",
        ]
    )
    func refused(path: String) async throws {
        try await SiteUnderTest.with(sky: Self.sky) { (site) async throws in
            let answer = try await Loopback.ask(site.port, path)
            let all = try answer.object()
            #expect(answer.status == 400 && (all["ac"] as? [Any])?.isEmpty == true && all["total"] as? Int == 0)
            #expect(all["msg"] as? String != "No error" && (all["msg"] as? String)?.isEmpty == false)
        }
    }

    @Test(
        "what is no path of the interface is 404",
        arguments: ["/v2", "/v2/", "/v2/hex", "/v2/hex/1/2", "/v2/point/1/2", "/v2/mil/x"]
    )
    func missing(path: String) async throws {
        try await SiteUnderTest.with(sky: Self.sky) { (site) async throws in
            #expect(try await Loopback.ask(site.port, path).status == 404)
        }
    }

    @Test("a radius beyond 250 nautical miles is answered as 250, the distance is told to three decimals")
    func radius() async throws {
        var far = Tracks.whole(1, latitude: 56.5, longitude: 4.2)
        far.callsign = nil
        try await SiteUnderTest.with(sky: FakeSky([Tracks.whole(), far])) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/v2/point/52.1/4.2/9999")
            let found = try answer.objects("ac")
            #expect(
                found.count == 1 && found[0]["dst"] as? Double == 0
                    && answer.text.contains("\"dst\":0.000,\"dir\":0.0}")
            )
        }
    }
}
