import Aero
import Site

/// A handful of places.
struct FakePlaces: PlaceDesk {
    let gazetteer: Gazetteer
    let credits = ["places: made by hand, own"]

    static let made = FakePlaces(gazetteer: (try? gazetteer()) ?? .empty)
    static let none = FakePlaces(gazetteer: .empty)

    private static func names(_ english: String, _ indonesian: String? = nil, other: String? = nil) -> [PlaceName] {
        [
            PlaceName(english, .english, .own), indonesian.flatMap { PlaceName($0, .indonesian, .own) },
            other.flatMap { PlaceName($0, .unsaid, .own) },
        ].compactMap(\.self)
    }

    private static func gazetteer() throws -> Gazetteer {
        var builder = GazetteerBuilder()
        let countries: [(String, String, UInt32?, [PlaceName])] = [
            ("ID", "IDN", 1, names("Indonesia", "Indonesia")), ("RU", "RUS", 2, names("Russia", "Rusia")),
            ("KP", "PRK", nil, names("North Korea", "Korea Utara", other: "Korut")),
        ]
        for (code, three, capital, names) in countries {
            guard let code = StateCode(code) else { continue }
            try builder.add(
                Country(
                    code: code,
                    alpha3: three,
                    numeric: nil,
                    population: 100_000_000,
                    capital: capital.map { CityID(rawValue: $0) },
                    names: names
                )
            )
        }
        let cities: [(UInt32, String, Double, Double, Int, [PlaceName])] = [
            (1, "ID", -6.21462, 106.84513, 8_540_121, names("Jakarta", other: "Batavia")),
            (2, "RU", 55.75222, 37.61556, 10_381_222, names("Moscow", "Moskwa")),
        ]
        for (number, state, latitude, longitude, people, names) in cities {
            guard let state = StateCode(state), let place = Position(latitude: latitude, longitude: longitude) else {
                continue
            }
            try builder.add(
                City(
                    id: CityID(rawValue: number),
                    country: state,
                    province: "",
                    position: place,
                    population: people,
                    timeZone: nil,
                    isCapital: true,
                    names: names
                )
            )
        }
        let airports: [(String, String?, String, Double, Double, AirportSize, UInt32?, String)] = [
            ("WIII", "CGK", "ID", -6.12557, 106.656, .large, 1, "Soekarno-Hatta International Airport"),
            ("WIHH", "HLP", "ID", -6.26661, 106.89099, .medium, 1, "Halim Perdanakusuma International Airport"),
            ("UUEE", "SVO", "RU", 55.97264, 37.41458, .large, 2, "Sheremetyevo International Airport"),
            ("ID-0001", nil, "ID", -6.2, 106.8, .heliport, nil, "Made Helipad"),
        ]
        for (identity, iata, state, latitude, longitude, size, city, name) in airports {
            guard let state = StateCode(state), let place = Position(latitude: latitude, longitude: longitude) else {
                continue
            }
            try builder.add(
                Airport(
                    identity: identity,
                    icao: identity.utf8.count == 4 ? identity : nil,
                    iata: iata,
                    country: state,
                    position: place,
                    elevation: Feet(34),
                    size: size,
                    hasScheduledService: size == .large,
                    timeZone: nil,
                    municipality: "Town",
                    city: city.map { CityID(rawValue: $0) },
                    names: names(name),
                    runways: []
                )
            )
        }
        return try builder.finish()
    }
}
