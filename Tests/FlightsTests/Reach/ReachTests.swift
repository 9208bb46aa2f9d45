import Aero
import Flights
import TestSupport
import Testing

/// The table of golden cases as the specification has it, with its airports written here, and the properties it asks for.
struct ReachTests {
    static let places: [String: (Double, Double)] = [
        "UUWW": (55.59153, 37.261478), "UEEE": (62.09325, 129.770599), "ZKPY": (39.22406, 125.670097),
        "VVNB": (21.221189, 105.807098), "UHMM": (59.91098, 150.720398), "PAED": (61.251339, -149.806),
    ]

    static func place(_ code: String) throws -> Position {
        let (latitude, longitude) = try unwrapped(places[code])
        return try unwrapped(Position(latitude: latitude, longitude: longitude))
    }

    static let start = Timestamp(seconds: 1_718_667_480)

    static func reach(_ from: Position, _ to: Position, hours: Double, speed: Double = 1_080) -> Reach? {
        Reach(
            from: Sighting(from, at: start, altitude: nil),
            to: Sighting(to, at: start.advanced(bySeconds: hours * 3_600), altitude: nil),
            speed: KilometresPerHour(speed),
            secondsDown: 600,
            secondsUp: 600
        )
    }

    private struct Case: Sendable {
        let codes: [String]
        let gap: Double
        let dwell: Double
        let need: Double
        var answer: (first: Double, last: Double, longest: Double)?
        var radius = 0.0
    }

    private static let table: [Case] = [
        Case(codes: ["UEEE", "ZKPY", "VVNB"], gap: 8, dwell: 25, need: 5.668, answer: (2.535, 4.868, 2.749)),
        Case(codes: ["UEEE", "ZKPY", "VVNB"], gap: 5, dwell: 25, need: 5.668),
        Case(codes: ["UUWW", "UEEE", "ZKPY"], gap: 11, dwell: 45, need: 7.998, answer: (4.712, 7.715, 3.752)),
        Case(codes: ["UUWW", "UEEE", "ZKPY"], gap: 7, dwell: 25, need: 7.664),
        Case(
            codes: ["UUWW", "UEEE", "ZKPY"],
            gap: 7.2,
            dwell: 25,
            need: 7.035,
            answer: (4.398, 4.563, 0.582),
            radius: 340_000
        ),
        Case(codes: ["UHMM", "UHMM", "PAED"], gap: 4.5, dwell: 0, need: 3.240, answer: (0.167, 1.427, 1.260)),
    ]

    @Test(arguments: table.indices) func goldenCases(row: Int) throws {
        let one = Self.table[row]
        let discs = try one.codes.map { Disc(centre: try Self.place($0), radius: Metres(one.radius)) }
        let end = Self.start.advanced(bySeconds: one.gap * 3_600)
        let reach = try unwrapped(
            Reach(
                from: Sighting(try unwrapped(Whereabouts(inAllOf: [discs[0]])), at: Self.start, altitude: nil),
                to: Sighting(try unwrapped(Whereabouts(inAllOf: [discs[2]])), at: end, altitude: nil),
                speed: 1_080,
                secondsDown: 600,
                secondsUp: 600
            )
        )
        let stop = reach.stop(at: discs[1].centre, dwellSeconds: one.dwell * 60)
        // The table has three decimals.
        func isNear(_ seconds: Double, _ hours: Double) -> Bool {
            abs(seconds / 3_600 - hours) <= max(0.000_5, 0.001 * hours)
        }
        #expect(isNear(stop.neededSeconds, one.need))
        #expect(stop.fits == (one.answer != nil))
        if let answer = one.answer {
            let arrival = try unwrapped(stop.arrival)
            #expect(isNear(arrival.earliest.seconds(since: Self.start), answer.first))
            #expect(isNear(arrival.latest.seconds(since: Self.start), answer.last))
            #expect(isNear(stop.longestDwellSeconds, answer.longest))
        } else {
            #expect(stop.arrival == nil && stop.departure == nil)
        }
    }

