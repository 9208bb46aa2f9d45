import Aero
import Testing

@Suite struct GazetteerCodesTests {
    private func gazetteer() throws -> Gazetteer {
        var builder = GazetteerBuilder()
        let state = try #require(StateCode("ID"))
        let names = try [#require(PlaceName("Made", .english, .ourAirports))]
        try builder.add(
            Country(code: state, alpha3: "IDN", numeric: nil, population: 0, capital: nil, names: names)
        )
        let airports: [(String, String?, String?, AirportSize)] = [
            ("WIII", "WIII", "CGK", .large), ("WIHH", "WIHH", "HLP", .medium), ("WIIX", "WIIX", nil, .small),
            ("ID-0420", nil, nil, .heliport), ("WADD", "WADD", "DPS", .large),
        ]
        for (identity, icao, iata, size) in airports {
            try builder.add(
                Airport(
                    identity: identity,
                    icao: icao,
                    iata: iata,
                    country: state,
                    position: try #require(Position(latitude: -6, longitude: 106)),
                    elevation: nil,
                    size: size,
                    hasScheduledService: size == .large,
                    timeZone: nil,
                    municipality: nil,
                    city: nil,
                    names: names,
                    runways: []
                )
            )
        }
        return try builder.finish()
    }

    @Test(
        "one slip leads to codes of every kind, larger airports first",
        arguments: [
            ("WIIJ", ["WIII", "WIIX"]), ("WII", ["WIII", "WIIX"]), ("CKG", ["WIII"]), ("HLPP", ["WIHH"]),
            ("ID-042", ["ID-0420"]), ("WDAD", ["WADD"]),
        ]
    )
    func nearest(code: String, found: [String]) throws {
        #expect(try gazetteer().airports(spelledLike: code).map(\.identity) == found)
    }

    @Test(arguments: ["", "Q", "QQQQ", "WIII WIII WIII", String(repeating: "W", count: 100_000)])
    func nothingIsNear(code: String) throws { #expect(try gazetteer().airports(spelledLike: code).isEmpty) }

    @Test func atMostSoMany() throws {
        let gazetteer = try gazetteer()
        #expect(gazetteer.airports(spelledLike: "WIIJ", limit: 1).map(\.identity) == ["WIII"])
        #expect(gazetteer.airports(spelledLike: "WIIJ", limit: 0).isEmpty)
        #expect(Gazetteer.empty.airports(spelledLike: "WIIJ").isEmpty)
    }
}
