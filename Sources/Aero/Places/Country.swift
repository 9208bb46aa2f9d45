/// A state or territory that ISO 3166-1 has a code for (and Kosovo, `XK`).
public struct Country: Hashable, Sendable {
    public let code: StateCode
    /// Three letters of ISO 3166-1, for example `IDN`.
    public let alpha3: String
    /// Number of ISO 3166-1; `nil` where it has none.
    public let numeric: Int?
    public let population: Int
    /// The capital as GeoNames lists it; `nil` where there is none, where it has no 15,000 people, and where the seat itself is contested.
    public let capital: CityID?
    /// The first of a language is the one to show.
    public let names: [PlaceName]

    public init(
        code: StateCode,
        alpha3: String,
        numeric: Int?,
        population: Int,
        capital: CityID?,
        names: [PlaceName]
    ) {
        self.code = code
        self.alpha3 = alpha3
        self.numeric = numeric
        self.population = population
        self.capital = capital
        self.names = names
    }
}
