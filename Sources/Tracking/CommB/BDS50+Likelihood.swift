import Aero
import ModeS

extension BDS50 {
    /// Track, speeds and roll against what is known, and the turn rate against the bank it takes.
    func weigh(_ fit: inout FieldFit, _ context: FlightContext) {
        fit.value(roll?.rawValue, near: context.roll ?? Estimate(0, deviation: 8), step: 45.0 / 256, range: 100)
        fit.direction(trueTrack?.rawValue, near: context.track, step: 90.0 / 512)
        fit.value(groundSpeed?.rawValue, near: context.groundSpeed, step: 2, range: 600)
        fit.value(trackRate, near: expectedRate(context), step: 8.0 / 256, range: 16, presence: 0.85)
        let airspeed = context.trueAirspeed ?? groundSpeed.map { Estimate($0.rawValue, deviation: 40) }
        fit.value(trueAirspeed?.rawValue, near: airspeed, step: 2, range: 600, presence: 0.9)
    }

    /// A level turn: rate = g tan(roll) / speed, which is 1,091 tan(roll) / knots in degrees a second.
    private func expectedRate(_ context: FlightContext) -> Estimate {
        guard let roll else { return Estimate(0, deviation: 1) }
        let speed = trueAirspeed?.rawValue ?? groundSpeed?.rawValue ?? context.groundSpeed?.value ?? 0
        guard speed >= 60 else { return Estimate(0, deviation: 1) }
        let radians = roll.rawValue * Trigonometry.radiansPerDegree
        let rate = 1091 * Trigonometry.sine(radians) / Trigonometry.cosine(radians) / speed
        return Estimate(rate, deviation: 0.25 + rate.magnitude * 0.25)
    }
}
