public import Aero

/// A register whose content aircraft also squitter, and the test that tells it by its type code.
public protocol SquitterFormat: Hashable, Sendable {
    static var register: BDSRegister { get }
    static func fits(_ mb: Field56) -> Bool
    static func contradiction(_ mb: Field56, at altitude: Feet?) -> Double
}

extension SquitterFormat {
    public static func contradiction(_ mb: Field56, at altitude: Feet?) -> Double { 0 }
}

/// An extended squitter's message read by Comm-B: BDS 0,5 to 0,9, 6,1, 6,2 and 6,5.
///
/// Whether a position fits the track is for the track to say.
/// - Source: ICAO Doc 9871, tables A-2-5 to A-2-9 and B-2-97 to B-2-101.
public struct SquitterRegister<Format: SquitterFormat>: RegisterLayout {
    public static var register: BDSRegister { Format.register }
    public let field: Field56

    public static func fits(_ mb: Field56) -> Bool { Format.fits(mb) }

    public init?(mb: Field56) {
        guard Format.fits(mb) else { return nil }
        field = mb
    }

    /// TC.
    public var typeCode: UInt8 { UInt8(field.unsigned(1, 5)) }
    /// The field as the message that a squitter would carry.
    public var content: ADSBContent { ADSBContent(field) }

    public func contradiction(at altitude: Feet?) -> Double { Format.contradiction(field, at: altitude) }
    public var valueCount: Int { 1 }
}

/// 0,5: type codes 9-18 and 20-22; 0 where there is an altitude and nothing else.
public enum AirbornePositionFormat: SquitterFormat {
    public static let register = BDSRegister.bds05

    public static func fits(_ mb: Field56) -> Bool {
        switch mb.unsigned(1, 5) {
        case 0: guard mb.isZero(6, 8), mb.isZero(22, 56), !mb.isZero(9, 20) else { return false }
        case 9...18, 20...22: break
        default: return false
        }
        return hasAltitude(mb)
    }

    /// Whether an altitude code has a meaning: steps of 25 ft (bit 16) all do; of those of 100 ft, three of eight patterns of C1 C2 C4 do not.
    /// What `AltitudeCode` says, without working out the altitude.
    @inline(__always)
    private static func hasAltitude(_ mb: Field56) -> Bool {
        if mb.bit(16) || mb.isZero(9, 20) { return true }
        let first = mb.bit(9)
        let last = mb.bit(13)
        return first != last || (!first && mb.bit(11))
    }

    /// The altitude must be the reply's; a height above the ellipsoid differs by weather and geoid.
    public static func contradiction(_ mb: Field56, at altitude: Feet?) -> Double {
        guard let altitude else { return 0 }
        guard let own = AltitudeCode(ac12: UInt32(mb.unsigned(9, 20))).altitude else { return 2 }
        let difference = (own - altitude).rawValue.magnitude
        return min(8, mb.unsigned(1, 5) >= 20 ? max(0, difference - 2000) / 250 : max(0, difference - 150) / 75)
    }
}

/// 0,6: type codes 5-8.
public enum SurfacePositionFormat: SquitterFormat {
    public static let register = BDSRegister.bds06

    /// Movement 125-127 is reserved.
    public static func fits(_ mb: Field56) -> Bool { 5...8 ~= mb.unsigned(1, 5) && mb.unsigned(6, 12) < 125 }

    /// The highest aerodromes lie at 14,500 ft.
    public static func contradiction(_ mb: Field56, at altitude: Feet?) -> Double {
        let track = mb.keepsStatusRule(13, 20) ? 0.0 : 1
        guard let altitude else { return track }
        return track + min(8, max(0, altitude.rawValue - 10_000) / 1000)
    }
}

/// 0,7: three bits of status, the rest reserved.
///
/// - Source: ICAO Doc 9871, table A-2-7.
public enum SquitterStatusFormat: SquitterFormat {
    public static let register = BDSRegister.bds07
    public static func fits(_ mb: Field56) -> Bool { mb.isZero(4, 56) && mb.unsigned(1, 2) != 3 && !mb.isEmpty }
}

/// 0,8: type codes 1-4.
public enum IdentificationFormat: SquitterFormat {
    public static let register = BDSRegister.bds08

    /// Type code 4 with category 0 is the identifier of register 2,0 and left to it.
    public static func fits(_ mb: Field56) -> Bool {
        1...4 ~= mb.unsigned(1, 5) && mb.unsigned(1, 8) != 0x20 && mb.isWord(9, count: 8)
    }
}

/// 0,9: type code 19, subtypes 1-4.
public enum VelocityFormat: SquitterFormat {
    public static let register = BDSRegister.bds09

    /// NACv beyond 4 is reserved.
    public static func fits(_ mb: Field56) -> Bool {
        mb.unsigned(1, 5) == 19 && 1...4 ~= mb.unsigned(6, 8) && mb.unsigned(11, 13) <= 4
    }

    public static func contradiction(_ mb: Field56, at altitude: Feet?) -> Double {
        let supersonic = mb.unsigned(6, 8) % 2 == 0 ? 3.0 : 0
        let rate = max(0, Double(mb.unsigned(38, 46) - 1) * 64 - 4500) / 700
        return supersonic + min(8, rate)
    }
}

/// 6,1: type code 28, subtypes 1 and 2.
public enum AircraftStatusFormat: SquitterFormat {
    public static let register = BDSRegister.bds61

    public static func fits(_ mb: Field56) -> Bool {
        switch mb.unsigned(1, 8) {
        case 28 << 3 | 1: mb.isZero(25, 56)
        case 28 << 3 | 2: BDS30(afterTypeCode: mb) != nil
        default: false
        }
    }

    public static func contradiction(_ mb: Field56, at altitude: Feet?) -> Double {
        mb.unsigned(6, 8) == 2 ? BDS30(afterTypeCode: mb)?.contradiction(at: altitude) ?? 0 : 0
    }
}

/// 6,2: type code 29, subtypes 0 and 1.
public enum TargetStateFormat: SquitterFormat {
    public static let register = BDSRegister.bds62
    public static func fits(_ mb: Field56) -> Bool { mb.unsigned(1, 5) == 29 && mb.unsigned(6, 7) <= 1 }
}

/// 6,5: type code 31, subtypes 0 and 1, versions to 3.
public enum OperationalStatusFormat: SquitterFormat {
    public static let register = BDSRegister.bds65

    public static func fits(_ mb: Field56) -> Bool {
        mb.unsigned(1, 5) == 31 && mb.unsigned(6, 8) <= 1 && mb.unsigned(41, 43) <= 3
    }
}

public typealias BDS05 = SquitterRegister<AirbornePositionFormat>
public typealias BDS06 = SquitterRegister<SurfacePositionFormat>
public typealias BDS07 = SquitterRegister<SquitterStatusFormat>
public typealias BDS08 = SquitterRegister<IdentificationFormat>
public typealias BDS09 = SquitterRegister<VelocityFormat>
public typealias BDS61 = SquitterRegister<AircraftStatusFormat>
public typealias BDS62 = SquitterRegister<TargetStateFormat>
public typealias BDS65 = SquitterRegister<OperationalStatusFormat>
