import Aero
import Foundation
import ModeS
import Testing

@testable import Site
@testable import Tracking

/// The forms of other servers, answered from an archive.
@Suite(.timeLimit(.minutes(10)))
struct PastPathsTests {
    private static let now = Tracks.now.seconds
    private static let start = Flights.midnight + 3600
    private static let stranger = ["X-Forwarded-For": "192.0.2.9"]
    private static let full = "/globe_history/2024/06/18/traces/59/trace_full_484159.json"

    private func ask<Value: Sendable>(
        _ archive: FakeArchive,
        _ tracks: [Track] = [],
        _ body: (SiteUnderTest) async throws -> Value
    ) async throws -> Value {
        let history = FakeHistory([.simulated: archive, .real: FakeArchive()])
        return try await SiteUnderTest.with(sky: FakeSky(tracks), history: history, body)
    }

    private func trace(_ answer: Loopback.Answer) throws -> [[Any]] {
        try #require(try answer.object()["trace"] as? [[Any]])
    }

    @Test(
        "a past day's trace comes whole from the archive, also of an aircraft that is gone, with what trails do not hold"
    )
    func day() async throws {
        var way = Flights.Way()
        (way.rows, way.silences, way.spacing) = (2000, [9], 4)
        var batch = Flights.batch([way])
        var observation = batch.rows[1].observation
        var details = ObservationDetails()
        (details.indicatedAirspeed, details.roll, details.geometricRate) = (250, -15, 10)
        observation.details = details
        batch.rows[1] = .init(batch.rows[1].aircraft, observation)
        try await ask(FakeArchive(batch)) { (site) async throws in
            let answer = try await Loopback.ask(site.port, Self.full)
            #expect(answer.status == 200 && answer.headers["x-pelacak-simulated"] == "true")
            let all = try answer.object()
            #expect(all["icao"] as? String == "484159" && all["r"] as? String == "PH-BXA")
            #expect(all["timestamp"] as? Double == Self.start)
            let points = try trace(answer)
            #expect(points.count == 2000 && Set(points.map(\.count)) == [14])
            #expect(points[10][0] as? Double == 36 + 600 && points[10][6] as? Int == 1 && points[11][6] as? Int == 0)
            #expect((points[0][8] as? [String: Any])?["flight"] as? String == "KLM1023 " && points[1][8] is NSNull)
            #expect(points[1][11] as? Int == 640 && points[1][12] as? Int == 250 && points[1][13] as? Double == -1.5)
            #expect(points[2][12] is NSNull && points[2][3] as? Int == 10_200 && points[2][7] as? Int == 640)
            let other = "/globe_history/2024/06/17/traces/59/trace_full_484159.json"
            #expect(try await Loopback.ask(site.port, other).status == 404)
        }
    }

    @Test("while a recording is played, the past is that of recordings; while it is live, what was heard")
    func recording() async throws {
        let archive = FakeArchive(Flights.batch([Flights.Way()]))
        for (isRecorded, status) in [(true, 200), (false, 404)] {
            let sky = FakeSky()
            sky.set {
                $0.status.provenance = .real
                $0.status.isRecorded = isRecorded
            }
            let history = FakeHistory([.imported: archive, .real: FakeArchive()])
            try await SiteUnderTest.with(sky: sky, history: history) { (site) async throws in
                #expect(try await Loopback.ask(site.port, Self.full).status == status)
                let days = try await Loopback.ask(site.port, "/api/v1/history/days?from=2024-06-18&to=2024-06-19")
                #expect(try days.object()["realm"] as? String == (isRecorded ? "imported" : "real"))
            }
        }
    }

    @Test("a day of more rows than one a second is given to its end, one a second and both sides of a silence")
    func fullDay() async throws {
        var way = Flights.Way()
        (way.rows, way.spacing, way.step, way.silences) = (90_000, 0.5, 0, [100])
        try await ask(FakeArchive(Flights.batch([way]))) { (site) async throws in
            let points = try trace(try await Loopback.ask(site.port, Self.full))
            let times = points.compactMap { $0[0] as? Double }
            // 0…50 s, then silence to 650 s, and on to the last row of all.
            #expect(times.last == 45_599)
            #expect(points.count <= 45_100 && points.count >= 45_000)
            #expect(times.contains(50) && times.contains(650))
            #expect(zip(times.dropFirst(), times).allSatisfy { $0 > $1 })
        }
    }

    @Test("today's trace is the archive's with the live trail at its end, each point once, then where it is now")
    func today() async throws {
        var way = Flights.Way()
        (way.rows, way.spacing, way.from) = (60, 10, Self.now - 700)
        var stops = (0..<10).map {
            Paths.Stop(seconds: Self.now - 200 + Double($0) * 20, latitude: 50, longitude: 2 + Double($0) * 0.05)
        }
        stops[9].seconds = Self.now - 5
        // The archive's last row, with the digits that an archive does not keep.
        stops.insert(Paths.Stop(seconds: Self.now - 110 + 0.000_4, latitude: 50, longitude: 2.24), at: 5)
        var track = Paths.track(way.address, stops)
        track.fix = Paths.fix(50, 2.5, at: Self.now - 1)
        try await ask(FakeArchive(Flights.batch([way])), [track]) { (site) async throws in
            for path in ["/data/traces/59/trace_full_484159.json", Self.full] {
                let times = try trace(try await Loopback.ask(site.port, path)).compactMap { $0[0] as? Double }
                let wanted = (0..<60).map { Double($0) * 10 } + [600, 620, 640, 660, 695, 699]
                #expect(times == wanted, "\(path)")
            }
            let recent = try trace(try await Loopback.ask(site.port, "/data/traces/59/trace_recent_484159.json"))
            #expect(recent.count == 66)
        }
    }

