import Aero
import Testing

/// A few airports of our own.
enum SmallWorld {
    struct Place {
        let identity: String
        let latitude: Double
        let longitude: Double
        /// Metres; `nil` for no runway known.
        var runway: Double?
        var size = AirportSize.large

        init(
            _ identity: String,
            latitude: Double,
            longitude: Double,
            runway: Double? = 3_000,
            size: AirportSize = .large
        ) {
            self.identity = identity
            self.latitude = latitude
            self.longitude = longitude
            self.runway = runway
            self.size = size
        }
    }

    /// Each with one runway, 09/27.
    static func gazetteer(_ places: [Place]) throws -> Gazetteer {
        var builder = GazetteerBuilder()
        let names = PlaceName("Field", .english, .own).map { [$0] } ?? []
        let code = try unwrapped(StateCode("FR"))
        try builder.add(Country(code: code, alpha3: "FRA", numeric: nil, population: 0, capital: nil, names: names))
        for one in places {
            let place = try unwrapped(Position(latitude: one.latitude, longitude: one.longitude))
            try builder.add(
                Airport(
                    identity: one.identity,
                    icao: one.identity,
                    iata: nil,
                    country: code,
                    position: place,
                    elevation: 0,
                    size: one.size,
                    hasScheduledService: one.size < .small,
                    timeZone: nil,
                    municipality: nil,
                    city: nil,
                    names: names,
                    runways: one.runway.map { [runway(place, metres: $0)] } ?? []
                )
            )
        }
        return try builder.finish()
    }

    private static func runway(_ middle: Position, metres: Double) -> Runway {
        func end(_ bearing: Degrees, _ name: String) -> RunwayEnd {
            RunwayEnd(
                designator: name,
                position: Geodesy.destination(from: middle, bearing: bearing, distance: Metres(metres / 2)),
                elevation: nil,
                displacement: nil,
                listedHeading: nil
            )
        }
        return Runway(
            low: end(270, "09"),
            high: end(90, "27"),
            length: Metres(metres).feet,
            width: nil,
            surface: .paved,
            isLighted: true
        )
    }
}
