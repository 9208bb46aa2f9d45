import Aero
import Foundation
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct TileRoutesTests {
    /// Two aircraft in tile 6748, one elsewhere, one without a place, one long gone.
    private var sky: FakeSky {
        var gone = Tracks.whole(5)
        gone.lastHeard = Tracks.now.advanced(bySeconds: -400)
        gone.fix = Tracks.fix(52, 4.5, age: 400)
        return FakeSky([
            Tracks.whole(1), Tracks.whole(2, latitude: 53, longitude: 5), Tracks.whole(3, latitude: -6, longitude: 106),
            Tracks.bare(4), gone,
        ])
    }

    @Test("all listed aircraft come as binCraft, plain, with gzip and with zstd, the same bytes")
    func all() async throws {
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let plain = try await Loopback.ask(site.port, "/data/aircraft.binCraft")
            #expect(plain.headers["content-type"] == "application/octet-stream")
            #expect(plain.headers["cache-control"] == "no-cache")
            #expect(plain.headers["x-pelacak-simulated"] == "true")
            let reader = try #require(BinCraftReader(plain.body))
            #expect(reader.aircraft.map(\.hex) == ["000001", "000002", "000003", "000004"])
            #expect(reader.milliseconds == 1_718_700_000_000 && reader.version == 20_240_218)
            let packed = try await Loopback.ask(
                site.port,
                "/data/aircraft.binCraft",
                headers: ["Accept-Encoding": "gzip"]
            )
            #expect(Unpacked.gzip(packed.body) == plain.body)
            let zstd = try await Loopback.ask(
                site.port,
                "/data/aircraft.binCraft.zst",
                headers: ["Accept-Encoding": "gzip"]
            )
            #expect(zstd.headers["content-type"] == "application/zstd")
            #expect(zstd.headers["content-encoding"] == nil)
            #expect(Unpacked.zstd(zstd.body) == plain.body)
        }
    }

    @Test("a tile has the aircraft in it, in every form")
    func tile() async throws {
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let binary = try await Loopback.ask(site.port, "/data/globe_6748.binCraft")
            let reader = try #require(BinCraftReader(binary.body))
            #expect(reader.aircraft.map(\.hex) == ["000001", "000002"])
            #expect(reader.tile == 6748 && reader.limits == [51, 3, 54, 6])
            let zstd = try await Loopback.ask(site.port, "/data/globe_6748.binCraft.zst")
            #expect(Unpacked.zstd(zstd.body) == binary.body)
            let text = try await Loopback.ask(site.port, "/data/globe_6748.json")
            let json = try #require(try JSONSerialization.jsonObject(with: Data(text.body)) as? [String: Any])
            #expect(json["simulated"] as? Bool == true)
            #expect(json["globeIndex"] as? Int == 6748 && json["global_ac_count_withpos"] as? Int == 4)
            #expect(["south", "west", "north", "east"].map { json[$0] as? Int } == [51, 3, 54, 6])
            let list = try #require(json["aircraft"] as? [[String: Any]])
            #expect(list.map { $0["hex"] as? String } == ["000001", "000002"])
            #expect(list[0]["lat"] as? Double == 52.1)
        }
    }

    @Test("a tile nobody is in is an empty one, and one off the globe is not there")
    func missing() async throws {
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let empty = try await Loopback.ask(site.port, "/data/globe_1000.binCraft")
            #expect(empty.status == 200 && BinCraftReader(empty.body)?.aircraft.isEmpty == true)
            for name in ["globeMil_42777.binCraft", "globeMil_6748.binCraft"] {
                let none = try await Loopback.ask(site.port, "/data/" + name)
                #expect(none.status == 200 && BinCraftReader(none.body)?.aircraft.isEmpty == true, "\(name)")
            }
            for name in [
                "globe_0001.json", "globe_9999.binCraft", "globe_.binCraft", "globe_6748", "globe_6748.bincraft",
                "globe_6748.binCraft.gz", "globeMil_6748.json", "globe_067480.binCraft", "globe_-001.binCraft.zst",
                "globe_6748.binCraft/x", "aircraft.binCraft.zst.zst", "..", "%00",
            ] {
                let status = try await Loopback.ask(site.port, "/data/" + name).status
                #expect(status == 404 || status == 400, "\(name)")
            }
        }
    }

    @Test("a box is answered as binCraft, with zstd and without, and says that it is simulated")
    func box() async throws {
        try await SiteUnderTest.with(sky: sky, forms: .all) { (site) async throws in
            let path = "/tar1090/reapi-zstd/re-api/?binCraft&box=50.5,53.5,2.5,5.5&find_hex=000003"
            let plain = try await Loopback.ask(site.port, path)
            let reader = try #require(BinCraftReader(plain.body))
            #expect(reader.aircraft.map(\.hex) == ["000001", "000002", "000003"])
            #expect(reader.limits == [50, 2, 54, 6] && reader.tile == .max)
            let packed = try await Loopback.ask(site.port, path + "&zstd")
            #expect(Unpacked.zstd(packed.body) == plain.body)
            #expect(packed.headers["x-pelacak-simulated"] == "true")
            #expect(try await Loopback.ask(site.port, "/re-api/?json&box=50,54,2,6").text.contains("\"resultCount\":2"))
        }
    }

    @Test("a sky that is not simulated does not say so")
    func real() async throws {
        let sky = sky
        sky.set { $0.status.provenance = .real }
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/data/aircraft.binCraft")
            #expect(answer.headers["x-pelacak-simulated"] == nil)
        }
    }

    @Test("names made at random are answered, and nothing but the known ones with success")
    func fuzz() async throws {
        var generator = SplitMix(state: 11)
        let pieces = [
            "data", "globe_", "6748", "traces", "trace_full_", "484159", "59", ".json", ".binCraft", ".zst", "/", "..",
            "%2e", "globe_history", "2025", "01", "heatmap", "00.bin.ttf", "chunks", "chunk_", "99999999999999999999",
            ".gz", "db2", "A", "~", "%7e", "tar1090", "plain", "?", "&", "%", "history_", "-1", "\u{7F}", "+",
        ]
        let targets = (0..<400).map { _ in
            "/" + (0..<(1 + generator.below(9))).map { _ in pieces[generator.below(pieces.count)] }.joined()
        }
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            for target in targets where !target.contains("\u{7F}") {
                let answer = try await Loopback.ask(site.port, target)
                #expect([200, 301, 400, 404].contains(answer.status), "\(target): \(answer.status)")
                #expect(answer.headers["content-security-policy"] != nil)
            }
        }
    }
}
