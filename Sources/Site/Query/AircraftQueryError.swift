/// Why a question about aircraft cannot be answered.
enum AircraftQueryError: Error, Hashable {
    case unknownOption(String)
    case repeatedOption(String)
    /// Nothing says which aircraft.
    case noBase
    /// Two options say which aircraft, and they are not a box and addresses.
    case severalBases(String)
    case badBox
    case badCircle(String)
    case badNumber(String)
    case badAddress
    case badName(String)
    case badSquawk
    case tooManyNames
    /// A form of answer that this server does not write.
    case unavailable(String)

    /// One line for people. Nothing of the question is repeated but names of options that exist.
    var message: String {
        switch self {
        case .unknownOption(let name): "there is no option \(name)"
        case .repeatedOption(let name): "\(name) is given twice"
        case .noBase: "say which aircraft: box, circle, closest, all, all_with_pos or a find_ option"
        case .severalBases(let name): "\(name) does not go with another choice of aircraft; only box and find_hex do"
        case .badBox: "a box is south,north,west,east in degrees, south not above north"
        case .badCircle(let name): "\(name) is latitude,longitude,radius in degrees and nautical miles"
        case .badNumber(let name): "\(name) is not a number"
        case .badAddress: "an address is six hexadecimal digits, with ~ before one that is not ICAO's"
        case .badName(let name): "\(name) is a list of names of letters, digits and hyphens, by comma"
        case .badSquawk: "a squawk is four octal digits"
        case .tooManyNames: "at most \(AircraftQuery.nameBound) names may be asked for at once"
        case .unavailable(let name): "\(name) is not written here"
        }
    }
}
