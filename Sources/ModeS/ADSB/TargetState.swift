public import Aero

/// What the crew has selected, TC 29: subtype 1 is version 2's layout, subtype 0 version 1's, of which only the quality is read.
///
/// - Source: RTCA DO-260B, 2.2.3.2.7.1; RTCA DO-260A, 2.2.3.2.7.1.
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

    /// 0 or 1.
    public let subtype: UInt8
    /// The source of the altitude is the flight management system; else the mode control panel.
    public let isFlightManagement: Bool
    /// Steps of 32 ft.
    public let selectedAltitude: Feet?
    /// Pressure setting in hPa, steps of 0.8.
    public let pressureSetting: Double?
    /// Degrees, 0 ..< 360, magnetic or true as the aircraft's heading is.
    public let selectedHeading: Degrees?
    public let nacP: UInt8
    public let nicBaro: Bool
    public let sil: UInt8
    /// 1: the integrity level is per sample, 0: per hour; subtype 1 only.
    public let silSupplement: Bool?
    /// `nil` when the aircraft does not know them. TCAS stands apart in `isTCASOperational`.
    public let modes: Modes?
    public let isTCASOperational: Bool?
    /// Subtype 0 only.
    public let emergency: EmergencyState?

    init?(_ field: Field56) {
        subtype = UInt8(field.bits(6, 7))
        guard subtype <= 1 else { return nil }
        nacP = UInt8(field.bits(40, 43))
        nicBaro = field.bit(44)
        sil = UInt8(field.bits(45, 46))
        guard subtype == 1 else {
            isFlightManagement = false
            selectedAltitude = nil
            pressureSetting = nil
            selectedHeading = nil
            silSupplement = nil
            modes = nil
            isTCASOperational = nil
            emergency = EmergencyState(rawValue: UInt8(field.bits(54, 56)))
            return
        }
        silSupplement = field.bit(8)
        isFlightManagement = field.bit(9)
        let altitude = field.bits(10, 20)
        selectedAltitude = altitude == 0 ? nil : Feet((Int(altitude) - 1) * 32)
        let pressure = field.bits(21, 29)
        pressureSetting = pressure == 0 ? nil : 800 + Double(pressure - 1) * 0.8
        selectedHeading = field.bit(30) ? Degrees(Double(field.bits(31, 39)) * 360 / 512) : nil
        isTCASOperational = field.bit(53)
        emergency = nil
        guard field.bit(47) else {
            modes = nil
            return
        }
        var modes: Modes = []
        if field.bit(48) { modes.insert(.autopilot) }
        if field.bit(49) { modes.insert(.verticalNavigation) }
        if field.bit(50) { modes.insert(.altitudeHold) }
        if field.bit(52) { modes.insert(.approach) }
        if field.bit(54) { modes.insert(.lateralNavigation) }
        self.modes = modes
    }
}
