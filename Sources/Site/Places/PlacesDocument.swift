import Aero

/// What `/api/v1/places` and `/api/v1/places/nearest` answer: places with names in the language that was asked for.
struct PlacesDocument {
    let gazetteer: Gazetteer
    private let credits: [String]
    private let language: NameLanguage
    var matches: [PlaceMatch] = []
    var near: [NearbyAirport] = []

    init(_ desk: (any PlaceDesk)?, language: NameLanguage) {
        gazetteer = desk?.gazetteer ?? .empty
        credits = desk?.credits ?? []
        self.language = language
    }

    var json: [UInt8] {
        var json = JSONWriter(capacity: 4096)
        json.beginObject()
        // Without set-up's file nothing is found, and that is another thing than that nothing fits.
        json.member("isAvailable", !gazetteer.isEmpty)
        json.key("places")
        json.beginArray()
        for match in matches { write(match, &json) }
        for airport in near {
            json.beginObject()
            write(gazetteer.airport(at: airport.slot), &json)
            json.member("distance", airport.distance.rawValue, decimals: 0)
            json.endObject()
        }
        json.endArray()
        json.key("credits")
        json.strings(credits)
        json.endObject()
        return json.bytes
    }

    private func write(_ match: PlaceMatch, _ json: inout JSONWriter) {
        json.beginObject()
        switch match.place {
        case .airport(let airport): write(airport, &json)
        case .city(let city): write(city, &json)
        case .country(let country): write(country, &json)
        }
        json.member("match", match.quality.name)
        json.member("matchedName", match.name?.text)
        json.endObject()
    }

    private func write(_ airport: Airport, _ json: inout JSONWriter) {
        json.member("kind", "airport")
        json.member("name", airport.names.shown(in: language)?.text ?? airport.identity)
        json.member("code", airport.identity)
        json.member("icao", airport.icao)
        json.member("iata", airport.iata)
        json.member("size", airport.size.name)
        json.member("scheduledService", airport.hasScheduledService)
        json.member("elevation", airport.elevation?.rawValue, decimals: 0)
        let city = airport.city.flatMap(gazetteer.city)?.names.shown(in: language)?.text
        json.member("city", city ?? airport.municipality)
        write(airport.country, airport.position, &json)
    }

    private func write(_ city: City, _ json: inout JSONWriter) {
        json.member("kind", "city")
        json.member("name", city.names.shown(in: language)?.text ?? "\(city.id.rawValue)")
        json.member("population", city.population)
        if city.isCapital { json.member("capital", true) }
        write(city.country, city.position, &json)
    }

    /// A country has no one place; that of its capital is given.
    private func write(_ country: Country, _ json: inout JSONWriter) {
        json.member("kind", "country")
        json.member("name", country.names.shown(in: language)?.text ?? country.code.description)
        json.member("population", country.population)
        let capital = country.capital.flatMap(gazetteer.city)
        json.member("city", capital?.names.shown(in: language)?.text)
        write(country.code, capital?.position, &json)
    }

    private func write(_ state: StateCode, _ position: Position?, _ json: inout JSONWriter) {
        json.member("country", state.description)
        json.member("countryName", gazetteer.country(state)?.names.shown(in: language)?.text)
        json.member("latitude", position?.latitude, decimals: 5)
        json.member("longitude", position?.longitude, decimals: 5)
    }
}

extension MatchQuality {
    /// The word of the interface.
    var name: String {
        switch self {
        case .code: "code"
        case .exact: "exact"
        case .alias: "alias"
        case .words: "words"
        case .city: "city"
        case .prefix: "prefix"
        case .misspelt: "misspelt"
        }
    }
}

extension AirportSize {
    /// The word of the interface.
    var name: String {
        switch self {
        case .large: "large"
        case .medium: "medium"
        case .unclassified: "unclassified"
        case .small: "small"
        case .seaplaneBase: "seaplane-base"
        case .heliport: "heliport"
        case .disputed: "disputed"
        }
    }
}
