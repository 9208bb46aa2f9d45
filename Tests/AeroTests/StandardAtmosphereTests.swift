import Aero
import Testing

struct StandardAtmosphereTests {
    /// ICAO Doc 7488, tables by geopotential altitude: metres, kelvins, hectopascals.
    @Test(
        "values of the standard's tables",
        arguments: [
            (0, 288.15, 1013.25), (5000, 255.65, 540.20), (10_000, 223.15, 264.36), (11_000, 216.65, 226.32),
            (15_000, 216.65, 120.45), (20_000, 216.65, 54.75), (-1000, 294.65, 1139.29),
        ] as [(Double, Double, Double)]
    )
    func tables(metres: Double, kelvin: Double, pressure: Double) throws {
        let air = try #require(StandardAtmosphere(pressureAltitude: Metres(metres - 0.001).feet))
        #expect((air.temperature.kelvin - kelvin).magnitude < 0.005)
        #expect((air.hectopascals - pressure).magnitude < 0.05)
    }

    @Test("beyond the standard", arguments: [-16_001, 65_618, .nan, .infinity])
    func beyond(feet: Double) {
        #expect(StandardAtmosphere(pressureAltitude: Feet(feet)) == nil)
    }

    @Test func pressureAltitudeIsTheInverse() throws {
        for feet in stride(from: -15_990.0, through: 65_600, by: 137) {
            let air = try #require(StandardAtmosphere(pressureAltitude: Feet(feet)))
            let back = try #require(StandardAtmosphere.pressureAltitude(hectopascals: air.hectopascals))
            #expect((back.rawValue - feet).magnitude < 0.5)
        }
        for wrong in [0, -1, .nan, .infinity, 1e-9, 1e9] {
            #expect(StandardAtmosphere.pressureAltitude(hectopascals: wrong) == nil)
        }
    }

    @Test func soundAtSeaLevelIsThatOfTheStandard() {
        // ICAO Doc 7488, table 2: 340.294 m/s.
        #expect((StandardAtmosphere.seaLevelSpeedOfSound.metresPerSecond - 340.294).magnitude < 0.001)
        #expect(SpeedOfSound.at(-273.15) == nil)
        #expect(SpeedOfSound.at(Celsius(.nan)) == nil)
    }

    /// Worked by hand from the formulas: (1 + 0.2 M²)^3.5 - 1 = 0.52434; times 0.23530; 661.4787 √(5 (1.12338^(2/7) - 1)).
    @Test func machAtALevelHasItsCalibratedAirspeed() throws {
        let air = try #require(StandardAtmosphere(pressureAltitude: 35_000))
        let calibrated = try #require(air.calibratedAirspeed(mach: 0.8))
        #expect((calibrated.rawValue - 271.9).magnitude < 0.1)
        let mach = try #require(air.mach(trueAirspeed: 461))
        #expect((mach - 0.8).magnitude < 0.001)
        let ground = try #require(StandardAtmosphere(pressureAltitude: 0))
        let atGround = try #require(ground.calibratedAirspeed(mach: 0.5))
        #expect((atGround.rawValue - 330.74).magnitude < 0.01)
    }

    @Test func calibratedAirspeedAndMachAreInverse() throws {
        for feet in stride(from: -1000.0, through: 60_000, by: 1000) {
            let air = try #require(StandardAtmosphere(pressureAltitude: Feet(feet)))
            for mach in stride(from: 0.0, through: 0.99, by: 0.03) {
                let speed = try #require(air.calibratedAirspeed(mach: mach))
                // Close to Mach 1 below sea level the indicated speed passes that of sound at sea level.
                guard speed < StandardAtmosphere.seaLevelSpeedOfSound else { continue }
                let back = try #require(air.mach(calibratedAirspeed: speed))
                #expect((back - mach).magnitude < 1e-6)
            }
        }
    }

    @Test("speeds that make no sense", arguments: [-0.001, 1.001, .nan, .infinity])
    func senseless(value: Double) throws {
        let air = try #require(StandardAtmosphere(pressureAltitude: 30_000))
        #expect(air.calibratedAirspeed(mach: value) == nil)
        #expect(air.mach(calibratedAirspeed: Knots(value * 700)) == nil)
        #expect(air.mach(trueAirspeed: Knots(-value.magnitude)) == nil)
    }
}
