import Aero

@testable import Simulation

/// The synthetic sky's airports as places.
enum SceneAirports {
    static let gazetteer: Gazetteer = {
        var builder = GazetteerBuilder()
        do throws(GazetteerError) {
            for state in Set(AirportTable.all.map(\.state)).sorted() {
                guard let code = StateCode(state) else { continue }
                try builder.add(
                    Country(
                        code: code,
                        alpha3: state + "X",
                        numeric: nil,
                        population: 0,
                        capital: nil,
                        names: names(state)
                    )
                )
            }
            for airport in AirportTable.all { if let place = place(airport) { try builder.add(place) } }
            return try builder.finish()
        } catch { return .empty }
    }()

    private static func names(_ text: String) -> [PlaceName] {
        PlaceName(text, .english, .ourAirports).map { [$0] } ?? []
    }

    private static func place(_ airport: SimulatedAirport) -> Airport? {
        guard let country = StateCode(airport.state) else { return nil }
        return Airport(
            identity: airport.code,
            icao: airport.code,
            iata: nil,
            country: country,
            position: airport.place,
            elevation: Feet(airport.elevation),
            size: .large,
            hasScheduledService: true,
            timeZone: nil,
            municipality: nil,
            city: nil,
            names: names(airport.code),
            runways: []
        )
    }
}
