/// Takes places one by one, countries before cities before airports, and makes the gazetteer of them.
public struct GazetteerBuilder: Sendable {
    /// Most airports, and most cities.
    public static let mostPlaces = 300_000
    /// Most countries: every pair of letters.
    public static let mostCountries = 676
    /// Most names, and most runways.
    public static let mostParts = 1_000_000
    /// Most names of one place, and most runways.
    public static let mostPartsOfOne = 250

    private var made = Gazetteer()
    private var municipalities: [String: UInt32] = [:]
    private var zoneNumbers: [String: UInt16] = [:]

    public init() {}

    /// Takes a country.
    ///
    /// - Throws: `duplicate`, `nameless`, `badCode`, `tooMany`.
    public mutating func add(_ country: Country) throws(GazetteerError) {
        guard made.countryByCode[country.code] == nil else { throw .duplicate(country.code.description) }
        guard made.countryRows.count < Self.mostCountries else { throw .tooMany("countries") }
        guard let alpha3 = PackedCode(country.alpha3) else { throw .badCode(country.alpha3) }
        let names = try kept(country.names, of: country.code.description)
        made.countryByCode[country.code] = UInt32(made.countryRows.count)
        made.countryRows.append(
            CountryRow(
                code: country.code,
                alpha3: alpha3,
                numeric: country.numeric.flatMap { UInt16(exactly: $0) },
                population: UInt32(clamping: country.population),
                capital: country.capital,
                names: names
            )
        )
    }

    /// Takes a city.
    ///
    /// - Throws: every case but `unknownCity`.
    public mutating func add(_ city: City) throws(GazetteerError) {
        guard made.countryByCode[city.country] != nil else { throw .unknownCountry(city.country) }
        guard made.cityByID[city.id] == nil else { throw .duplicate("city \(city.id.rawValue)") }
        guard made.cityRows.count < Self.mostPlaces else { throw .tooMany("cities") }
        let names = try kept(city.names, of: "city \(city.id.rawValue)")
        let zone = try city.timeZone.map { (text) throws(GazetteerError) in try self.zone(text) }
        let province = try shared(city.province)
        made.cityByID[city.id] = UInt32(made.cityRows.count)
        made.cityRows.append(
            CityRow(
                id: city.id,
                country: city.country,
                zone: zone,
                province: province,
                position: MicroPosition(city.position),
                population: UInt32(clamping: city.population),
                isCapital: city.isCapital,
                names: names
            )
        )
    }

    /// Takes an airport with its runways. Of two with one code of ICAO or IATA the first keeps it in questions by code.
    ///
    /// - Throws: every case.
    public mutating func add(_ airport: Airport) throws(GazetteerError) {
        guard made.countryByCode[airport.country] != nil else { throw .unknownCountry(airport.country) }
        guard made.airportByIdentity[airport.identity] == nil else { throw .duplicate("airport \(airport.identity)") }
        guard made.airportRows.count < Self.mostPlaces else { throw .tooMany("airports") }
        guard (1...16).contains(airport.identity.utf8.count) else { throw .badCode(airport.identity) }
        let (icao, iata) = (try code(airport.icao), try code(airport.iata))
        let row = AirportRow(
            identity: try text(airport.identity),
            municipality: try airport.municipality.map { (text) throws(GazetteerError) in try self.shared(text) },
            icao: icao,
            iata: iata,
            country: airport.country,
            zone: try airport.timeZone.map { (text) throws(GazetteerError) in try self.zone(text) },
            position: MicroPosition(airport.position),
            city: try airport.city.map { (id) throws(GazetteerError) in try self.number(of: id) },
            elevation: airport.elevation.flatMap { Int16(exactly: $0.rawValue.rounded()) },
            size: airport.size,
            hasScheduledService: airport.hasScheduledService,
            names: try kept(airport.names, of: "airport \(airport.identity)"),
            runways: try kept(airport.runways, of: airport.identity)
        )
        let number = UInt32(made.airportRows.count)
        made.airportByIdentity[airport.identity] = number
        for code in [icao, iata] where code != .none && made.airportByCode[code] == nil {
            made.airportByCode[code] = number
        }
        made.airportRows.append(row)
    }

    /// The gazetteer with its indices.
    ///
    /// - Throws: `tooMany` if its names have more words than are taken.
    public consuming func finish() throws(GazetteerError) -> Gazetteer {
        var whole = made
        whole.fit()
        whole.index = AirportIndex(whole.airportRows)
        whole.nameIndex = try NameIndex(of: whole)
        return whole
    }

    private mutating func kept(_ names: [PlaceName], of key: String) throws(GazetteerError) -> Range<UInt32> {
        guard !names.isEmpty else { throw .nameless(key) }
        guard names.count <= Self.mostPartsOfOne, made.nameRows.count + names.count <= Self.mostParts else {
            throw .tooMany("names")
        }
        let first = UInt32(made.nameRows.count)
        for name in names {
            let row = NameRow(
                text: try text(name.text),
                language: name.language,
                source: name.source,
                isVariant: name.isVariant
            )
            made.nameRows.append(row)
        }
        return first..<UInt32(made.nameRows.count)
    }

    private mutating func kept(_ runways: [Runway], of key: String) throws(GazetteerError) -> Range<UInt32> {
        guard runways.count <= Self.mostPartsOfOne, made.runwayRows.count + runways.count <= Self.mostParts else {
            throw .tooMany("runways")
        }
        let first = UInt32(made.runwayRows.count)
        made.runwayRows.append(contentsOf: runways.map(RunwayRow.init))
        return first..<UInt32(made.runwayRows.count)
    }

    private func code(_ text: String?) throws(GazetteerError) -> PackedCode {
        guard let text else { return .none }
        guard let code = PackedCode(text) else { throw .badCode(text) }
        return code
    }

    private func number(of city: CityID) throws(GazetteerError) -> UInt32 {
        guard let number = made.cityByID[city] else { throw .unknownCity(city) }
        return number
    }

    private mutating func text(_ text: String) throws(GazetteerError) -> UInt32 {
        guard let number = made.texts.add(text) else { throw .tooMany("letters") }
        return number
    }

    /// A text that many places share is kept once.
    private mutating func shared(_ text: String) throws(GazetteerError) -> UInt32 {
        if let number = municipalities[text] { return number }
        let number = try self.text(text)
        municipalities[text] = number
        return number
    }

    private mutating func zone(_ text: String) throws(GazetteerError) -> UInt16 {
        if let number = zoneNumbers[text] { return number }
        guard made.zones.count < 4096 else { throw .tooMany("time zones") }
        let number = UInt16(made.zones.count)
        made.zones.append(text)
        zoneNumbers[text] = number
        return number
    }
}
