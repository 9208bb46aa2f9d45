public import Aero

/// Meteorological hazard report, BDS 4,5. Severities: 0 none, 1 light, 2 moderate, 3 severe.
///
/// - Source: ICAO Doc 9871, table A-2-69; *The 1090 MHz Riddle*, chapter on meteorological reports.
public struct BDS45: RegisterLayout {
    public static let register = BDSRegister.bds45
    public let field: Field56

    private static var rule: StatusRule {
        StatusRule().value(1, 3).value(4, 6).value(7, 9).value(10, 12).value(13, 15)
            .value(16, 26).value(27, 38).value(39, 51)
    }

    public static func fits(_ mb: Field56) -> Bool {
        guard mb.isZero(52, 56), rule.isKept(by: mb) else {
            return false
        }
        guard !mb.isEmpty else { return false }
        // Ours, as in 4,4.
        guard (-320...240).contains(mb.signed(17, 26)) else { return false }
        return !mb.bit(27) || (100...1100).contains(mb.unsigned(28, 38))
    }

    public init?(mb: Field56) {
        guard BDS45.fits(mb) else { return nil }
        field = mb
    }

    public var turbulence: UInt8? { severity(1) }
    public var windShear: UInt8? { severity(4) }
    public var microburst: UInt8? { severity(7) }
    public var icing: UInt8? { severity(10) }
    public var wakeVortex: UInt8? { severity(13) }
    /// Static air temperature in degrees Celsius, steps of 0.25.
    public var temperature: Double? { field.signedNumber(status: 16, last: 26).map { $0 / 4 } }
    /// Average static pressure in hPa.
    public var pressure: Double? { field.number(status: 27, last: 38) }
    /// Height above the ground below, steps of 16 ft.
    public var radioHeight: Feet? { field.number(status: 39, last: 51).map { Feet($0 * 16) } }

    public func contradiction(at altitude: Feet?) -> Double {
        var sum = BDS44.weather(temperature: temperature, pressure: pressure, at: altitude)
        // Severe is rare, severe of everything is another register.
        for status in stride(from: 1, through: 13, by: 3) where severity(status) == 3 { sum += 1 }
        if let radioHeight {
            sum += BDS45.weight(radioHeight.rawValue, over: 8000, step: 1000)
            if let altitude { sum += BDS45.weight((radioHeight - altitude).rawValue, over: 2500, step: 500) }
        }
        return sum
    }

    public var valueCount: Int { BDS45.rule.count(in: field) }

    private func severity(_ status: Int) -> UInt8? {
        field.bit(status) ? UInt8(field.unsigned(status + 1, status + 2)) : nil
    }
}
