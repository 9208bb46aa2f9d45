/// Airports, cities and countries: asked by code, by place (`nearest`) and by name (`search`).
///
/// A value that never changes; any number of tasks may ask at once. Made by `GazetteerBuilder`, out of the file set-up makes by Store.
/// Without that file there is `Gazetteer.empty`, which answers every question with nothing.
public struct Gazetteer: Sendable {
    /// No places at all.
    public static let empty = Gazetteer()

    var airportRows: [AirportRow] = []
    var cityRows: [CityRow] = []
    var countryRows: [CountryRow] = []
    var runwayRows: [RunwayRow] = []
    var nameRows: [NameRow] = []
    var texts = TextPool()
    var zones: [String] = []

    var airportByIdentity: [String: UInt32] = [:]
    var airportByCode: [PackedCode: UInt32] = [:]
    var cityByID: [CityID: UInt32] = [:]
    var countryByCode: [StateCode: UInt32] = [:]

    var index = AirportIndex()
    var nameIndex = NameIndex()

    init() {}

    public var airportCount: Int { airportRows.count }
    public var cityCount: Int { cityRows.count }
    public var countryCount: Int { countryRows.count }
    public var isEmpty: Bool { airportRows.isEmpty && cityRows.isEmpty && countryRows.isEmpty }

    /// The airport with a code of ICAO (four letters), of IATA (three), or an identity; capital letters.
    public func airport(code: String) -> Airport? { slot(ofAirport: code).map { airport(at: $0) } }

    /// Where an airport stands, for `airport(at:)` and the quick questions beside it.
    public func slot(ofAirport code: String) -> AirportSlot? {
        let found = PackedCode(code).flatMap { airportByCode[$0] } ?? airportByIdentity[code]
        return found.map(AirportSlot.init)
    }

    /// The city with a number of GeoNames.
    public func city(_ id: CityID) -> City? { cityByID[id].map { city(at: Int($0)) } }

    /// The country with a code of ISO 3166-1.
    public func country(_ code: StateCode) -> Country? { countryByCode[code].map { country(at: Int($0)) } }

    /// An airport as a whole.
    ///
    /// - Parameter slot: one this gazetteer gave.
    public func airport(at slot: AirportSlot) -> Airport {
        let row = airportRows[slot.index]
        return Airport(
            identity: texts[row.identity],
            icao: row.icao.text,
            iata: row.iata.text,
            country: row.country,
            position: row.position.position,
            elevation: row.elevation.map { Feet(Int($0)) },
            size: row.size,
            hasScheduledService: row.hasScheduledService,
            timeZone: row.zone.map { zones[Int($0)] },
            municipality: row.municipality.map { texts[$0] },
            city: row.city.map { cityRows[Int($0)].id },
            names: names(row.names),
            runways: row.runways.map { runwayRows[Int($0)].whole }
        )
    }

    /// The airport's place alone.
    public func position(at slot: AirportSlot) -> Position { airportRows[slot.index].position.position }

    /// The airport's size alone.
    public func size(at slot: AirportSlot) -> AirportSize { airportRows[slot.index].size }

    /// The airport's identity alone.
    public func identity(at slot: AirportSlot) -> String { texts[airportRows[slot.index].identity] }

    /// The airport's `Airport.code` alone.
    public func code(at slot: AirportSlot) -> String {
        Airport.code(identity: identity(at: slot), icao: airportRows[slot.index].icao.text)
    }

    /// The height of the airport's field alone.
    public func elevation(at slot: AirportSlot) -> Feet? { airportRows[slot.index].elevation.map { Feet(Int($0)) } }

    /// The length of the airport's longest runway alone; `nil` if none is known.
    public func longestRunway(at slot: AirportSlot) -> Metres? {
        airportRows[slot.index].runways.first.flatMap { runwayRows[Int($0)].whole.length?.metres }
    }

    /// The airport's runways alone, longest first.
    public func runways(at slot: AirportSlot) -> [Runway] {
        airportRows[slot.index].runways.map { runwayRows[Int($0)].whole }
    }

    func city(at index: Int) -> City {
        let row = cityRows[index]
        return City(
            id: row.id,
            country: row.country,
            province: texts[row.province],
            position: row.position.position,
            population: Int(row.population),
            timeZone: row.zone.map { zones[Int($0)] },
            isCapital: row.isCapital,
            names: names(row.names)
        )
    }

    func country(at index: Int) -> Country {
        let row = countryRows[index]
        return Country(
            code: row.code,
            alpha3: row.alpha3.text ?? "",
            numeric: row.numeric.map(Int.init),
            population: Int(row.population),
            capital: row.capital,
            names: names(row.names)
        )
    }

    /// Gives back the room that arrays keep for growing.
    mutating func fit() {
        airportRows = Array(airportRows[...])
        cityRows = Array(cityRows[...])
        runwayRows = Array(runwayRows[...])
        nameRows = Array(nameRows[...])
        texts.fit()
    }

    func name(_ row: NameRow) -> PlaceName? {
        PlaceName(texts[row.text], row.language, row.source, isVariant: row.isVariant)
    }

    private func names(_ range: Range<UInt32>) -> [PlaceName] {
        range.compactMap { number in
            name(nameRows[Int(number)])
        }
    }
}
