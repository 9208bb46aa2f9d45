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
    func logLikelihood(_ mb: Field56, _ context: FlightContext, served: RegisterSet?) -> Double? {
        var fit = FieldFit()
        switch self {
        case .bds40(let content): content.weigh(&fit, context)
        case .bds50(let content): content.weigh(&fit, context)
        case .bds60(let content): content.weigh(&fit, context)
        case .bds44(let content): content.weigh(&fit, context)
        case .bds45(let content): content.weigh(&fit, context)
        case .bds53(let content): content.weigh(&fit, context)
        case .bds20(let content): content.weigh(&fit, context)
        // Identifier byte and reserved bits are settled; how the others are set says little.
        case .bds10: fit.free(bits: 24)
        case .bds30: fit.free(bits: 32)
        // 24 bits that mostly go in groups, the rest is zero.
        case .bds17: fit.free(bits: 16)
        case .bds21: fit.free(bits: 40)
        case .capabilityMap(let map):
            guard let served else { return nil }
            map.weigh(&fit, mb, served)
        case .squitter(let content):
            guard content.weigh(&fit, context) else { return nil }
        default: fit.free(bits: 56)
        }
        return fit.logarithm - contradiction(at: context.altitude.map { Feet($0.value) })
    }
}

extension BDS20 {
    /// A callsign that is the known one costs nothing; another costs its characters.
    func weigh(_ fit: inout FieldFit, _ context: FlightContext) {
        guard let known = context.callsign else {
            fit.free(bits: 36)
            return
        }
        if callsign.text == known { fit.chance(0.95) } else { fit.chance(0.05); fit.free(bits: 36) }
    }
}
