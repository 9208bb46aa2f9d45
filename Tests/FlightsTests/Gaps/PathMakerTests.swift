import Aero
import Testing

@testable import Flights

@Suite struct PathMakerTests {
    @Test(
        "no path is longer than the type can fly, all begin and end where it was heard, time and steps go on",
        arguments: [
            (50.0, 8.0, 51.0, 14.0, 40.0), (60, 179, 62, -170, 45), (88, 0, 87, 160, 60), (-33, 151, -33, 151.2, 20),
            (0, 0, 0, 50, 300), (10, 10, 10, 10, 30),
        ]
    )
    func insideReach(lat1: Double, lon1: Double, lat2: Double, lon2: Double, minutes: Double) throws {
        let start = Timestamp(seconds: 1_750_000_000)
        let last = SilenceEnd(
            time: start,
            position: try #require(Position(latitude: lat1, longitude: lon1)),
            altitude: 36_000,
            track: 40,
            groundSpeed: 440
        )
        let next = SilenceEnd(
            time: start.advanced(bySeconds: minutes * 60),
            position: try #require(Position(latitude: lat2, longitude: lon2)),
            altitude: 20_000
        )
        let gap = try #require(Silence(aircraft: AircraftAddress(icao: 5), kind: .squitter, from: last, to: next))
        var maker = PathMaker(gap, limits: .unknownType)
        let paths = maker.paths()
        #expect(paths.count == 10)
        #expect(Set(paths.map(\.kind)).count == 10)
        let reach = FlightLimits.unknownType.fastest.metresPerSecond * minutes * 60
        for path in paths {
            let first = try #require(path.places.first)
            let end = try #require(path.places.last)
            #expect(Geodesy.distance(first.position, last.position).rawValue < 1)
            #expect(first.time == last.time && first.altitude == last.altitude)
            #expect(end.position == next.position && end.time == next.time && end.altitude == next.altitude)
            var length = 0.0
            for (before, after) in zip(path.places, path.places.dropFirst()) {
                let step = Geodesy.distance(before.position, after.position).rawValue
                #expect(step <= AdmissiblePath.step + 1)
                #expect(after.time >= before.time)
                length += step
            }
            #expect(length <= reach * 1.001)
            #expect(path.places.allSatisfy { $0.altitude.rawValue >= 1_500 })
        }
    }

    @Test func headingKeptGoesOnAsItWent() throws {
        let air = try CoveredAir()
        var maker = PathMaker(try air.gap(minutes: 40, isHeardAgain: false), limits: .unknownType)
        let paths = maker.paths()
        #expect(paths.count == 10 && paths[0].kind == .headingKept && paths[1].kind == .descent)
        let end = try #require(paths[0].places.last)
        #expect(
            abs(Geodesy.distance(paths[0].places[0].position, end.position).rawValue - 450 * 1852 / 3600 * 2400) < 2_600
        )
        // 36,000 ft at 3,000 ft/min: on the ground after twelve minutes.
        let down = try #require(paths[1].places.last)
        #expect(down.altitude.rawValue > 0 && down.altitude.rawValue < 1_000)
        #expect(abs(down.time.seconds(since: air.noon) - 720) < 15)
    }

    @Test(
        "seen to climb before and to descend after, it was higher in between on every path, and on some as high as it can"
    )
    func higherInBetween() throws {
        let air = try CoveredAir()
        let from = try air.gap(minutes: 45, altitude: 27_900, rate: 1_100)
        let next = SilenceEnd(
            time: from.until,
            position: try #require(from.next).position,
            altitude: 27_800,
            verticalRate: -1_700
        )
        let gap = try #require(Silence(aircraft: from.aircraft, kind: .squitter, from: from.last, to: next))
        var maker = PathMaker(gap, limits: .unknownType)
        let paths = maker.paths()
        let tops = paths.map { $0.places.map(\.altitude.rawValue).max() ?? 0 }
        #expect(tops[0] == 36_000)
        #expect(tops.allSatisfy { $0 >= 31_000 && $0 <= 43_000 })
        #expect(tops.contains { $0 > 39_000 })
        // Climbing to a level at which it was heard again, it did so soon: not evenly over three quarters of an hour.
        let level = SilenceEnd(time: next.time, position: next.position, altitude: 33_000, verticalRate: 0)
        let climb = try #require(Silence(aircraft: from.aircraft, kind: .squitter, from: from.last, to: level))
        var other = PathMaker(climb, limits: .unknownType)
        let likely = try #require(other.paths().first)
        let middle = try #require(likely.places.first { $0.time.seconds(since: gap.last.time) >= 300 })
        #expect(middle.altitude == 33_000)
        // Still climbing when last heard, it climbs on.
        let open = try air.gap(altitude: 27_900, rate: 1_100, isHeardAgain: false)
        var ahead = PathMaker(open, limits: .unknownType)
        #expect(ahead.paths()[0].places.map(\.altitude.rawValue).max() == 36_000)
    }

    @Test("wild silences trap nothing")
    func wild() throws {
        var generator = SplitMix(state: 3)
        let judge = GapJudge()
        let air = try CoveredAir()
        for round in 0..<400 {
            let end = { (generator: inout SplitMix, time: Double) throws -> SilenceEnd in
                SilenceEnd(
                    time: Timestamp(seconds: time),
                    position: try #require(
                        Position(latitude: generator.number(-90, 90), longitude: generator.number(-180, 180))
                    ),
                    altitude: Feet(generator.number(-2_000, 60_000)),
                    track: generator.unit() < 0.3 ? nil : Degrees(generator.number(0, 360)),
                    groundSpeed: generator.unit() < 0.3 ? nil : Knots(generator.number(0, 900)),
                    verticalRate: generator.unit() < 0.3 ? nil : FeetPerMinute(generator.number(-9_000, 9_000))
                )
            }
            let time = generator.number(1e9, 2e9)
            let last = try end(&generator, time)
            let next = try end(&generator, time + generator.number(0.001, 30_000))
            let address = AircraftAddress(icao: UInt32(round))
            let gap =
                round % 3 == 0
                ? Silence(aircraft: address, kind: .squitter, from: last, silentUntil: next.time)
                : Silence(aircraft: address, kind: .squitter, from: last, to: next)
            let verdict = judge.verdict(
                on: try #require(gap),
                hearers: Hearers(coverage: air.grid, uptimes: air.uptimes),
                at: next.time
            )
            #expect((0.0199...1).contains(verdict.label.offAtLeast))
        }
    }
}
