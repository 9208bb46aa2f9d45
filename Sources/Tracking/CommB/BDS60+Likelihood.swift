import Aero
import ModeS

extension BDS60 {
    /// Heading and speeds against what is known, Mach against the indicated airspeed at that altitude, the two rates against each other.
    func weigh(_ fit: inout FieldFit, _ context: FlightContext) {
        fit.direction(magneticHeading?.rawValue, near: context.magneticHeading, step: 90.0 / 512)
        fit.value(
            indicatedAirspeed?.rawValue,
            near: context.expectedIndicatedAirspeed,
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

    private func expectedMach(_ context: FlightContext) -> Estimate? {
        if let indicatedAirspeed, let altitude = context.altitude,
            let expected = altitude.atmosphere?.mach(calibratedAirspeed: indicatedAirspeed)
        {
            return Estimate(expected, deviation: 0.012 + altitude.deviation * 1e-5)
        }
        return context.mach
    }
}
