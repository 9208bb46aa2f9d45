import Aero
import ModeS

extension RegisterContent {
    /// Natural logarithm of how probable these 56 bits are if the reply holds this register.
    ///
    /// - Parameters:
    ///   - mb: the bits.
    ///   - context: what is known of the aircraft.
    ///   - served: what it says it serves.
    /// - Returns: `nil` if the register cannot be told from content without more than is known.
    func logLikelihood(_ mb: Field56, _ context: FlightContext, served: BDS17?) -> Double? {
        var fit = FieldFit()
        switch self {
        case .bds40(let content): content.weigh(&fit, context)
        case .bds50(let content): content.weigh(&fit, context)
        case .bds60(let content): content.weigh(&fit, context)
        case .bds53(let content): content.weigh(&fit, context)
        case .bds44(let content): content.weigh(&fit, context)
        case .bds45(let content): content.weigh(&fit, context)
        case .bds20(let content): content.callsign.weigh(&fit, context)
        case .bds08(let content):
            Callsign(rawValue: content.field.rawValue).weigh(&fit, context)
            // Its category.
            fit.free(bits: 5)
        // Identifier byte and reserved bits are settled; how the others are set says little.
        case .bds10: fit.free(bits: 24)
        case .bds30: fit.free(bits: 44)
        // 24 bits that mostly go in groups, the rest is zero.
        case .bds17: fit.free(bits: 16)
        case .bds21: fit.free(bits: 40)
        case .bds18(let report): guard report.weigh(&fit, served) else { return nil }
        case .bds19(let report): guard report.weigh(&fit, served) else { return nil }
        case .bds1A(let report): guard report.weigh(&fit, served) else { return nil }
        case .bds1B(let report): guard report.weigh(&fit, served) else { return nil }
        case .bds1C(let report): guard report.weigh(&fit, served) else { return nil }
        case .bds05, .bds06, .bds07, .bds09, .bds61, .bds62, .bds65:
            guard weighSquitter(&fit, context) else { return nil }
        // No mark of their own: believed only where the aircraft says that it serves them, and even then seldom.
        case .bds41, .bds42, .bds43, .bds48, .bds51, .bds52, .bds54, .bds55, .bds56: fit.free(bits: 54)
        }
        return fit.logarithm - contradiction(at: context.altitude.map { Feet($0.value) })
    }
}

extension Callsign {
    /// A callsign that is the known one costs nothing; another costs its characters.
    func weigh(_ fit: inout FieldFit, _ context: FlightContext) {
        // Characters that no callsign has: rather something else than a callsign, though such are sent.
        guard let text else {
            fit.free(bits: 48)
            return fit.chance(0.005)
        }
        guard let known = context.callsign else { return fit.free(bits: 30) }
        if text == known { return fit.chance(0.95) }
        fit.chance(0.05)
        fit.free(bits: 30)
    }
}

extension CapabilityReport {
    /// Registers served now are installed, and few others are.
    func weigh(_ fit: inout FieldFit, _ served: BDS17?) -> Bool {
        guard let served, agrees(with: served) else { return false }
        let common = served.registerNumbers
        for bit in 1...56 {
            let number = Part.highest + 1 - bit
            let isServed = common.contains { Int($0) == number }
            if !isServed { fit.chance(field.bit(bit) ? 0.12 : 0.88) }
        }
        return true
    }
}
