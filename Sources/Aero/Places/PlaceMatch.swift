/// A place that fits what was looked for.
public struct PlaceMatch: Hashable, Sendable {
    /// The place itself.
    public enum Place: Hashable, Sendable {
        case country(Country)
        case city(City)
        case airport(Airport)
    }

    public let place: Place
    public let quality: MatchQuality
    /// The name that fits; `nil` if it is found by its code or by its city.
    public let name: PlaceName?

    /// The airport, if it is one.
    public var airport: Airport? { if case .airport(let airport) = place { airport } else { nil } }
    /// The city, if it is one.
    public var city: City? { if case .city(let city) = place { city } else { nil } }
    /// The country, if it is one.
    public var country: Country? { if case .country(let country) = place { country } else { nil } }
}
