public import Aero

/// What the crew has selected, TC 29: subtype 1 is version 2's layout, subtype 0 version 1's (`Version1`).
///
/// - Source: RTCA DO-260B, 2.2.3.2.7.1; RTCA DO-260A, 2.2.3.2.7.1, and ICAO Doc 9871, B.2.3.9 and table B-2-98.
public struct TargetState: Hashable, Sendable {
    /// The modes that are on; meaningful only where the aircraft says it knows them.
    public struct Modes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let autopilot = Modes(rawValue: 1)
        public static let verticalNavigation = Modes(rawValue: 2)
        public static let altitudeHold = Modes(rawValue: 4)
        public static let approach = Modes(rawValue: 8)
        public static let lateralNavigation = Modes(rawValue: 16)
        public static let tcas = Modes(rawValue: 32)
    }

    /// The ME field as sent.
    public let field: Field56

    /// Reads the field; `nil` for the reserved subtypes 2 and 3.
    init?(_ field: Field56) {
        guard field.bits(6, 7) <= 1 else { return nil }
        self.field = field
    }

    /// 0 or 1.
    public var subtype: UInt8 { UInt8(field.bits(6, 7)) }
    /// NACp, 0…11.
    public var nacP: UInt8 { UInt8(field.bits(40, 43)) }
    /// The barometric altitude was checked against another source.
    public var nicBaro: Bool { field.bit(44) }
    /// SIL, 0…3.
    public var sil: UInt8 { UInt8(field.bits(45, 46)) }

    /// EPU: how far positions may be off, 95 %; `nil` when unknown.
    public var positionUncertainty: Metres? { QualityFigures.positionUncertainty(nacP: nacP) }

    /// Subtype 1: collision avoidance works. Subtype 0 tells the contrary, so that there "true" may also mean "not known".
    public var isTCASOperational: Bool? { isVersion2 ? field.bit(53) : !field.bit(52) }

    // MARK: - Subtype 1

    /// Subtype 1: the integrity level is per sample; else per hour.
    public var silSupplement: Bool? { isVersion2 ? field.bit(8) : nil }
    /// Subtype 1: the source of the altitude is the flight management system; else the mode control panel.
    public var isFlightManagement: Bool { isVersion2 && field.bit(9) }

    /// Subtype 1, steps of 32 ft.
    public var selectedAltitude: Feet? {
        let raw = field.bits(10, 20)
        return !isVersion2 || raw == 0 ? nil : Feet((Int(raw) - 1) * 32)
    }

    /// Subtype 1: pressure setting in hPa, steps of 0.8.
    public var pressureSetting: Double? {
        let raw = field.bits(21, 29)
        return !isVersion2 || raw == 0 ? nil : 800 + Double(raw - 1) * 0.8
    }

    /// Subtype 1: degrees, 0 ..< 360, magnetic or true as the aircraft's heading is.
    public var selectedHeading: Degrees? {
        isVersion2 && field.bit(30) ? Degrees(Double(field.bits(31, 39)) * 360 / 512) : nil
    }

    /// Subtype 1; `nil` when the aircraft does not know them. TCAS stands apart in `isTCASOperational`.
    public var modes: Modes? {
        guard isVersion2, field.bit(47) else { return nil }
        var modes: Modes = []
        if field.bit(48) { modes.insert(.autopilot) }
        if field.bit(49) { modes.insert(.verticalNavigation) }
        if field.bit(50) { modes.insert(.altitudeHold) }
        if field.bit(52) { modes.insert(.approach) }
        if field.bit(54) { modes.insert(.lateralNavigation) }
        return modes
    }

    // MARK: - Subtype 0

    /// Subtype 0.
    public var emergency: EmergencyState? {
        isVersion2 ? nil : EmergencyState(rawValue: UInt8(field.bits(54, 56)))
    }
    /// Subtype 0: a resolution advisory is being given.
    public var isAdvisoryActive: Bool? { isVersion2 ? nil : field.bit(53) }
    /// Subtype 0.
    public var target: Version1? { isVersion2 ? nil : Version1(field: field) }

    private var isVersion2: Bool { field.bits(6, 7) == 1 }
}
