import Aero
import ModeS
import Testing

@testable import Simulation

struct StateVisitTests {
    /// Truth of the six special aircraft over the whole scene.
    private static let story: (truth: [TruthRecord], frames: Int, heard: [UInt32: [Timestamp]]) = {
        var sky = SyntheticSky(scene: .stateVisit, seed: 1)
        let special = Set(sky.aircraft.prefix(6).map(\.address.bits))
        sky.recordsTruth = true
        var frames: [ReceivedFrame] = []
        var count = 0
        var truth: [TruthRecord] = []
        var heard: [UInt32: [Timestamp]] = [:]
        var minute = 1.0
        while let end = sky.end, sky.start.advanced(bySeconds: minute * 60 - 60) < end {
            frames.removeAll(keepingCapacity: true)
            sky.advance(to: sky.start.advanced(bySeconds: minute * 60), into: &frames)
            count += frames.count
            truth += sky.takeTruth().filter { special.contains($0.address.bits) }
            for one in frames where one.frame.high >> 59 == 17 && one.frame.remainder == 0 {
                let bits = UInt32(one.frame.high >> 32 & 0xFF_FFFF)
                if special.contains(bits) { heard[bits, default: []].append(one.time) }
            }
            minute += 1
        }
        return (truth, count, heard)
    }()

    private static func utc(_ day: Int, _ hour: Int, _ minute: Int) -> Timestamp {
        Timestamp(seconds: Double(1_718_582_400 + (day - 17) * 86_400 + hour * 3_600 + minute * 60))
    }

    @Test(
        "the stops are reached at the reported times",
        arguments: [
            ("UUWW-UEEE", 17, 23, 41, 18, 5, 42), ("UEEE-ZKPY", 18, 12, 34, 18, 17, 22),
            ("ZKPY-VVNB", 19, 15, 0, 19, 18, 46),
        ]
    )
    func stops(leg: String, d1: Int, h1: Int, m1: Int, d2: Int, h2: Int, m2: Int) throws {
        let flown = Self.story.truth.filter { $0.address.bits == 0xD57710 && $0.leg == leg }
        let takeoff = try #require(flown.first { $0.phase == .takeoff }).time
        let landing = try #require(flown.last { $0.phase == .approach }).time
        #expect(abs(takeoff.seconds(since: Self.utc(d1, h1, m1))) <= 30)
        #expect(abs(landing.seconds(since: Self.utc(d2, h2, m2))) <= 60)
    }

    @Test func theFirstMinuteOfTheWallShowsTheTakeOff() throws {
        let sky = SyntheticSky(scene: .stateVisit, seed: 1)
        let flown = Self.story.truth.filter { $0.address.bits == 0xD57710 }
        let takeoff = try #require(flown.first { $0.phase == .takeoff }).time
        #expect(takeoff.seconds(since: sky.start) < 60 * sky.advisedTimeLapse)
        let heard = try #require(Self.story.heard[0xD57710])
        #expect(heard.count { $0.seconds(since: takeoff) < 1_200 } > 50)
    }

    @Test func thereAreHolesInTheCoverage() throws {
        let heard = try #require(Self.story.heard[0xD57710])
        let inside = heard.filter { $0 > Self.utc(17, 23, 41) && $0 < Self.utc(18, 5, 42) }
        let longest = zip(inside, inside.dropFirst()).map { $1.seconds(since: $0) }.max() ?? 0
        #expect(longest > 3_600)
        #expect(heard.contains { $0 > Self.utc(18, 5, 20) && $0 < Self.utc(18, 5, 50) })
        // Nothing is heard at Pyongyang.
        #expect(!heard.contains { $0 > Self.utc(18, 17, 0) && $0 < Self.utc(19, 15, 5) })
        #expect(heard.contains { $0 > Self.utc(19, 18, 30) })
    }

    @Test func oneIsSilentWhereOthersAreHeard() throws {
        let heard = try #require(Self.story.heard[0xD57712])
        #expect(!heard.contains { $0 > Self.utc(19, 16, 35) && $0 < Self.utc(19, 17, 50) })
        let sister = try #require(Self.story.heard[0xD57710])
        #expect(sister.count { $0 > Self.utc(19, 16, 35) && $0 < Self.utc(19, 17, 50) } > 200)
        #expect(Self.story.heard[0xD57711] == nil)
    }

    @Test func theDecoyGoesToTheLastStopAndHome() {
        let legs = Set(Self.story.truth.filter { $0.address.bits == 0xD57714 }.map(\.leg))
        #expect(legs == ["UUWW-VVNB", "VVNB-UUWW"])
    }

    @Test func theRateStaysModerate() {
        // Frames a second of the wall at the advised sixty-fold speed.
        let seconds = Double(Self.story.frames) / (44.37 * 3_600) * 60
        #expect(seconds > 1_000 && seconds < 6_000)
        print("state-visit: \(Self.story.frames) frames, \(Int(seconds)) a wall second at 60-fold")
    }

    @Test func truthLinesAreJSON() throws {
        let record = try #require(Self.story.truth.first)
        #expect(record.jsonLine.hasPrefix("{\"simulated\":true,\"time\":1718667480.000,\"icao\":\"d5"))
        #expect(record.jsonLine.hasSuffix("}"))
        #expect(Decimals.text(-0.05, places: 3) == "-0.050")
        #expect(Decimals.text(179.9999996, places: 6) == "180.000000")
        #expect(Decimals.text(-12, places: 0) == "-12")
    }
}
