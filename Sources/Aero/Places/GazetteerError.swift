/// Why a place cannot be taken into a gazetteer.
public enum GazetteerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A place of this kind and key is there already.
    case duplicate(String)
    /// It lies in a country that is not there.
    case unknownCountry(StateCode)
    /// It names a city that is not there.
    case unknownCity(CityID)
    /// It has no name.
    case nameless(String)
    /// A code is longer than codes are, or has other characters.
    case badCode(String)
    /// One kind has more than is taken.
    case tooMany(String)

    public var description: String {
        switch self {
        case .duplicate(let key): "\(key) is there twice"
        case .unknownCountry(let code): "its country \(code) is not in the list"
        case .unknownCity(let id): "its city \(id.rawValue) is not in the list"
        case .nameless(let key): "\(key) has no name"
        case .badCode(let text): "'\(text)' is no code"
        case .tooMany(let kind): "there are more \(kind) than are taken"
        }
    }
}
