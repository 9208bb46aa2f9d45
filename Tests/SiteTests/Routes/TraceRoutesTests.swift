import Aero
import Foundation
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct TraceRoutesTests {
    /// 08:40:00 UTC on 18 June 2024.
    private static let now = Tracks.now.seconds

    private func object(_ answer: Loopback.Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
    }

    private func trace(_ answer: Loopback.Answer) throws -> [[Any]] {
        try #require(try object(answer)["trace"] as? [[Any]])
    }

    /// Took off, was lost for five minutes, flies.
    private var flown: Track {
        var stops = [
            Paths.Stop(
                seconds: Self.now - 700,
                latitude: 50,
                longitude: 1,
                onGround: true,
                motion: TrailPoint.Motion()
            ),
            Paths.Stop(
                seconds: Self.now - 680,
                latitude: 50,
                longitude: 1.01,
                motion: TrailPoint.Motion(altitude: 500)
            ),
        ]
        stops += (0..<3).map {
            Paths.Stop(seconds: Self.now - 60 + Double($0) * 20, latitude: 50, longitude: 2 + Double($0) * 0.05)
        }
        var track = Paths.track(AircraftAddress(icao: 0x48_4159), stops)
        track.trail.note(callsign: "KLM1023", squawk: Squawk(rawValue: 0o1234), at: Timestamp(seconds: Self.now - 680))
        track.callsign = Tracks.known("KLM1023")
        track.fix = Paths.fix(50, 2.15, at: Self.now - 1)
        track.lastHeard = Timestamp(seconds: Self.now - 1)
        track.barometricAltitude = Tracks.known(10_050)
        track.groundSpeed = Tracks.known(301.26)
        track.indicatedAirspeed = Tracks.known(250)
        track.roll = Tracks.known(-1.5)
        return track
    }

    @Test(
        "a trace has fourteen columns a point, marks silences, tells names when they change and everything at its end"
    )
    func full() async throws {
        try await SiteUnderTest.with(sky: FakeSky([flown])) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/data/traces/59/trace_full_484159.json")
            #expect(answer.status == 200 && answer.headers["x-pelacak-simulated"] == "true")
            let all = try object(answer)
            #expect(all["icao"] as? String == "484159" && all["r"] as? String == "PH-BXA")
            #expect(all["simulated"] as? Bool == true && all["timestamp"] as? Double == Self.now - 700)
            let points = try trace(answer)
            #expect(points.map(\.count) == [14, 14, 14, 14, 14, 14])
            #expect(points.map { $0[0] as? Double } == [0, 20, 640, 660, 680, 699])
            #expect(points.map { $0[6] as? Int } == [0, 0, 1, 0, 0, 0])
            #expect(points[0][3] as? String == "ground" && points[0][4] is NSNull && points[0][8] is NSNull)
            #expect(points[1][3] as? Int == 500)
            let name = try #require(points[1][8] as? [String: Any])
            #expect(name["flight"] as? String == "KLM1023 " && name["squawk"] as? String == "1234")
            #expect(points[2][8] is NSNull && points[2][5] as? Double == 90 && points[2][7] as? Int == 640)
            #expect(points[2][9] as? String == "adsb_icao" && points[2][12] is NSNull)
            let last = points[5]
            #expect(last[3] as? Int == 10_050 && last[4] as? Double == 301.3 && last[12] as? Int == 250)
            #expect(last[13] as? Double == -1.5)
            #expect((last[8] as? [String: Any])?["hex"] as? String == "484159")
        }
    }

    @Test("a recent trace has the last points, a take-off after a landing begins a leg, and it comes packed")
    func recent() async throws {
        var stops = (0..<300).map {
            Paths.Stop(seconds: Self.now - 6100 + Double($0) * 20, latitude: 50, longitude: Double($0) * 0.01)
        }
        for index in 290..<293 { stops[index].onGround = true }
        try await SiteUnderTest.with(sky: FakeSky([Paths.track(stops)])) { (site) async throws in
            let path = "/data/traces/01/trace_recent_3c0001.json"
            let plain = try await Loopback.ask(site.port, path)
            let points = try trace(plain)
            #expect(points.count == TraceRoutes.recentPoints)
            #expect(points.filter { ($0[6] as? Int) == 2 }.map { $0[0] as? Double } == [20 * 113])
            let packed = try await Loopback.ask(site.port, path, headers: ["Accept-Encoding": "gzip"])
            #expect(packed.headers["content-encoding"] == "gzip")
            #expect(Unpacked.gzip(packed.body) == plain.body)
        }
    }

    @Test(
        "a day's trace holds that day's points; today's live one goes back to midnight, in its first hour a day further"
    )
    func days() async throws {
        let midnight = 1_718_668_800.0
        let track = Paths.eastwards(from: midnight - 1000, points: 100)
        let sky = FakeSky([track])
        sky.set { $0.status.now = Timestamp(seconds: midnight + 1000) }
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            func first(_ path: String) async throws -> Double? {
                try object(try await Loopback.ask(site.port, path))["timestamp"] as? Double
            }
            let name = "traces/01/trace_full_3c0001.json"
            #expect(try await first("/globe_history/2024/06/17/" + name) == midnight - 1000)
            #expect(try await first("/globe_history/2024/06/18/" + name) == midnight)
            #expect(try await first("/data/" + name) == midnight - 1000)
            sky.set { $0.status.now = Timestamp(seconds: midnight + 3601) }
            #expect(try await first("/data/" + name) == midnight)
            #expect(try await Loopback.ask(site.port, "/globe_history/2024/06/16/" + name).status == 404)
        }
    }

    @Test(
        "a trace of what is not there, or under a wrong name, is 404",
        arguments: [
            "/data/traces/58/trace_full_484159.json", "/data/traces/59/trace_full_484159",
            "/data/traces/59/484159.json",
            "/data/traces/60/trace_full_484160.json", "/data/traces/59/trace_full_484A59.json",
            "/data/traces/59/trace_old_484159.json", "/globe_history/2024/06/18/traces/59/trace_recent_484159.json",
            "/globe_history/2024/13/18/traces/59/trace_full_484159.json",
            "/globe_history/2024/06/18/heatmap/48.bin.ttf",
            "/globe_history/2024/06/18/heatmap/0.bin.ttf", "/globe_history/2024/06/18/heatmap/aa.bin.ttf",
            "/globe_history/2024/06/18", "/globe_history/2030/06/18/heatmap/00.bin.ttf", "/globe_history",
            "/data/traces/01/trace_full_3c0001.json",
        ]
    )
    func notThere(path: String) async throws {
        try await SiteUnderTest.with(sky: FakeSky([flown, Tracks.bare()])) { (site) async throws in
            #expect(try await Loopback.ask(site.port, path).status == 404)
        }
    }

    @Test("an address that is not ICAO's keeps its tilde")
    func tilde() async throws {
        let track = Paths.eastwards(AircraftAddress(other: 0x2A_00F3), from: Self.now - 40, points: 2)
        try await SiteUnderTest.with(sky: FakeSky([track])) { (site) async throws in
            for path in ["/data/traces/f3/trace_full_~2a00f3.json", "/data/traces/f3/trace_full_%7E2a00f3.json"] {
                #expect(try object(try await Loopback.ask(site.port, path))["icao"] as? String == "~2a00f3")
            }
        }
    }

    @Test("a half hour of heat map comes as far as it has gone, packed on request, and is labelled")
    func heatmap() async throws {
        let track = Paths.eastwards(from: Self.now - 300, points: 15)
        try await SiteUnderTest.with(sky: FakeSky([track])) { (site) async throws in
            let path = "/globe_history/2024/06/18/heatmap/17.bin.ttf"
            let plain = try await Loopback.ask(site.port, path)
            #expect(plain.status == 200 && plain.headers["x-pelacak-simulated"] == "true")
            // 08:30:00 to 08:40:00; the aircraft is there from 08:35:00 on.
            #expect(plain.body.count / 16 == 21 + 21 + 11)
            let packed = try await Loopback.ask(site.port, path, headers: ["Accept-Encoding": "gzip"])
            #expect(Unpacked.gzip(packed.body) == plain.body)
            for half in ["16", "18"] {
                let other = "/globe_history/2024/06/18/heatmap/\(half).bin.ttf"
                #expect(try await Loopback.ask(site.port, other).status == 404)
            }
        }
    }
}
