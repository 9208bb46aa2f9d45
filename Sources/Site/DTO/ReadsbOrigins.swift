import ModeS
import Tracking

/// Which keys of an aircraft come from multilateration and which from ground stations.
struct ReadsbOrigins: Sendable {
    /// A key that may stand in these lists; the number is its bit and its place.
    enum Key: UInt32, CaseIterable, Sendable {
        case callsign
        case barometricAltitude
        case geometricAltitude
        case groundSpeed
        case indicatedAirspeed
        case trueAirspeed
        case track
        case roll
        case magneticHeading
        case trueHeading
        case barometricRate
        case geometricRate
        case squawk
        case latitude
        case longitude
        case nic
        case containment

        var name: String {
            switch self {
            case .callsign: "callsign"
            case .barometricAltitude: "alt_baro"
            case .geometricAltitude: "alt_geom"
            case .groundSpeed: "gs"
            case .indicatedAirspeed: "ias"
            case .trueAirspeed: "tas"
            case .track: "track"
            case .roll: "roll"
            case .magneticHeading: "mag_heading"
            case .trueHeading: "true_heading"
            case .barometricRate: "baro_rate"
            case .geometricRate: "geom_rate"
            case .squawk: "squawk"
            case .latitude: "lat"
            case .longitude: "lon"
            case .nic: "nic"
            case .containment: "rc"
            }
        }
    }

    private(set) var multilateration: UInt32 = 0
    private(set) var trafficInformation: UInt32 = 0

    private static let multilaterationRank = SourceClass.multilateration.rank
    private static let trafficInformationRank = SourceClass.tisbICAO.rank

    var isEmpty: Bool { multilateration | trafficInformation == 0 }

    /// Notes that a key was written; nearly all values are the aircraft's own, and those are told apart quickly.
    @inline(__always)
    mutating func note<Value>(_ known: Known<Value>, _ key: Key) {
        switch known.source {
        case .frame, .uat: if known.rank > 1 { note(known.source, known.rank, 1 << key.rawValue) }
        case .claim: note(known.source, known.rank, 1 << key.rawValue)
        case .register, .inference: break
        }
    }

    mutating func note(_ fix: Fix) {
        if fix.sourceClass == .multilateration {
            multilateration |= Self.position
        } else {
            note(fix.source, fix.sourceClass.rank, Self.position)
        }
    }

    /// The keys of a position.
    private static let position: UInt32 = [Key.latitude, .longitude, .nic, .containment].reduce(0) {
        $0 | 1 << $1.rawValue
    }

    private mutating func note(_ source: ValueSource, _ rank: UInt8, _ keys: UInt32) {
        switch source {
        case .claim(.multilateration): multilateration |= keys
        case .frame where rank == Self.multilaterationRank: multilateration |= keys
        case .frame where rank == Self.trafficInformationRank, .uat where rank == Self.trafficInformationRank:
            trafficInformation |= keys
        default: break
        }
    }

    /// The names of a set of keys, in the order of the keys.
    static func names(_ set: UInt32) -> [String] {
        Key.allCases.filter { set >> $0.rawValue & 1 == 1 }.map(\.name)
    }
}
