public import Aero

/// The ME field of target state and status, type code 29, subtype 0 (version 1).
///
/// - Source: ICAO Doc 9871, B.2.3.9 and table B-2-98.
public struct TargetStateVersion1Encoding: Hashable, Sendable {
    public var verticalSource = TargetState.Version1.Source.none
    /// The altitude is above mean sea level; else a flight level.
    public var isAltitudeAboveSeaLevel = false
    /// 0…2.
    public var altitudeCapability: UInt8 = 0
    public var verticalMode = TargetState.Version1.Mode.unknown
    /// -1,000 … 100,000 ft.
    public var altitude: Feet = 0
    public var horizontalSource = TargetState.Version1.Source.none
    /// 0 ..< 360, sent in whole degrees.
    public var direction: Degrees = 0
    /// The direction is a track; else a heading.
    public var isDirectionTrack = false
    public var horizontalMode = TargetState.Version1.Mode.unknown
    /// NACp, 0…11.
    public var nacP: UInt8 = 0
    public var nicBaro = false
    /// SIL, 0…3.
    public var sil: UInt8 = 0
    /// Written inverted.
    public var hasTCAS = false
    public var advisoryActive = false
    public var emergency = EmergencyState.none

    /// A message that says nothing yet.
    public init() {}

    /// The 56 bits.
    public var field: Field56 {
        var field = FieldAssembler()
        field.set(1, 5, to: 29)
        field.set(8, 9, to: UInt64(verticalSource.rawValue))
        field.set(10, to: isAltitudeAboveSeaLevel)
        field.set(12, 13, to: UInt64(altitudeCapability))
        field.set(14, 15, to: UInt64(verticalMode.rawValue))
        if verticalSource != .none, altitude.rawValue.isFinite {
            field.set(16, 25, to: UInt64(min(1010, max(0, ((altitude.rawValue + 1000) / 100).rounded()))))
        }
        field.set(26, 27, to: UInt64(horizontalSource.rawValue))
        if horizontalSource != .none, direction.rawValue.isFinite {
            field.set(28, 36, to: UInt64(direction.asDirection.rawValue.rounded()) % 360)
        }
        field.set(37, to: isDirectionTrack)
        field.set(38, 39, to: UInt64(horizontalMode.rawValue))
        field.set(40, 43, to: UInt64(nacP))
        field.set(44, to: nicBaro)
        field.set(45, 46, to: UInt64(sil))
        field.set(52, to: !hasTCAS)
        field.set(53, to: advisoryActive)
        field.set(54, 56, to: UInt64(emergency.rawValue))
        return field.field
    }
}
