import Aero
import Foundation
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct ReadsbRoutesTests {
    private func hexes(_ answer: Loopback.Answer, _ key: String = "aircraft") throws -> [String] {
        try answer.objects(key).compactMap { $0["hex"] as? String }.sorted()
    }

    private static var sky: FakeSky {
        var second = Tracks.whole(0x3C_0002, latitude: 10, longitude: 179)
        second.callsign = Tracks.known("BAW1")
        return FakeSky([Tracks.whole(), second, Tracks.bare(0x3C_0003)])
    }

    @Test("one who has aircraft.json already is told so, until a second has passed; packed it has a tag of its own")
    func conditional() async throws {
        let sky = FakeSky((0..<20).map { Tracks.whole(UInt32($0)) })
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let path = "/data/aircraft.json"
            let first = try await Loopback.ask(site.port, path)
            let tag = try #require(first.headers["etag"])
            #expect(first.headers["cache-control"] == "no-cache" && first.headers["vary"] == "Accept-Encoding")
            #expect(try await Loopback.ask(site.port, path, headers: ["If-None-Match": tag]).status == 304)
            #expect(try await Loopback.ask(site.port, path, headers: ["If-None-Match": "\"x\""]).status == 200)
            let packed = try await Loopback.ask(site.port, path, headers: ["Accept-Encoding": "gzip"])
            #expect(packed.headers["content-encoding"] == "gzip" && packed.headers["etag"] != tag)
            #expect(Unpacked.gzip(packed.body) == first.body)
            let head = try await Loopback.ask(site.port, "HEAD", path)
            #expect(head.headers["content-length"] == String(first.body.count) && head.body.isEmpty)
            sky.set { $0.status.now = $0.status.now.advanced(bySeconds: 1) }
            #expect(try await Loopback.ask(site.port, path, headers: ["If-None-Match": tag]).status == 200)
        }
    }

    @Test("re-api answers in readsb's form: seconds, the list, how many, and how long it took")
    func plainForm() async throws {
        try await SiteUnderTest.with(sky: Self.sky) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/re-api/?circle=52,4,50")
            let all = try answer.object()
            #expect(Set(all.keys) == ["simulated", "now", "aircraft", "resultCount", "ptime"])
            #expect(all["now"] as? Double == 1_718_700_000 && all["resultCount"] as? Int == 1)
            let one = try #require(try answer.objects("aircraft").first)
            #expect(one["hex"] as? String == "484159" && one["r"] as? String == "PH-BXA")
            // 0.1 degrees north and 0.2 east of the place asked about.
            #expect(one["dst"] as? Double == 9.517 && one["dir"] as? Double == 50.8)
        }
    }

    @Test(
        "every way of asking finds its aircraft and no other",
        arguments: [
            ("all", ["3c0002", "3c0003", "484159"]), ("all_with_pos", ["3c0002", "484159"]),
            ("box=50,54,3,5", ["484159"]),
            ("box=9,11,170,-170", ["3c0002"]), ("closest=52,4,5000", ["484159"]),
            ("find_hex=3C0003,484159", ["3c0003", "484159"]),
            ("hexlist=3c0003", ["3c0003"]), ("find_callsign=baw1", ["3c0002"]), ("find_reg=PH-BXA", ["484159"]),
            ("find_type=A20N", []),
            ("box=50,54,3,5&find_hex=3c0003", ["3c0003", "484159"]), ("all&filter_mil", []),
            ("all&filter_callsign_prefix=KLM", ["484159"]),
            ("all&above_alt_baro=40000", []), ("ALL&Filter_With_Pos", ["3c0002", "484159"]),
        ] as [(String, [String])]
    )
    func bases(query: String, expected: [String]) async throws {
        try await SiteUnderTest.with(sky: Self.sky) { (site) async throws in
            #expect(try hexes(try await Loopback.ask(site.port, "/re-api/?" + query)) == expected)
            #expect(try hexes(try await Loopback.ask(site.port, "/re-api/?jv2&" + query), "ac") == expected)
        }
    }

    @Test("a bad query is 400 and says why; status is 200; forms that nobody writes are refused")
    func refusals() async throws {
        try await SiteUnderTest.with(sky: Self.sky) { (site) async throws in
            for query in ["", "box=1,2,3", "all&bogus", "all&binCraft", "all&zstd"] {
                let answer = try await Loopback.ask(site.port, "/re-api/?" + query)
                let error = try answer.object()["error"] as? String
                #expect(answer.status == 400 && error?.isEmpty == false, "\(query)")
            }
            #expect(try await Loopback.ask(site.port, "/re-api/?status").status == 200)
            #expect(try await Loopback.ask(site.port, "/re-api?all").status == 200)
            #expect(try await Loopback.ask(site.port, "POST", "/re-api/?all").status == 405)
        }
    }

    @Test("binary forms are written by whom they are given to, with what was found and the box asked for")
    func forms() async throws {
        let forms = ReAPIForms(
            binCraft: { picture, indices, box in Array("\(indices) \(box?.west ?? 0) \(picture.tracks.count)".utf8) },
            zstd: { [0x28] + $0 }
        )
        try await SiteUnderTest.with(sky: Self.sky, forms: forms) { (site) async throws in
            let plain = try await Loopback.ask(site.port, "/re-api/?binCraft&box=50,54,3,5&find_hex=3c0003")
            #expect(plain.text == "[0, 2] 3.0 3" && plain.headers["content-type"] == "application/octet-stream")
            let packed = try await Loopback.ask(site.port, "/re-api/?binCraft&zstd&all_with_pos")
            #expect(packed.body.first == 0x28 && packed.headers["content-type"] == "application/zstd")
            let json = try await Loopback.ask(site.port, "/re-api/?zstd&all")
            #expect(json.text.hasPrefix("({\"simulated\":true,"))
        }
    }

    @Test("the outline is empty: it would give the receiver's place away")
    func outline() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let text = try await Loopback.ask(site.port, "/data/outline.json").text
            #expect(text == #"{"simulated":true,"actualRange":{"last24h":{"points":[]}}}"#)
        }
    }

    @Test("no document of these names a receiver, a distance from it or a direction")
    func noReceiver() async throws {
        try await SiteUnderTest.with(sky: Self.sky) { (site) async throws in
            for path in ["/data/aircraft.json", "/re-api/?all", "/v2/point/52/4/50", "/data/stats.json"] {
                let text = try await Loopback.ask(site.port, path).text
                for word in ["r_dst", "r_dir", "roof", "\"receivers\""] {
                    #expect(!text.contains(word), "\(path) \(word)")
                }
                #expect(text.hasPrefix("{\"simulated\":true,"), "\(path)")
            }
        }
    }
}
