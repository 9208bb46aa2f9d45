import Aero
import ModeS

extension BDS40 {
    /// Selections stay for minutes, and are round: hundreds of feet.
    func weigh(_ fit: inout FieldFit, _ context: FlightContext) {
        Self.weigh(&fit, panelAltitude?.rawValue, context.selectedAltitudes.panel, presence: 0.93)
        Self.weigh(&fit, managedAltitude?.rawValue, context.selectedAltitudes.managed, presence: 0.5)
        let pressure = context.pressureSetting.map { Estimate($0, deviation: 0.5) } ?? Estimate(1013, deviation: 10)
        fit.value(pressureSetting, near: pressure, step: 0.1, range: 250, presence: 0.85)
        // The modes and the source, three and two bits behind their status bits, which are seldom given.
        fit.chance(isVerticalNavigation == nil ? 0.5 : 0.0625)
        fit.chance(altitudeSource == nil ? 0.5 : 0.125)
    }

    private static func weigh(_ fit: inout FieldFit, _ altitude: Double?, _ known: Double?, presence: Double) {
        guard let altitude else { return fit.chance(1 - presence) }
        let isKept = known.map { ($0 - altitude).magnitude <= 32 } ?? false
        if isKept { return fit.chance(presence * 0.8) }
        // Steps of 16 ft: within 8 ft of a hundred for six in seven of all values that a crew can select.
        let toHundred = (altitude / 100).rounded() * 100 - altitude
        let isRound = toHundred.magnitude <= 8
        fit.chance(presence * (known == nil ? 1 : 0.2) * (isRound ? 0.95 / 500 : 0.05 / 3500))
    }
}
