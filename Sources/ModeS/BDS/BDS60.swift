public import Aero

/// Heading and speed report, BDS 6,0.
///
/// - Source: ICAO Doc 9871, table A-2-96; worked example: *The 1090 MHz Riddle*, chapter on BDS 6,0.
public struct BDS60: RegisterLayout {
    public static let register = BDSRegister.bds60
    public let field: Field56

    private static var rule: StatusRule {
        StatusRule().value(1, 12).value(13, 23).value(24, 34).value(35, 45).value(46, 56)
    }

    public static func fits(_ mb: Field56) -> Bool {
        guard rule.isKept(by: mb) else { return false }
        guard !mb.isEmpty else { return false }
        // Ours: 600 kt, Mach 2, 10,000 ft/min. The field allows 1,023, 4.092 and 16,384.
        guard mb.unsigned(14, 23) <= 600, mb.unsigned(25, 34) <= 500 else { return false }
        guard mb.signed(36, 45).magnitude <= 312, mb.signed(47, 56).magnitude <= 312 else { return false }
        guard mb.bit(13), mb.bit(24) else { return true }
        return couldFly(indicated: Double(mb.unsigned(14, 23)), mach: Double(mb.unsigned(25, 34)) * 0.004)
    }

    public init?(mb: Field56) {
        guard BDS60.fits(mb) else { return nil }
        field = mb
    }

    /// Magnetic, steps of 90/512 degrees.
    public var magneticHeading: Degrees? { field.direction(status: 1, last: 12) }
    public var indicatedAirspeed: Knots? { field.number(status: 13, last: 23).map { Knots($0) } }
    /// Steps of 0.004.
    public var mach: Double? { field.number(status: 24, last: 34).map { $0 * 4 / 1000 } }
    /// From the barometer, steps of 32 ft/min.
    public var barometricRate: FeetPerMinute? {
        field.signedNumber(status: 35, last: 45).map { FeetPerMinute($0 * 32) }
    }
    /// From inertial sensors (blended with others), steps of 32 ft/min.
    public var inertialRate: FeetPerMinute? {
        field.signedNumber(status: 46, last: 56).map { FeetPerMinute($0 * 32) }
    }

    public func contradiction(at altitude: Feet?) -> Double {
        var sum = BDS60.airspeedContradiction(indicated: indicatedAirspeed, mach: mach, step: 0.004, at: altitude)
        if let barometricRate, let inertialRate {
            sum += BDS60.weight((barometricRate - inertialRate).rawValue.magnitude, over: 700, step: 400)
        }
        sum += BDS60.weight(barometricRate?.rawValue.magnitude ?? 0, over: 4500, step: 700)
        sum += BDS60.weight(inertialRate?.rawValue.magnitude ?? 0, over: 4500, step: 700)
        return sum
    }

    public var valueCount: Int { BDS60.rule.count(in: field) }

    /// Whether any altitude between sea level and 60,000 ft has this pair of airspeeds.
    ///
    /// At sea level the indicated airspeed is 661 kt times Mach, at 60,000 ft a quarter of it. Slow aircraft do not count: Mach is not
    /// computed below 0.1 or 0.2, and the airspeed not below 30 or 45 kt.
    static func couldFly(indicated: Double, mach: Double) -> Bool {
        indicated <= max(140, 680 * mach + 20) && indicated >= 150 * mach - 10
    }

    /// What speaks against a pair of airspeeds at an altitude.
    ///
    /// - Parameter step: of the Mach number as sent; it is an error of its own.
    static func airspeedContradiction(indicated: Knots?, mach: Double?, step: Double, at altitude: Feet?) -> Double {
        var sum = weight(indicated?.rawValue ?? 0, over: 370, step: 15) + weight(mach ?? 0, over: 0.92, step: 0.03)
        guard let altitude, let air = StandardAtmosphere(pressureAltitude: altitude) else { return sum }
        if let indicated, let mach, mach >= 0.2 {
            // Beyond Mach 1 the relation does not hold, and nothing is said.
            guard let usual = air.calibratedAirspeed(mach: mach) else { return sum }
            let tolerance = 10 + step / mach * usual.rawValue
            sum += weight((indicated - usual).rawValue.magnitude, over: tolerance, step: 6)
        } else if let indicated, altitude > 15_000 {
            sum += weight(-indicated.rawValue, over: -110, step: 15)
        }
        return sum
    }
}
