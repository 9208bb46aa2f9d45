import Testing

@testable import Aero

struct GazetteerBuilderTests {
    private let country = Country(
        code: MadePlaces.own(StateCode("ID")),
        alpha3: "IDN",
        numeric: 360,
        population: 1,
        capital: nil,
        names: [MadePlaces.name("Indonesia")]
    )

    @Test func whatDoesNotFitIsRefusedWithItsReason() throws {
        var builder = GazetteerBuilder()
        try builder.add(country)
        #expect(throws: GazetteerError.duplicate("ID")) { try builder.add(country) }
        let city = try MadePlaces.city(7, "ID", (1, 1), 1, "X")
        #expect(throws: GazetteerError.unknownCountry(StateCode("RU")!)) {
            try builder.add(try MadePlaces.city(7, "RU", (1, 1), 1, "X"))
        }
        try builder.add(city)
        #expect(throws: GazetteerError.duplicate("city 7")) { try builder.add(city) }
        let airport = MadePlaces.airport("WIII", "ID", (1, 1), .large, ["X"], city: 7)
        try builder.add(airport)
        #expect(throws: GazetteerError.duplicate("airport WIII")) { try builder.add(airport) }
        #expect(throws: GazetteerError.unknownCity(CityID(rawValue: 8))) {
            try builder.add(MadePlaces.airport("A", "ID", (1, 1), .large, ["X"], city: 8))
        }
        #expect(throws: GazetteerError.nameless("airport A")) {
            try builder.add(MadePlaces.airport("A", "ID", (1, 1), .large, []))
        }
        #expect(throws: GazetteerError.badCode("abc")) {
            try builder.add(MadePlaces.airport("A", "ID", (1, 1), .large, ["X"], iata: "abc"))
        }
        #expect(throws: GazetteerError.badCode("")) {
            try builder.add(MadePlaces.airport("", "ID", (1, 1), .large, ["X"]))
        }
        #expect(throws: GazetteerError.tooMany("names")) {
            try builder.add(MadePlaces.airport("A", "ID", (1, 1), .large, (0...250).map { "N\($0)" }))
        }
    }

    @Test func wordsAreCounted() throws {
        let gazetteer = try MadePlaces.gazetteer()
        #expect(throws: GazetteerError.tooMany("words")) { try NameIndex(of: gazetteer, limit: 20) }
        #expect(throws: Never.self) { try NameIndex(of: gazetteer, limit: 200) }
    }

    @Test func namesHaveALength() {
        #expect(PlaceName("", .english, .own) == nil)
        #expect(PlaceName(String(repeating: "x", count: 96), .english, .own) != nil)
        #expect(PlaceName(String(repeating: "x", count: 97), .english, .own) == nil)
    }

    @Test(arguments: ["A", "WIII", "07L", "9999"])
    func codesComeBack(text: String) { #expect(PackedCode(text)?.text == text) }

    @Test(arguments: ["", "WIIIX", "wiii", "A B", "Å"])
    func whatIsNoCodeIsNone(text: String) { #expect(PackedCode(text) == nil) }

    @Test func placesAreKeptToATenthOfAMetre() throws {
        for (latitude, longitude) in [(90.0, -180.0), (-90, 179.999_999_9), (-6.125_57, 106.656), (0, 0)] {
            let position = try #require(Position(latitude: latitude, longitude: longitude))
            #expect(Geodesy.distance(MicroPosition(position).position, position) < 0.1)
        }
    }
}
