/// What kind of address a UAT message has, and so what kind of sender.
///
/// - Source: RTCA DO-282B, 2.2.4.5.1.2 (address qualifier).
public enum UATAddressQualifier: UInt8, Hashable, Sendable, CaseIterable {
    /// An aircraft with its ICAO address.
    case aircraft
    /// An aircraft with an address it gave itself.
    case selfAssigned
    /// A ground station, of a target with an ICAO address: TIS-B, or ADS-R of a 1090 MHz aircraft.
    case trafficInformation
    /// A ground station, of a radar track.
    case trafficInformationTrack
    case surfaceVehicle
    case fixedBeacon
    /// A ground station, of a 1090 MHz aircraft with an address it gave itself.
    case rebroadcastOther
    case reserved

    /// Whether the address is one of the ICAO space.
    public var isICAO: Bool { self == .aircraft || self == .trafficInformation }
    /// Whether the sender speaks of itself.
    public var isOwn: Bool {
        switch self {
        case .aircraft, .selfAssigned, .surfaceVehicle, .fixedBeacon: true
        case .trafficInformation, .trafficInformationTrack, .rebroadcastOther, .reserved: false
        }
    }

    /// The word dump978 uses.
    public var name: String {
        switch self {
        case .aircraft: "adsb_icao"
        case .selfAssigned: "adsb_other"
        case .trafficInformation: "tisb_icao"
        case .trafficInformationTrack: "tisb_trackfile"
        case .surfaceVehicle: "vehicle"
        case .fixedBeacon: "fixed_beacon"
        case .rebroadcastOther: "adsr_other"
        case .reserved: "reserved"
        }
    }
}
