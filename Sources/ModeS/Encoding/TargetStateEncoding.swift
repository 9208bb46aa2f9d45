public import Aero

/// The ME field of target state and status, type code 29, subtype 1 (version 2).
///
/// - Source: RTCA DO-260B, 2.2.3.2.7.1.
public struct TargetStateEncoding: Hashable, Sendable {
    /// Bit 8.
    public var silPerSample = false
    /// Bit 9: the altitude is the flight management system's, else the one set on the panel.
    public var altitudeIsManaged = false
    public var selectedAltitude: Feet?
    /// Barometric pressure setting in hPa, 800 … 1,208.
    public var pressureSetting: Double?
    public var selectedHeading: Degrees?
    /// NACp, 0…11.
    public var nacP: UInt8 = 0
    public var nicBaro = false
    /// SIL, 0…3.
    public var sil: UInt8 = 0
    /// `nil` leaves all modes invalid.
    public var modes: Modes?
    public var hasTCAS = false

    /// The autopilot's modes.
    public struct Modes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        public static let autopilot = Modes(rawValue: 1)
        public static let verticalNavigation = Modes(rawValue: 2)
        public static let altitudeHold = Modes(rawValue: 4)
        public static let approach = Modes(rawValue: 8)
        public static let lateralNavigation = Modes(rawValue: 16)
    }

    /// A message that says nothing yet.
    public init() {}

    /// The 56 bits.
    public var field: Field56 {
        var field = FieldAssembler()
        field.set(1, 5, to: 29)
        field.set(6, 7, to: 1)
        field.set(8, to: silPerSample)
        field.set(9, to: altitudeIsManaged)
        if let selectedAltitude {
            field.set(10, 20, to: FieldAssembler.plusOne(selectedAltitude.rawValue, step: 32, bits: 11))
        }
        if let pressureSetting {
            field.set(21, 29, to: FieldAssembler.plusOne(pressureSetting - 800, step: 0.8, bits: 9))
        }
        if let selectedHeading {
            field.set(30, to: true)
            field.set(31, 39, to: FieldAssembler.turn(selectedHeading.rawValue, bits: 9))
        }
        field.set(40, 43, to: UInt64(nacP))
        field.set(44, to: nicBaro)
        field.set(45, 46, to: UInt64(sil))
        if let modes {
            field.set(47, to: true)
            field.set(48, to: modes.contains(.autopilot))
            field.set(49, to: modes.contains(.verticalNavigation))
            field.set(50, to: modes.contains(.altitudeHold))
            field.set(52, to: modes.contains(.approach))
            field.set(54, to: modes.contains(.lateralNavigation))
        }
        field.set(53, to: hasTCAS)
        return field.field
    }
}
