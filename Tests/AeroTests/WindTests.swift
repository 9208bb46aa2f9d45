import Aero
import TestSupport
import Testing

struct WindTests {
    /// Worked by hand from the triangle: over ground √(400² + 60²) = 404.475 kt on 90° + atan(60 / 400) = 98.5308°.
    @Test func aNorthWindPushesAnEastboundAircraftSouth() throws {
        let wind = try #require(Wind(groundSpeed: 404.475, track: 98.5308, trueAirspeed: 400, heading: 90))
        #expect((wind.speed.rawValue - 60).magnitude < 0.01)
        #expect(Position.wrapped(wind.direction.rawValue).magnitude < 0.01)
        let drift = try #require(Wind.driftAngle(track: 98.5308, heading: 90))
        #expect(drift > 0)
    }

    @Test(
        "head, tail and no wind",
        arguments: [(400, 90, 50), (500, 270, 50), (450, 0, 0)] as [(Double, Double, Double)]
    )
    func alongTheTrack(groundSpeed: Double, direction: Double, speed: Double) throws {
        let wind = try #require(
            Wind(groundSpeed: Knots(groundSpeed), track: 90, trueAirspeed: 450, heading: 90)
        )
        #expect((wind.speed.rawValue - speed).magnitude < 1e-9)
        #expect((wind.direction.rawValue - direction).magnitude < 1e-9)
    }

    @Test func theWindPutIntoATriangleComesOut() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<20_000 {
            let from = Double.random(in: 0..<360, using: &generator)
            let speed = Double.random(in: 1..<249, using: &generator)
            let heading = Double.random(in: 0..<360, using: &generator)
            let airspeed = Double.random(in: 60..<560, using: &generator)
            let radians = Trigonometry.radiansPerDegree
            let east = airspeed * Trigonometry.sine(heading * radians) - speed * Trigonometry.sine(from * radians)
            let north = airspeed * Trigonometry.cosine(heading * radians) - speed * Trigonometry.cosine(from * radians)
            let wind = try #require(
                Wind(
                    groundSpeed: Knots((east * east + north * north).squareRoot()),
                    track: Degrees(Trigonometry.arcTangent(y: east, x: north) / radians),
                    trueAirspeed: Knots(airspeed),
                    heading: Degrees(heading)
                )
            )
            #expect((wind.speed.rawValue - speed).magnitude < 1e-6)
            #expect(Position.wrapped(wind.direction.rawValue - from).magnitude < 1e-4)
            #expect((0..<360).contains(wind.direction.rawValue))
        }
    }

    @Test(
        "four that do not belong together",
        arguments: [
            (450, 90, 450, 270), (-1, 90, 450, 90), (450, 90, 0, 90), (450, 90, -5, 90), (1501, 90, 1400, 90),
            (.nan, 90, 450, 90), (450, .nan, 450, 90), (450, 90, .infinity, 90), (450, 90, 450, -.infinity),
        ] as [(Double, Double, Double, Double)]
    )
    func refused(groundSpeed: Double, track: Double, airspeed: Double, heading: Double) {
        let wind = Wind(
            groundSpeed: Knots(groundSpeed),
            track: Degrees(track),
            trueAirspeed: Knots(airspeed),
            heading: Degrees(heading)
        )
        #expect(wind == nil)
    }

    @Test(
        "drift is signed and goes the short way",
        arguments: [(5, 355, 10), (355, 5, -10), (90, 90, 0), (0, 180, -180)] as [(Double, Double, Double)]
    )
    func drift(track: Double, heading: Double, drift: Double) {
        #expect(Wind.driftAngle(track: Degrees(track), heading: Degrees(heading)) == Degrees(drift))
        #expect(Wind.driftAngle(track: Degrees(.nan), heading: 0) == nil)
    }
}
