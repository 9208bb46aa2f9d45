import Aero
import ModeS

extension BDS60 {
    /// Heading and speeds against what is known, Mach against the indicated airspeed at that altitude, the two rates against each other.
    func weigh(_ fit: inout FieldFit, _ context: FlightContext) {
        fit.direction(magneticHeading?.rawValue, near: context.magneticHeading, step: 90.0 / 512)
        fit.value(
            indicatedAirspeed?.rawValue,
            near: context.indicatedAirspeed ?? expectedAirspeed(context),
            step: 1,
            range: 500
        )
        fit.value(mach, near: expectedMach(context), step: 2.048 / 512, range: 1, presence: 0.9)
        // The barometric rate is often unsteady.
        let rate = context.verticalRate.map { Estimate($0.value, deviation: $0.deviation + 150) }
        fit.value(
            barometricRate?.rawValue,
            near: rate ?? Estimate(0, deviation: 1500),
            step: 32,
            range: 12_000,
            presence: 0.9
        )
        let other = barometricRate.map { Estimate($0.rawValue, deviation: 200) }
        fit.value(
            inertialRate?.rawValue,
            near: other ?? rate ?? Estimate(0, deviation: 1500),
            step: 32,
            range: 12_000,
            presence: 0.85
        )
    }

    private func expectedAirspeed(_ context: FlightContext) -> Estimate? {
        guard let speed = context.trueAirspeed, let altitude = context.altitude else { return nil }
        let mach = speed.value / Atmosphere.speedOfSound(at: Feet(altitude.value)).rawValue
        guard let expected = Atmosphere.calibratedAirspeed(mach: mach, at: Feet(altitude.value)) else { return nil }
        return Estimate(expected.rawValue, deviation: 4 + speed.deviation * 0.9)
    }

    private func expectedMach(_ context: FlightContext) -> Estimate? {
        if let indicatedAirspeed, let altitude = context.altitude,
            let expected = Atmosphere.mach(calibratedAirspeed: indicatedAirspeed, at: Feet(altitude.value))
        {
            return Estimate(expected, deviation: 0.012 + altitude.deviation * 1e-5)
        }
        return context.mach
    }
}
