/// Why a question of OpenSky's interface cannot be answered.
enum OpenSkyError: Error, Hashable {
    case badAddress
    case tooManyAddresses
    case badBox
    case badTime
    /// Before what is kept.
    case tooLongAgo
    case noAddress
    /// There is no such aircraft, or nothing of it is kept of the time asked for.
    case unknown

    /// One line for people.
    var message: String {
        switch self {
        case .badAddress: "icao24 is six hexadecimal digits"
        case .tooManyAddresses: "at most \(AircraftQuery.nameBound) addresses may be asked for at once"
        case .badBox: "a box is lamin, lomin, lamax and lomax in degrees, lamin not above lamax"
        case .badTime: "time is in seconds since 1970; 0 is now"
        case .tooLongAgo: "at most an hour back; older times are at /api/v1/history"
        case .noAddress: "icao24 is missing"
        case .unknown: "nothing is known of this aircraft at this time"
        }
    }
}
