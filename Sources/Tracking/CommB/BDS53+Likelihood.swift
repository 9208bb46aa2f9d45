import Aero
import ModeS

extension BDS53 {
    /// As 6,0 and the airspeed of 5,0.
    func weigh(_ fit: inout FieldFit, _ context: FlightContext) {
        fit.direction(magneticHeading?.rawValue, near: context.magneticHeading, step: 90.0 / 512)
        fit.value(indicatedAirspeed?.rawValue, near: context.expectedIndicatedAirspeed, step: 1, range: 500)
        var number = context.mach
        if let indicatedAirspeed, let altitude = context.altitude,
            let expected = altitude.atmosphere?.mach(calibratedAirspeed: indicatedAirspeed)
        {
            number = Estimate(expected, deviation: 0.014 + altitude.deviation * 1e-5)
        }
        fit.value(mach, near: number, step: 0.008, range: 1)
        fit.value(trueAirspeed?.rawValue, near: context.trueAirspeed, step: 0.5, range: 600)
        let rate = context.verticalRate ?? Estimate(0, deviation: 1500)
        fit.value(verticalRate?.rawValue, near: rate, step: 64, range: 12_000)
    }
}
