import Aero
import ModeS

extension RegisterContent {
    /// Whether a second reply of a register says about the same as the first, minutes apart at most.
    func agrees(with other: RegisterContent) -> Bool {
        switch (self, other) {
        case (.bds21(let new), .bds21(let old)): new == old
        case (.bds44(let new), .bds44(let old)):
            Self.isNear(new.temperature, old.temperature, 8)
                && Self.isNear(new.windSpeed?.rawValue, old.windSpeed?.rawValue, 40)
        case (.bds45(let new), .bds45(let old)):
            new.temperature != nil && Self.isNear(new.temperature, old.temperature, 8)
        case (.bds53(let new), .bds53(let old)):
            (new.mach != nil || new.trueAirspeed != nil) && Self.isNear(new.mach, old.mach, 0.1)
                && Self.isNear(new.trueAirspeed?.rawValue, old.trueAirspeed?.rawValue, 60)
        default: register == other.register
        }
    }

    /// Both absent, or both there and not far apart.
    private static func isNear(_ new: Double?, _ old: Double?, _ tolerance: Double) -> Bool {
        guard let new, let old else { return new == nil && old == nil }
        return (new - old).magnitude <= tolerance
    }
}
