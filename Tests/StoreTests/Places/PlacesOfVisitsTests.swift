import Aero
import Foundation
import TestSupport
import Testing

@testable import Store

/// The places of the announced visits in the recordings, which others wrote down: each is found, in the language it stands in.
@Suite(
    .enabled(
        if: PlacesData.path != nil && TestSupport.hasRecordings,
        "needs Assets/places.tsv.gz, which set-up makes, and the visits among the recordings"
    )
)
struct PlacesOfVisitsTests {
    private struct Stop: Decodable {
        let place: String
        let country: String
        let candidates: [String]

        private enum CodingKeys: String, CodingKey {
            case place, country
            case candidates = "icao_candidates"
        }
    }

    private struct Report: Decodable {
        struct Expected: Decodable { let stops: [Stop] }
        let expected: Expected
    }

    private struct Golden: Decodable {
        struct Place: Decodable {
            let lat: Double
            let lon: Double
        }
        let airports: [String: Place]
    }

    @Test func everyStopLeadsToItsAirports() throws {
        let stops = try TestSupport.lines("visits/news-dev.jsonl").flatMap {
            try JSONDecoder().decode(Report.self, from: Data($0.utf8)).expected.stops
        }
        #expect(stops.count > 15)
        let gazetteer = PlacesData.gazetteer
        for stop in stops where !stop.place.contains("(") {
            let state = try #require(StateCode(stop.country))
            let found = gazetteer.search(stop.place, kinds: .airports, in: state, limit: 6).compactMap {
                $0.airport?.icao
            }
            #expect(found.contains { stop.candidates.contains($0) }, "\(stop.place): \(found)")
            let anywhere = gazetteer.search(stop.place, limit: 3)
            #expect(
                anywhere.contains { match in
                    (match.country?.code ?? match.city?.country ?? match.airport?.country) == state
                },
                "\(stop.place)"
            )
        }
    }

    /// Names without a city: the country is found, and its airports hold those that were meant.
    @Test func countriesWithoutACityHaveTheirAirports() throws {
        for (name, code, airport) in [("Polandia", "PL", "EPWA"), ("Jepang", "JP", "RJTT"), ("Russia", "RU", "UUWW")] {
            let gazetteer = PlacesData.gazetteer
            let country = try #require(gazetteer.search(name, kinds: .countries).first?.country)
            #expect(country.code == StateCode(code))
            #expect(country.capital != nil)
            let airports = gazetteer.airports(in: country.code, sizes: AirportSizes(.large))
            #expect(airports.contains { gazetteer.airport(at: $0).icao == airport })
        }
    }

    @Test func airportsLieWhereOthersHaveThem() throws {
        let text = try TestSupport.lines("visits/reach-golden.json").joined(separator: "\n")
        let golden = try JSONDecoder().decode(Golden.self, from: Data(text.utf8)).airports
        #expect(golden.count >= 10)
        for (code, place) in golden {
            let airport = try #require(PlacesData.gazetteer.airport(code: code), "\(code)")
            let position = try #require(Position(latitude: place.lat, longitude: place.lon))
            #expect(Geodesy.distance(airport.position, position) < 2_000, "\(code)")
        }
    }
}
