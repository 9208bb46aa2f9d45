import Aero

/// A handful of real places, by hand, from the lists named in docs/places.md.
enum MadePlaces {
    /// A value of this file's own, which is one.
    static func own<Value>(_ value: Value?) -> Value {
        guard let value else { preconditionFailure("what stands here is written wrongly") }
        return value
    }

    static func gazetteer() throws -> Gazetteer {
        var builder = GazetteerBuilder()
        for country in countries { try builder.add(country) }
        for city in try cities() { try builder.add(city) }
        for airport in try airports() { try builder.add(airport) }
        return try builder.finish()
    }

    static func name(_ text: String, _ language: NameLanguage = .english) -> PlaceName {
        own(PlaceName(text, language, .own))
    }

    private static let countries: [Country] = [
        ("ID", "IDN", 267_663_435, ["Indonesia"], []), ("RU", "RUS", 144_478_050, ["Russia"], ["Rusia"]),
        ("KP", "PRK", 25_549_819, ["North Korea"], ["Korea Utara", "Korut"]),
        ("DK", "DNK", 5_797_446, ["Denmark"], ["Denmark"]),
        ("US", "USA", 327_167_434, ["United States"], ["Amerika Serikat"]),
        ("CN", "CHN", 1_411_778_724, ["China"], ["Tiongkok"]),
    ].map { code, three, people, english, indonesian in
        Country(
            code: own(StateCode(code)),
            alpha3: three,
            numeric: nil,
            population: people,
            capital: nil,
            names: english.map { name($0) } + indonesian.map { name($0, .indonesian) }
        )
    }

    static func city(
        _ id: UInt32,
        _ state: String,
        _ place: (Double, Double),
        _ people: Int,
        _ english: String,
        indonesian: [String] = [],
        other: [String] = []
    ) throws -> City {
        City(
            id: CityID(rawValue: id),
            country: own(StateCode(state)),
            province: "",
            position: own(Position(latitude: place.0, longitude: place.1)),
            population: people,
            timeZone: "Asia/Jakarta",
            isCapital: false,
            names: [name(english)] + indonesian.map { name($0, .indonesian) } + other.map { name($0, .unsaid) }
        )
    }

    private static func cities() throws -> [City] {
        [
            try city(1_642_911, "ID", (-6.21462, 106.84513), 8_540_121, "Jakarta", other: ["Batavia", "Djakarta"]),
            try city(
                524_901,
                "RU",
                (55.75204, 37.61781),
                10_381_222,
                "Moscow",
                indonesian: ["Moskwa", "Moskow"],
                other: ["Moskau"]
            ),
            try city(5_601_538, "US", (46.73239, -117.00017), 25_060, "Moscow"),
            try city(
                2_618_425,
                "DK",
                (55.67594, 12.56553),
                1_153_615,
                "Copenhagen",
                indonesian: ["Kopenhagen"],
                other: ["København"]
            ),
            try city(1_871_859, "KP", (39.03385, 125.75432), 3_222_000, "Pyongyang", other: ["P'yŏngyang"]),
            try city(1, "RU", (50, 40), 20_000, "Vnukova"),
            try city(4_883_817, "US", (41.85, -88.31), 26_000, "Batavia"),
        ]
    }

    static func airport(
        _ identity: String,
        _ state: String,
        _ place: (Double, Double),
        _ size: AirportSize,
        _ names: [String],
        iata: String? = nil,
        city: UInt32? = nil,
        municipality: String? = nil,
        runways: [Runway] = []
    ) -> Airport {
        Airport(
            identity: identity,
            icao: identity.utf8.count == 4 ? identity : nil,
            iata: iata,
            country: own(StateCode(state)),
            position: own(Position(latitude: place.0, longitude: place.1)),
            elevation: 34,
            size: size,
            hasScheduledService: size <= .medium,
            timeZone: nil,
            municipality: municipality,
            city: city.map(CityID.init),
            names: names.map { name($0) },
            runways: runways
        )
    }

    private static func airports() throws -> [Airport] {
        [
            airport(
                "WIII",
                "ID",
                (-6.12557, 106.656),
                .large,
                ["Soekarno-Hatta International Airport"],
                iata: "CGK",
                city: 1_642_911
            ),
            airport(
                "WIHH",
                "ID",
                (-6.26661, 106.891),
                .medium,
                ["Halim Perdanakusuma International Airport"],
                iata: "HLP",
                city: 1_642_911
            ),
            airport(
                "UHWW",
                "RU",
                (43.39626, 132.14816),
                .large,
                ["Vladivostok International Airport"],
                iata: "VVO",
                municipality: "Artyom"
            ),
            airport(
                "UUWW",
                "RU",
                (55.5915, 37.2615),
                .large,
                ["Vnukovo International Airport"],
                iata: "VKO",
                city: 524_901
            ),
            airport(
                "ZKPY",
                "KP",
                (39.2241, 125.67),
                .medium,
                ["Pyongyang Sunan International Airport"],
                iata: "FNJ",
                city: 1_871_859
            ),
            airport(
                "EKCH",
                "DK",
                (55.6179, 12.656),
                .large,
                ["Copenhagen Kastrup Airport"],
                iata: "CPH",
                city: 2_618_425
            ),
            airport("US-0001", "US", (55.6, 37.3), .heliport, ["Moscow Heliport"]),
        ]
    }
}
