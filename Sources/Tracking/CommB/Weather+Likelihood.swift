import Aero
import ModeS

extension BDS44 {
    /// Temperature and pressure against the standard atmosphere; most aircraft leave pressure, turbulence and humidity out.
    func weigh(_ fit: inout FieldFit, _ context: FlightContext) {
        fit.chance(figureOfMerit == 1 ? 0.8 : 0.05)
        fit.value(windSpeed?.rawValue, near: Estimate(30, deviation: 40), step: 1, range: 250)
        if windDirection != nil { fit.free(bits: 9) }
        fit.value(temperature, near: context.standardTemperature, step: 0.25, range: 140)
        fit.value(pressure, near: context.standardPressure, step: 1, range: 1000, presence: 0.3)
        if turbulence != nil { fit.chance(0.25) }
        fit.value(humidity, near: nil, step: 1.5625, range: 100, presence: 0.1)
    }
}

extension BDS45 {
    /// Severities are seldom given, and mostly "none".
    func weigh(_ fit: inout FieldFit, _ context: FlightContext) {
        for severity in [turbulence, windShear, microburst, icing, wakeVortex] {
            fit.chance(severity == nil ? 0.8 : severity == 0 ? 0.1 : 0.03)
        }
        fit.value(temperature, near: context.standardTemperature, step: 0.25, range: 140, presence: 0.9)
        fit.value(pressure, near: context.standardPressure, step: 1, range: 1000, presence: 0.3)
        fit.value(radioHeight?.rawValue, near: nil, step: 16, range: 65_000, presence: 0.1)
    }
}

extension FlightContext {
    /// Degrees Celsius; real air is some 10 degrees off the standard.
    fileprivate var standardTemperature: Estimate? {
        altitude?.atmosphere.map { Estimate($0.temperature.rawValue, deviation: 9) }
    }

    /// hPa.
    fileprivate var standardPressure: Estimate? {
        guard let altitude, let air = altitude.atmosphere else { return nil }
        return Estimate(air.hectopascals, deviation: 4 + altitude.deviation / 30)
    }
}
