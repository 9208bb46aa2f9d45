/// A city of 15,000 people or more, or a capital.
public struct City: Hashable, Sendable {
    public let id: CityID
    public let country: StateCode
    /// GeoNames' code of the province, for example `04`; empty where it has none. Names of provinces are in none of the lists.
    public let province: String
    public let position: Position
    public let population: Int
    /// Name in the IANA time zone database.
    public let timeZone: String?
    public let isCapital: Bool
    /// The first of a language is the one to show.
    public let names: [PlaceName]

    public init(
        id: CityID,
        country: StateCode,
        province: String,
        position: Position,
        population: Int,
        timeZone: String?,
        isCapital: Bool,
        names: [PlaceName]
    ) {
        self.id = id
        self.country = country
        self.province = province
        self.position = position
        self.population = population
        self.timeZone = timeZone
        self.isCapital = isCapital
        self.names = names
    }
}
