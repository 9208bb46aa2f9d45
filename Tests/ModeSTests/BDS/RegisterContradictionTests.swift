import Aero
import ModeS
import Testing

struct RegisterContradictionTests {
    private func turn(roll: Degrees, rate: Double) throws -> Double {
        let mb = CommBEncoding.trackAndTurn(
            roll: roll,
            track: 90,
            groundSpeed: 420,
            turnRate: rate,
            trueAirspeed: 430
        )
        return try #require(BDS50(mb: mb)).contradiction(at: 35_000)
    }

    @Test func turnRateMustFitRollAndSpeed() throws {
        // 1,091 tan(25) / 430 = 1.18 degrees a second.
        #expect(try turn(roll: 25, rate: 1.18) == 0)
        #expect(try turn(roll: 0, rate: 0) == 0)
        #expect(try turn(roll: 25, rate: -1.2) >= 3)
        #expect(try turn(roll: 0, rate: 8) >= 3)
    }

    private func speeds(_ indicated: Knots, _ mach: Double, at altitude: Feet?) throws -> Double {
        let mb = CommBEncoding.headingAndSpeed(
            heading: 10,
            indicatedAirspeed: indicated,
            mach: mach,
            barometricRate: 0,
            inertialRate: 0
        )
        return try #require(BDS60(mb: mb)).contradiction(at: altitude)
    }

    @Test func airspeedMustFitMachAtTheAltitude() throws {
        // Mach 0.8 at 35,000 ft is 271 kt calibrated, at 20,000 ft 376.
        #expect(try speeds(272, 0.8, at: 35_000) == 0)
        #expect(try speeds(272, 0.8, at: 20_000) >= 5)
        #expect(try speeds(272, 0.8, at: nil) == 0)
        #expect(try speeds(250, 0.38, at: 0) == 0)
    }

    @Test func barometricAndInertialRatesAgree() throws {
        let mb = CommBEncoding.headingAndSpeed(
            heading: nil,
            indicatedAirspeed: nil,
            mach: nil,
            barometricRate: 2000,
            inertialRate: -2000
        )
        #expect(try #require(BDS60(mb: mb)).contradiction(at: nil) >= 5)
    }

    @Test func crewsSelectHundredsOfFeetOrOfMetres() throws {
        func weight(_ altitude: Feet) throws -> Double {
            let mb = CommBEncoding.selectedVerticalIntention(
                panelAltitude: altitude,
                managedAltitude: nil,
                pressureSetting: nil
            )
            return try #require(BDS40(mb: mb)).contradiction(at: nil)
        }
        for hundreds in 0...500 { #expect(try weight(Feet(hundreds * 100)) == 0) }
        // 900 m are 2,953 ft.
        #expect(try weight(2953) == 1.5)
        #expect(try weight(3040) == 2.5)
    }

    @Test func positionsMustHaveTheAltitudeOfTheReply() throws {
        let here = try #require(Position(latitude: 50, longitude: 5))
        let coarse = try #require(BDS51(mb: CommBEncoding.positionCoarse(here, altitude: 35_000)))
        #expect(coarse.contradiction(at: 35_025) == 0)
        #expect(coarse.contradiction(at: 20_000) == 8)
        let squitter = try #require(BDS05(mb: Field56(rawValue: 0x58_C382_D690_C8AC)))
        #expect(squitter.contradiction(at: 38_000) == 0)
        #expect(squitter.contradiction(at: 20_000) == 8)
    }

    @Test func weatherMustFitTheAltitude() throws {
        let mb = CommBEncoding.routineAirReport(
            figureOfMerit: 1,
            wind: (direction: 270, speed: 60),
            temperature: -54,
            pressure: 238
        )
        let report = try #require(BDS44(mb: mb))
        #expect(report.contradiction(at: 35_000) == 0)
        #expect(report.contradiction(at: 5000) >= 8)
    }

    @Test func surfacePositionsAreNotSentFromHighUp() throws {
        let surface = try #require(BDS06(mb: Field56(rawValue: 0x3A_9FA1_84B9_34E7)))
        #expect(surface.contradiction(at: 1000) == 0 && surface.contradiction(at: nil) == 0)
        #expect(surface.contradiction(at: 35_000) == 8)
    }
}
