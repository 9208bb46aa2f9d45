import Aero
import Testing

struct AirTemperatureTests {
    /// Worked by hand: 450 / (38.967854 · 0.78) = 14.8050; squared 219.19 K; times 1 + 0.2 · 0.6084 = 245.86 K.
    @Test func temperatureFollowsFromMachAndTrueAirspeed() throws {
        let outside = try #require(AirTemperature.static(mach: 0.78, trueAirspeed: 450))
        #expect((outside.rawValue - -53.96).magnitude < 0.02)
        let total = try #require(AirTemperature.total(static: outside, mach: 0.78))
        #expect((total.rawValue - -27.29).magnitude < 0.02)
    }

    @Test func aStandardDayGivesTheStandardsTemperature() throws {
        for feet in stride(from: 0.0, through: 45_000, by: 500) {
            let air = try #require(StandardAtmosphere(pressureAltitude: Feet(feet)))
            let sound = try #require(SpeedOfSound.at(air.temperature))
            for mach in [0.3, 0.5, 0.84, 1] {
                let found = try #require(AirTemperature.static(mach: mach, trueAirspeed: sound * mach))
                #expect((found.rawValue - air.temperature.rawValue).magnitude < 1e-9)
            }
        }
    }

    @Test(
        "what does not belong together gives nothing",
        arguments: [
            (0.29, 190), (1.01, 600), (0.8, 0), (0.8, -1), (0.8, 300), (0.8, 600), (.nan, 450), (0.8, .nan),
            (0.8, .infinity),
        ] as [(Double, Double)]
    )
    func refused(mach: Double, speed: Double) {
        #expect(AirTemperature.static(mach: mach, trueAirspeed: Knots(speed)) == nil)
    }

    @Test func noTotalTemperatureOfNonsense() {
        #expect(AirTemperature.total(static: 100, mach: 0.8) == nil)
        #expect(AirTemperature.total(static: -50, mach: 1.2) == nil)
        #expect(AirTemperature.total(static: Celsius(.nan), mach: 0.8) == nil)
    }
}
