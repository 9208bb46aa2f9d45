public import Aero

/// Data link capability report, BDS 1,0.
///
/// - Source: ICAO Doc 9871, table A-2-16.
public struct BDS10: RegisterLayout {
    public static let register = BDSRegister.bds10
    public let field: Field56

    public static func fits(_ mb: Field56) -> Bool { mb.unsigned(1, 8) == 0x10 && mb.isZero(10, 14) }

    public init?(mb: Field56) {
        guard BDS10.fits(mb) else { return nil }
        field = mb
    }

    /// The report goes on in register 1,1.
    public var continues: Bool { field.bit(9) }
    public var hasOverlayCommand: Bool { field.bit(15) }
    public var isACASOperational: Bool { field.bit(16) }
    /// Version of the Mode S subnetwork, 0…5; higher numbers are reserved.
    public var subnetworkVersion: UInt8 { UInt8(field.unsigned(17, 23)) }
    public var isLevel5: Bool { field.bit(24) }
    public var hasSpecificServices: Bool { field.bit(25) }
    /// How fast long messages can be sent to the aircraft, 0 (not at all) … 7.
    public var uplinkThroughput: UInt8 { UInt8(field.unsigned(26, 28)) }
    /// How fast long messages can be fetched from the aircraft, 0 (not at all) … 15.
    public var downlinkThroughput: UInt8 { UInt8(field.unsigned(29, 32)) }
    public var hasIdentification: Bool { field.bit(33) }
    public var sendsSquitters: Bool { field.bit(34) }
    public var hasSurveillanceIdentifier: Bool { field.bit(35) }
    /// Toggles when register 1,7 changes.
    public var commonUsageToggle: Bool { field.bit(36) }
    public var hasHybridSurveillance: Bool { field.bit(37) }
    /// The ACAS gives resolution advisories, not traffic advisories alone.
    public var givesResolutionAdvisories: Bool { field.bit(38) }
    /// The standard the ACAS was built to: 0 DO-185, 1 DO-185A, 2 DO-185B, 3 later.
    public var acasVersion: UInt8 { UInt8(field.unsigned(39, 40)) }
    /// Which of the sixteen sub-addresses have data terminal equipment, bit 41 first.
    public var terminalEquipment: UInt16 { UInt16(field.unsigned(41, 56)) }

    public func contradiction(at altitude: Feet?) -> Double { subnetworkVersion > 5 ? 2 : 0 }
    public var valueCount: Int { 1 }
}
