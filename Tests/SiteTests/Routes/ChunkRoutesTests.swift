import Aero
import Foundation
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct ChunkRoutesTests {
    private static let now = Tracks.now.seconds

    private func object(_ answer: Loopback.Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])
    }

    @Test("pieces cover what is kept, the last hour as the usual ones, and together hold every point once")
    func chunks() async throws {
        let track = Paths.eastwards(from: Self.now - 6000, points: 300)
        try await SiteUnderTest.with(sky: FakeSky([track])) { (site) async throws in
            let plan = try object(try await Loopback.ask(site.port, "/chunks/chunks.json"))
            #expect(plan["simulated"] as? Bool == true)
            let usual = try #require(plan["chunks"] as? [String])
            let all = try #require(plan["chunks_all"] as? [String])
            #expect(usual.count == 5 && all.count == 7 && Array(all.suffix(5)) == usual)
            #expect(all.last == "chunk_1718699400000.gz")
            var longitudes: [Double] = []
            var times: [Double] = []
            for name in all {
                let answer = try await Loopback.ask(site.port, "/chunks/" + name)
                for file in try #require(try object(answer)["files"] as? [[String: Any]]) {
                    times.append(try #require(file["now"] as? Double))
                    for line in try #require(file["aircraft"] as? [[Any]]) {
                        #expect(line.count == 10 && line[0] as? String == "3c0001" && line[1] as? Int == 10_000)
                        #expect((line[6] as? Double).map { $0 >= 0 && $0 <= 15 } == true)
                        longitudes.append(try #require(line[5] as? Double))
                    }
                }
            }
            #expect(times == times.sorted() && times.count == Set(times).count)
            #expect(longitudes.count == 300)
            #expect(longitudes == longitudes.sorted())
        }
    }

    @Test("a large sky makes the instants stand further apart")
    func bound() throws {
        let tracks = (0..<3000).map { index in
            Paths.eastwards(AircraftAddress(icao: UInt32(index)), from: 1_718_699_400, points: 45)
        }
        let picture = Pictures.of(tracks, at: Timestamp(seconds: 1_718_700_300))
        let bytes = ChunkDocument(picture: picture).json(from: 1_718_699_400_000)
        let lines = bytes.count { $0 == UInt8(ascii: "[") }
        #expect(lines < ChunkPlan.lines + 3_100 && lines > ChunkPlan.lines / 3)
    }

    @Test("a sky whose clock begins in 1970 has no pieces before that")
    func beginning() {
        let picture = Pictures.of([], at: Timestamp(seconds: 1000))
        #expect(ChunkPlan(picture, reach: ChunkPlan.day).starts == [0, 900_000])
    }

    @Test("instants of the last hour by number")
    func history() async throws {
        let track = Paths.eastwards(from: Self.now - 600, points: 31)
        try await SiteUnderTest.with(sky: FakeSky([track])) { (site) async throws in
            let last = try object(try await Loopback.ask(site.port, "/data/history_59.json"))
            #expect(last["now"] as? Double == Self.now - 60)
            let aircraft = try #require((last["aircraft"] as? [[String: Any]])?.first)
            #expect(aircraft["hex"] as? String == "3c0001" && aircraft["lon"] as? Double == 1.35)
            let first = try object(try await Loopback.ask(site.port, "/data/history_0.json"))
            #expect((first["aircraft"] as? [Any])?.isEmpty == true)
        }
    }

    @Test(arguments: [
        "/data/history_60.json", "/data/history_-1.json", "/data/history_.json", "/chunks/chunk_1718699400001.gz",
        "/chunks/chunk_.gz", "/chunks/chunk_99999999999999999999.gz", "/chunks", "/chunks/978.json", "/chunks/x/y",
    ])
    func notThere(path: String) async throws {
        try await SiteUnderTest.with(sky: FakeSky([Paths.eastwards(from: Self.now - 60, points: 2)])) {
            (site) async throws in
            #expect(try await Loopback.ask(site.port, path).status == 404)
        }
    }

    @Test("an empty sky has no pieces")
    func empty() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let plan = try object(try await Loopback.ask(site.port, "/chunks/chunks.json"))
            #expect((plan["chunks"] as? [String])?.count == 1)
        }
    }
}