    @Test("the heat map and the pieces of the past come from the archive, without what may not be handed on")
    func everybody() async throws {
        var (own, held) = (Flights.Way(), Flights.Way(address: AircraftAddress(icao: 0x3C_0001)))
        (own.rows, own.spacing, own.from) = (400, 5, Self.now - 4000)
        (held.rows, held.from) = (100, Self.now - 3900)
        let archive = FakeArchive(Flights.batch([own]), Flights.batch([held], licence: .noRedistribution))
        try await ask(archive) { (site) async throws in
            // 07:30 to 08:00; 07:33:20 is 4,000 s before now.
            let path = "/globe_history/2024/06/18/heatmap/15.bin.ttf"
            let all = try await Loopback.ask(site.port, path)
            let given = try await Loopback.ask(site.port, path, headers: Self.stranger)
            #expect(all.status == 200 && all.headers["x-pelacak-simulated"] == "true")
            func addresses(_ body: [UInt8]) -> Set<UInt32> {
                let entries = stride(from: 0, to: body.count, by: 16).map { at in
                    (0..<4).reduce(UInt32(0)) { $0 | UInt32(body[at + $1]) << UInt32(8 * $1) } & 0xFF_FFFF
                }
                return Set(entries).intersection([0x48_4159, 0x3C_0001])
            }
            #expect(addresses(all.body) == [0x48_4159, 0x3C_0001] && addresses(given.body) == [0x48_4159])
            let none = try await Loopback.ask(site.port, "/globe_history/2024/06/18/heatmap/10.bin.ttf")
            #expect(none.status == 404)
            let plan = try await Loopback.ask(site.port, "/chunks/chunks.json").object()
            let names = try #require(plan["chunks_all"] as? [String])
            #expect(names.count == 96 && (plan["chunks"] as? [String])?.count == 5)
            let begin = (Int64(Self.now - 4000) / 900 + 1) * 900_000
            #expect(names.contains("chunk_\(begin).gz"))
            let chunk = try await Loopback.ask(site.port, "/chunks/chunk_\(begin).gz")
            let files = try #require(try chunk.object()["files"] as? [[String: Any]])
            #expect((50...60).contains(files.count))
            let lines = files.flatMap { $0["aircraft"] as? [[Any]] ?? [] }
            #expect(Set(lines.compactMap { $0[0] as? String }) == ["484159", "3c0001"])
            #expect(lines[0][8] as? String == "KLM1023 ")
        }
    }

    @Test("OpenSky's states of a time in the last hour, and the flight that a time lies in, come from the archive")
    func openSky() async throws {
        var way = Flights.Way()
        (way.rows, way.spacing, way.from) = (30, 10, Self.now - 3000)
        var earlier = way
        earlier.from = Self.now - 20_000
        try await ask(FakeArchive(Flights.batch([earlier, way]))) { (site) async throws in
            let time = Int(Self.now) - 2895
            let all = try await Loopback.ask(site.port, "/api/states/all?time=\(time)").object()
            let row = try #require((all["states"] as? [[Any]])?.first)
            #expect(row[0] as? String == "484159" && row[1] as? String == "KLM1023 ")
            #expect(row[3] as? Int == time - 5 && row[6] as? Double == 50)
            let box = "lamin=0&lomin=0&lamax=1&lomax=1"
            #expect(
                try await Loopback.ask(site.port, "/api/states/all?time=\(time)&\(box)").object()["states"] is NSNull
            )
            let old = try await Loopback.ask(site.port, "/api/states/all?time=\(Int(Self.now) - 3700)")
            #expect(old.status == 400)
            let track = try await Loopback.ask(site.port, "/api/tracks/all?icao24=484159&time=\(time)").object()
            #expect((track["path"] as? [[Any]])?.count == 30)
            #expect(track["startTime"] as? Int == Int(Self.now) - 3000)
            let before = "/api/tracks/all?icao24=484159&time=\(Int(Self.now) - 19_900)"
            #expect(try await Loopback.ask(site.port, before).object()["startTime"] as? Int == Int(Self.now) - 20_000)
            let between = "/api/tracks/all?icao24=484159&time=\(Int(Self.now) - 10_000)"
            #expect(try await Loopback.ask(site.port, between).status == 404)
        }
    }

    @Test("an archive that cannot be read is said, not passed over")
    func broken() async throws {
        let archive = FakeArchive()
        archive.set { $0.failure = .failed("disk") }
        let begin = (Int64(Self.now - 4000) / 900 + 1) * 900_000
        try await ask(archive, [Paths.eastwards(from: Self.now - 300, points: 15)]) { (site) async throws in
            for path in [
                Self.full, "/globe_history/2024/06/18/heatmap/15.bin.ttf", "/chunks/chunk_\(begin).gz",
                "/api/states/all?time=\(Int(Self.now) - 100)", "/api/tracks/all?icao24=3c0001",
            ] {
                #expect(try await Loopback.ask(site.port, path).status == 503, "\(path)")
            }
            archive.set { $0.failure = nil }
            // What failed is not remembered.
            #expect(try await Loopback.ask(site.port, "/chunks/chunk_\(begin).gz").status == 200)
        }
    }
}
