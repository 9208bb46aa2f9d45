public import Aero

/// Selected vertical intention, BDS 4,0.
///
/// - Source: ICAO Doc 9871, table A-2-64; worked example: *The 1090 MHz Riddle*, chapter on BDS 4,0.
public struct BDS40: RegisterLayout {
    public static let register = BDSRegister.bds40
    public let field: Field56

    private static var rule: StatusRule {
        StatusRule().value(1, 13).value(14, 26).value(27, 39).value(48, 51).value(54, 56)
    }

    /// Which altitude the aircraft flies to.
    public enum AltitudeSource: UInt8, Hashable, Sendable {
        case unknown, aircraft, panel, flightManagement
    }

    public static func fits(_ mb: Field56) -> Bool {
        guard mb.isZero(40, 47), mb.isZero(52, 53) else { return false }
        guard rule.isKept(by: mb) else { return false }
        guard !mb.isEmpty else { return false }
        // Ours: 60,000 ft; 850…1,100 hPa. The field allows 65,520 ft and 800…1,209.5 hPa.
        guard mb.unsigned(2, 13) <= 3750, mb.unsigned(15, 26) <= 3750 else { return false }
        return !mb.bit(27) || (500...3000).contains(mb.unsigned(28, 39))
    }

    public init?(mb: Field56) {
        guard BDS40.fits(mb) else { return nil }
        field = mb
    }

    /// Set on the mode control panel, in steps of 16 ft: 188 x 16 = 3,008, not 3,000.
    public var panelAltitude: Feet? { field.number(status: 1, last: 13).map { Feet($0 * 16) } }
    /// Of the flight management system, in steps of 16 ft.
    public var managedAltitude: Feet? { field.number(status: 14, last: 26).map { Feet($0 * 16) } }
    /// Pressure setting in hPa, steps of 0.1.
    public var pressureSetting: Double? { field.number(status: 27, last: 39).map { (8000 + $0) / 10 } }
    public var isVerticalNavigation: Bool? { field.bit(48) ? field.bit(49) : nil }
    public var isAltitudeHold: Bool? { field.bit(48) ? field.bit(50) : nil }
    public var isApproach: Bool? { field.bit(48) ? field.bit(51) : nil }
    public var altitudeSource: AltitudeSource? {
        field.bit(54) ? AltitudeSource(rawValue: UInt8(field.unsigned(55, 56))) : nil
    }

    public func contradiction(at altitude: Feet?) -> Double {
        var sum = 0.0
        if field.bit(1) { sum += BDS40.oddity(of: field.unsigned(2, 13)) }
        if field.bit(14) { sum += BDS40.oddity(of: field.unsigned(15, 26)) * 0.4 }
        if let pressure = pressureSetting { sum += BDS40.weight((pressure - 1010).magnitude, over: 45, step: 20) }
        return sum
    }

    public var valueCount: Int { BDS40.rule.count(in: field) }

    /// Crews select hundreds of feet, some of them hundreds of metres; a number by chance is near one in six times.
    private static func oddity(of steps: Int) -> Double {
        let feet = steps * 16
        let offHundred = (feet + 50) % 100 - 50
        if offHundred.magnitude <= 8 { return 0 }
        let metres = Int((Double(feet) * 0.3048).rounded())
        let offMetres = (metres + 50) % 100 - 50
        return offMetres.magnitude <= 3 ? 1.5 : 2.5
    }
}
