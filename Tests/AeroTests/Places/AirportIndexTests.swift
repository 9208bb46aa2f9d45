import TestSupport
import Testing

@testable import Aero

struct AirportIndexTests {
    /// Airports anywhere, thick near the poles and the 180th meridian, some on one spot.
    private func many(_ count: Int, seed: UInt64) throws -> [Airport] {
        var random = SeededGenerator(seed: seed)
        return (0..<count).map { number in
            let latitude: Double =
                switch number % 4 {
                case 0: Double.random(in: 85...90, using: &random)
                case 1: Double.random(in: -90 ... -85, using: &random)
                default: Double.random(in: -90...90, using: &random)
                }
            let longitude =
                number % 3 == 0
                ? Double.random(in: 179...181, using: &random) : Double.random(in: -180...180, using: &random)
            let place = number % 50 == 0 ? (0.0, 179.99) : (latitude, longitude)
            let size = AirportSize.allCases[number % AirportSize.allCases.count]
            return MadePlaces.airport("XX-\(number)-", "US", place, size, ["Field \(number)"])
        }
    }

    private func gazetteer(_ airports: [Airport]) throws -> Gazetteer {
        var builder = GazetteerBuilder()
        try builder.add(
            Country(
                code: try #require(StateCode("US")),
                alpha3: "USA",
                numeric: 840,
                population: 1,
                capital: nil,
                names: [MadePlaces.name("United States")]
            )
        )
        for airport in airports { try builder.add(airport) }
        return try builder.finish()
    }

    @Test func allOfSomeSizes() throws {
        let airports = try many(100, seed: 5)
        let gazetteer = try gazetteer(airports)
        let sizes: AirportSizes = [AirportSizes(.large), AirportSizes(.small)]
        let found = gazetteer.airports(ofSizes: sizes)
        #expect(
            found.map { gazetteer.identity(at: $0) }.sorted()
                == airports.filter { sizes.contains(AirportSizes($0.size)) }.map(\.identity).sorted()
        )
        #expect(found.map(\.order) == found.map(\.order).sorted())
        for slot in found {
            #expect(gazetteer.hasScheduledService(at: slot) == gazetteer.airport(at: slot).hasScheduledService)
        }
        #expect(gazetteer.airports(ofSizes: []).isEmpty && Gazetteer.empty.airports(ofSizes: .all).isEmpty)
    }

    @Test(arguments: [1, 2, 3, 7, 100, 1_000])
    func answersAreThoseOfLookingAtEach(count: Int) throws {
        let airports = try many(count, seed: UInt64(count))
        let gazetteer = try gazetteer(airports)
        var random = SeededGenerator(seed: 77)
        for round in 0..<60 {
            let position = try #require(
                Position(
                    latitude: round % 5 == 0
                        ? (round % 2 == 0 ? 90 : -90) : Double.random(in: -90...90, using: &random),
                    longitude: round % 3 == 0 ? -180 : Double.random(in: -180...180, using: &random)
                )
            )
            let sizes = round % 2 == 0 ? AirportSizes.all : .larger
            let reach = Metres(round % 4 == 0 ? 2_000_000 : 30_000_000)
            let expected = airports.filter { sizes.contains(AirportSizes($0.size)) }
                .map { Geodesy.distance(position, MicroPosition($0.position).position) }
                .filter { $0 <= reach }.sorted().prefix(5)
            let found = gazetteer.airports(near: position, count: 5, sizes: sizes, within: reach)
            #expect(found.count == expected.count)
            for (one, distance) in zip(found, expected) {
                // The tree is good to a metre: of two that lie as near either may come first.
                #expect((one.distance - distance).magnitude < 2, "\(position)")
            }
        }
    }

    @Test func acrossThe180thMeridianIsNear() throws {
        let airports = [
            MadePlaces.airport("WEST", "US", (52, 179.9), .small, ["West"]),
            MadePlaces.airport("EAST", "US", (52, 170), .small, ["East"]),
        ]
        let gazetteer = try gazetteer(airports)
        let position = try #require(Position(latitude: 52, longitude: -179.9))
        let found = try #require(gazetteer.airports(near: position).first)
        #expect(gazetteer.airport(at: found.slot).identity == "WEST")
        #expect((found.distance - Geodesy.distance(position, airports[0].position)).magnitude < 1)
    }

    @Test func everyLongitudeIsOnePole() throws {
        let gazetteer = try gazetteer([
            MadePlaces.airport("NEAR", "US", (-89.9, 100), .small, ["South"]),
            MadePlaces.airport("AWAY", "US", (-77.9, -30), .small, ["Ice"]),
        ])
        for longitude in stride(from: -180.0, to: 180, by: 30) {
            let position = try #require(Position(latitude: -90, longitude: longitude))
            let found = gazetteer.airports(near: position, count: 2)
            #expect(found.map { gazetteer.airport(at: $0.slot).identity } == ["NEAR", "AWAY"])
            #expect((found[0].distance - Metres(11_119.5)).magnitude < 1)
        }
    }

    @Test func heliportsAndDisputedOnesCountOnlyWhenAskedFor() throws {
        let gazetteer = try MadePlaces.gazetteer()
        let position = try #require(Position(latitude: 55.6, longitude: 37.3))
        let plain = try #require(gazetteer.airports(near: position).first)
        #expect(gazetteer.airport(at: plain.slot).icao == "UUWW")
        let any = try #require(gazetteer.airports(near: position, sizes: .all).first)
        #expect(gazetteer.airport(at: any.slot).identity == "US-0001")
        #expect(any.distance < 1)
    }

    @Test func nothingIsGivenWhereNothingIs() throws {
        let position = try #require(Position(latitude: 0, longitude: 0))
        #expect(Gazetteer.empty.airports(near: position, count: 3).isEmpty)
        let gazetteer = try MadePlaces.gazetteer()
        #expect(gazetteer.airports(near: position, within: 1_000).isEmpty)
        #expect(gazetteer.airports(near: position, count: 0).isEmpty)
        #expect(gazetteer.airports(near: position, count: -1).isEmpty)
        #expect(gazetteer.airports(near: position, within: -1).isEmpty)
        #expect(gazetteer.airports(near: position, within: Metres(Double.nan)).isEmpty)
        #expect(gazetteer.airports(near: position, count: .max).count == 6)
    }

    @Test func aCityIsServedByItsOwnAndByThoseNear() throws {
        let gazetteer = try MadePlaces.gazetteer()
        let served = gazetteer.airports(serving: CityID(rawValue: 1_642_911))
        #expect(served.map { gazetteer.airport(at: $0.slot).icao } == ["WIII", "WIHH"])
        #expect(gazetteer.airports(serving: CityID(rawValue: 1)).isEmpty)
    }

    @Test func aCountryHasItsAirportsLargestFirst() throws {
        let gazetteer = try MadePlaces.gazetteer()
        func codes(_ state: String, _ sizes: AirportSizes = .aeroplanes) -> [String] {
            StateCode(state).map { gazetteer.airports(in: $0, sizes: sizes).map { gazetteer.airport(at: $0).identity } }
                ?? []
        }
        #expect(codes("ID") == ["WIII", "WIHH"])
        #expect(codes("RU", AirportSizes(.large)) == ["UHWW", "UUWW"])
        #expect(codes("US") == [] && codes("US", .all) == ["US-0001"])
        #expect(codes("XX") == [])
    }
}
