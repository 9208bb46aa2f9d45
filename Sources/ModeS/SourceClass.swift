/// How a statement about an aircraft came about, best first.
///
/// The numbers are those of the live stream and of readsb's binary form; the names in `readsbName` are readsb's `type`.
public enum SourceClass: UInt8, Hashable, Sendable, CaseIterable {
    case adsbICAO = 0
    case adsbICAOWithoutTransponder = 1
    case adsrICAO = 2
    case tisbICAO = 3
    case adsContract = 4
    case multilateration = 5
    case other = 6
    case modeS = 7
    case adsbOther = 8
    case adsrOther = 9
    case tisbTrackFile = 10
    case tisbOther = 11
    case modeAC = 12

    /// The class of an extended squitter.
    public init(_ source: ExtendedSquitter.Source) {
        switch source {
        case .transponder: self = .adsbICAO
        case .device: self = .adsbICAOWithoutTransponder
        case .deviceOther: self = .adsbOther
        case .trafficInformation: self = .tisbICAO
        case .trafficInformationTrack: self = .tisbTrackFile
        case .trafficInformationOther: self = .tisbOther
        case .rebroadcast: self = .adsrICAO
        case .rebroadcastOther: self = .adsrOther
        case .management, .reserved: self = .other
        }
    }

    /// The class of a UAT message. Ground stations do not say whether an ICAO address was heard by radar or on 1090 MHz.
    public init(_ qualifier: UATAddressQualifier) {
        switch qualifier {
        case .aircraft: self = .adsbICAO
        case .selfAssigned, .surfaceVehicle, .fixedBeacon: self = .adsbOther
        case .trafficInformation: self = .tisbICAO
        case .trafficInformationTrack: self = .tisbTrackFile
        case .rebroadcastOther: self = .adsrOther
        case .reserved: self = .other
        }
    }

    /// The word readsb's interface uses.
    public var readsbName: String {
        switch self {
        case .adsbICAO: "adsb_icao"
        case .adsbICAOWithoutTransponder: "adsb_icao_nt"
        case .adsrICAO: "adsr_icao"
        case .tisbICAO: "tisb_icao"
        case .adsContract: "adsc"
        case .multilateration: "mlat"
        case .other: "other"
        case .modeS: "mode_s"
        case .adsbOther: "adsb_other"
        case .adsrOther: "adsr_other"
        case .tisbTrackFile: "tisb_trackfile"
        case .tisbOther: "tisb_other"
        case .modeAC: "mode_ac"
        }
    }

    /// The place in the order of trust, 0 best: the aircraft's own frames, then relayed ones, computed positions, claims.
    public var rank: UInt8 {
        switch self {
        case .adsbICAO, .adsbOther, .adsbICAOWithoutTransponder, .modeS: 0
        case .adsrICAO, .adsrOther: 1
        case .tisbICAO, .tisbTrackFile, .tisbOther: 2
        case .multilateration: 3
        case .adsContract, .modeAC: 4
        case .other: 5
        }
    }
}