    @Test func altitudesBecomeTimeDownAndUp() throws {
        let place = try Self.place("UEEE")
        let end = Self.start.advanced(bySeconds: 3_600)
        let reach = try unwrapped(
            Reach(
                from: Sighting(place, at: Self.start, altitude: 30_000),
                to: Sighting(place, at: end, altitude: 18_000),
                limits: .unknown
            )
        )
        #expect(reach.secondsDown == 1_200 && reach.secondsUp == 600)
        #expect(reach.speed == 1_150)
        #expect(reach.stop(at: place, dwellSeconds: 1_800).fits)
        #expect(!reach.stop(at: place, dwellSeconds: 1_801).fits)
    }

    @Test func nothingGoesBackInTime() throws {
        let place = try Self.place("UEEE")
        #expect(Self.reach(place, place, hours: -0.1) == nil)
        #expect(Self.reach(place, place, hours: 1, speed: 0) == nil)
        #expect(try unwrapped(Self.reach(place, place, hours: 0)).neededSpeed == 0)
        #expect(try unwrapped(Self.reach(place, try Self.place("ZKPY"), hours: 0)).neededSpeed == nil)
    }

    /// Two ends, a stop, a time and a speed, made up.
    private struct Draw {
        let from: Position
        let to: Position
        let stop: Position
        let hours: Double
        let speed: Double

        init(_ random: inout SeededGenerator) throws {
            func place(_ random: inout SeededGenerator) throws -> Position {
                // Evenly over the sphere, one in four near a pole or the 180th meridian.
                let sine = Double.random(in: -1...1, using: &random)
                let kind = Int.random(in: 0..<8, using: &random)
                let latitude = kind == 0 ? 89.5 * (sine < 0 ? -1 : 1) + sine * 0.5 : Trigonometry.arcSine(sine) * 57.29
                let longitude = Double.random(in: kind == 1 ? 179...181 : -180...180, using: &random)
                return try unwrapped(Position(latitude: latitude, longitude: longitude))
            }
            from = try place(&random)
            to = try place(&random)
            stop = try place(&random)
            hours = Double.random(in: 0...30, using: &random)
            speed = Double.random(in: 300...1_200, using: &random)
        }
    }

    @Test func moreTimeOrSpeedNeverRemovesAnAirport() throws {
        var random = SeededGenerator(seed: 11)
        var fitting = 0
        for _ in 0..<3_000 {
            let draw = try Draw(&random)
            let one = try unwrapped(Self.reach(draw.from, draw.to, hours: draw.hours, speed: draw.speed))
            let fits = one.stop(at: draw.stop, dwellSeconds: 1_500).fits
            fitting += fits ? 1 : 0
            let longer = try unwrapped(Self.reach(draw.from, draw.to, hours: draw.hours + 1, speed: draw.speed))
            let faster = try unwrapped(Self.reach(draw.from, draw.to, hours: draw.hours, speed: draw.speed + 50))
            if fits {
                #expect(longer.stop(at: draw.stop, dwellSeconds: 1_500).fits)
                #expect(faster.stop(at: draw.stop, dwellSeconds: 1_500).fits)
            }
            if one.contains(draw.stop) { #expect(longer.contains(draw.stop) && faster.contains(draw.stop)) }
        }
        #expect(fitting > 300 && fitting < 2_700)
    }

    @Test func theRegionHoldsBothEnds() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<1_000 {
            let draw = try Draw(&random)
            let one = try unwrapped(Self.reach(draw.from, draw.to, hours: draw.hours, speed: draw.speed))
            #expect(one.contains(draw.from) == one.isPossible)
            #expect(one.contains(draw.to) == one.isPossible)
        }
    }

