public import Aero

/// Air-referenced state vector, BDS 5,3.
///
/// - Source: ICAO Doc 9871, table A-2-83.
public struct BDS53: RegisterLayout {
    public static let register = BDSRegister.bds53
    public let field: Field56

    private static var rule: StatusRule {
        StatusRule().value(1, 12).value(13, 23).value(24, 33).value(34, 46).value(47, 56)
    }

    public static func fits(_ mb: Field56) -> Bool {
        guard rule.isKept(by: mb) else { return false }
        guard !mb.isEmpty else { return false }
        // Ours, as in 5,0 and 6,0: 600 kt indicated, Mach 2, 650 kt true, 10,000 ft/min.
        let mach = Double(mb.unsigned(25, 33)) * 0.008
        let trueAirspeed = Double(mb.unsigned(35, 46)) / 2
        guard mb.unsigned(14, 23) <= 600, mach <= 2, trueAirspeed <= 650 else { return false }
        guard mb.signed(48, 56).magnitude <= 156 else { return false }
        guard mb.bit(24) else { return true }
        if mb.bit(13), !BDS60.couldFly(indicated: Double(mb.unsigned(14, 23)), mach: mach) { return false }
        // Sound goes at 530…700 kt wherever aircraft fly.
        return !mb.bit(34) || (mach * 530 - 30...mach * 700 + 60).contains(trueAirspeed)
    }

    public init?(mb: Field56) {
        guard BDS53.fits(mb) else { return nil }
        field = mb
    }

    /// Magnetic, steps of 90/512 degrees.
    public var magneticHeading: Degrees? { field.direction(status: 1, last: 12) }
    public var indicatedAirspeed: Knots? { field.number(status: 13, last: 23).map { Knots($0) } }
    /// Steps of 0.008.
    public var mach: Double? { field.number(status: 24, last: 33).map { $0 * 8 / 1000 } }
    /// Steps of 0.5 kt.
    public var trueAirspeed: Knots? { field.number(status: 34, last: 46).map { Knots($0 / 2) } }
    /// Steps of 64 ft/min.
    public var verticalRate: FeetPerMinute? { field.signedNumber(status: 47, last: 56).map { FeetPerMinute($0 * 64) } }

    public func contradiction(at altitude: Feet?) -> Double {
        var sum = BDS60.airspeedContradiction(indicated: indicatedAirspeed, mach: mach, step: 0.008, at: altitude)
        sum += BDS53.weight(verticalRate?.rawValue.magnitude ?? 0, over: 4500, step: 700)
        if let mach, let trueAirspeed, let altitude, let air = StandardAtmosphere(pressureAltitude: altitude),
            let sound = SpeedOfSound.at(air.temperature)
        {
            sum += BDS53.weight((trueAirspeed - sound * mach).rawValue.magnitude, over: 25, step: 8)
        }
        return sum
    }

    public var valueCount: Int { BDS53.rule.count(in: field) }
}
