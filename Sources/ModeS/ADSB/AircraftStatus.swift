public import Aero

/// Emergency state and Mode A code, TC 28 subtype 1; or the code alone, TC 23 subtype 7.
///
/// - Source: RTCA DO-260B, 2.2.3.2.7.8.1.
public struct AircraftStatus: Hashable, Sendable {
    /// `nil` when the message does not carry it.
    public let emergency: EmergencyState?
    /// `nil` when the bits are all zero, which is how "not given" is sent here.
    public let squawk: Squawk?

    init(_ field: Field56) {
        emergency = EmergencyState(rawValue: UInt8(field.bits(9, 11)))
        squawk = AircraftStatus.squawk(field.bits(12, 24))
    }

    init(testMessage field: Field56) {
        emergency = nil
        squawk = AircraftStatus.squawk(field.bits(9, 21))
    }

    private static func squawk(_ bits: UInt32) -> Squawk? { bits == 0 ? nil : Squawk(id13: bits) }
}

/// What kind of emergency an aircraft declares.
///
/// - Source: RTCA DO-260B, table 2-78 (2.2.3.2.7.8.1.1).
public enum EmergencyState: UInt8, Hashable, Sendable, CaseIterable {
    case none
    case general
    case lifeguard
    case minimumFuel
    case noCommunications
    case unlawfulInterference
    case downed
    case reserved

    /// The word readsb's interface uses.
    public var readsbName: String {
        switch self {
        case .none: "none"
        case .general: "general"
        case .lifeguard: "lifeguard"
        case .minimumFuel: "minfuel"
        case .noCommunications: "nordo"
        case .unlawfulInterference: "unlawful"
        case .downed: "downed"
        case .reserved: "reserved"
        }
    }
}