    @Test("turning all longitudes by the same angle changes nothing", arguments: [17.0, 90, 179.9, -120])
    func rotation(angle: Double) throws {
        var random = SeededGenerator(seed: 13)
        for _ in 0..<500 {
            let draw = try Draw(&random)
            func turned(_ place: Position) throws -> Position {
                try unwrapped(Position(latitude: place.latitude, longitude: place.longitude + angle))
            }
            let one = try unwrapped(Self.reach(draw.from, draw.to, hours: draw.hours, speed: draw.speed))
            let other = try unwrapped(
                Self.reach(try turned(draw.from), try turned(draw.to), hours: draw.hours, speed: draw.speed)
            )
            let here = one.stop(at: draw.stop, dwellSeconds: 1_500)
            let there = other.stop(at: try turned(draw.stop), dwellSeconds: 1_500)
            #expect(abs(here.longestDwellSeconds - there.longestDwellSeconds) < 0.01)
            #expect(abs(here.neededSeconds - there.neededSeconds) < 0.01)
        }
    }

    @Test func notSeenAgainEndsWithTheFuel() throws {
        let here = try Self.place("UEEE")
        let open = OpenReach(
            from: Sighting(here, at: Self.start, altitude: 30_000),
            takeoff: Self.start.advanced(bySeconds: -3_600),
            limits: .unknown
        )
        #expect(open.end.seconds(since: Self.start) == 14 * 3_600)
        let near = try unwrapped(open.arrival(at: try Self.place("ZKPY")))
        #expect(abs(near.earliest.seconds(since: Self.start) - (2_558.114 / 1_150 * 3_600 + 1_200)) < 1)
        #expect(near.latest == open.end)
        // 14 h at 1,150 km/h are 16,100 km.
        let far = Geodesy.destination(from: here, bearing: 90, distance: 16_000_000)
        #expect(open.arrival(at: far) == nil)
        let rings = open.isochrones(until: Self.start.advanced(bySeconds: 86_400 * 9))
        #expect(rings.count == 14)
        #expect(rings.map { $0.time.seconds(since: Self.start) / 3_600 } == (1...14).map(Double.init))
    }

    @Test func claimsNeedASpeed() throws {
        let leave = Span(at: Self.start)
        let arrive = Span(at: Self.start.advanced(bySeconds: 4 * 3_600))
        let claim = RequiredSpeed(
            from: try Self.place("UUWW"),
            departure: leave,
            to: try Self.place("UEEE"),
            arrival: arrive
        )
        let speed = try unwrapped(claim.leastSpeed).rawValue
        #expect(abs(speed - 4_909.351 / (4 - 1.0 / 6)) < 0.1)
        #expect(!claim.isPossible(with: .unknown))
        let late = RequiredSpeed(
            from: try Self.place("UUWW"),
            departure: leave,
            to: try Self.place("UEEE"),
            arrival: try unwrapped(Span(earliest: leave.earliest, latest: Self.start.advanced(bySeconds: 6 * 3_600)))
        )
        #expect(late.isPossible(with: .unknown))
        let back = RequiredSpeed(
            from: try Self.place("UUWW"),
            departure: arrive,
            to: try Self.place("UEEE"),
            arrival: leave
        )
        #expect(back.leastSpeed == nil && !back.isPossible(with: .unknown))
    }

    @Test func typesHaveLimits() {
        let table = AirframeTable(overrides: [
            "IL96": AirframeLimits(typicalSpeed: 860, maximumSpeed: 900, range: 10_000_000, runwayMinimum: 2_500)
        ])
        #expect(table.limits(ofType: "IL96").maximumSpeed == 900)
        #expect(AirframeTable().limits(ofType: "IL96").maximumSpeed == 910)
        #expect(AirframeTable().limits(ofType: "GLF6").runwayMinimum == 1_800)
        #expect(AirframeTable().limits(ofType: nil) == .unknown)
        #expect(AirframeTable().limits(ofType: "ZZZZ") == .unknown)
        #expect(AirframeLimits.unknown.enduranceSeconds == 15 * 3_600)
        // Nobody can fly less far than its range.
        for (_, limits) in AirframeTable.builtIn { #expect(limits.enduranceSeconds > 5 * 3_600) }
    }
}
