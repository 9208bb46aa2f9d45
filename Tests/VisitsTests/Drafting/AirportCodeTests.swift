import Aero
import Testing

@testable import Visits

@Suite("codes of a stop's airports")
struct AirportCodeTests {
    /// Lima's airport, which one register calls SPIM and ICAO SPJC.
    private static let lima: Gazetteer = {
        var builder = GazetteerBuilder()
        do {
            try builder.add(WholePlaces.country(cells("C;PE;PER;604;31989256;3936456;ec:Peru")))
            try builder.add(
                WholePlaces.city(cells("T;3936456;PE;15;-12.04318;-77.02824;7737002;America/Lima;1;eg:Lima"))
            )
            try builder.add(
                WholePlaces.airport(
                    cells("A;SPIM;SPJC;LIM;PE;-12.02190;-77.11430;113;l;1;America/Lima;3936456;Lima;eo:Jorge Chávez")
                )
            )
            return try builder.finish()
        } catch {
            preconditionFailure("what stands here is written wrongly: \(error)")
        }
    }()

    private static func cells(_ line: Substring) -> [Substring] {
        line.split(separator: ";", omittingEmptySubsequences: false)
    }

    @Test(
        "of two registers, the newer code",
        arguments: [
            ("WAFF", "WAML", "WAFF"), ("SPIM", "SPJC", "SPJC"), ("UTTT", "UZTT", "UZTT"), ("WIPT", "WIEE", "WIEE"),
            ("HJJJ", "HSSJ", "HJJJ"),
            ("OM-0003", "OODQ", "OODQ"), ("TAO", "ZSQD", "ZSQD"), ("US-0420", nil, "US-0420"),
        ] as [(String, String?, String)]
    )
    func newerCode(identity: String, icao: String?, code: String) throws {
        let place = try #require(Position(latitude: 0, longitude: 0))
        let airport = Airport(
            identity: identity,
            icao: icao,
            iata: nil,
            country: try #require(StateCode("PE")),
            position: place,
            elevation: nil,
            size: .large,
            hasScheduledService: true,
            timeZone: nil,
            municipality: nil,
            city: nil,
            names: [],
            runways: []
        )
        #expect(airport.code == code)
    }

    @Test("an airport is told by its code of ICAO, and found by either", arguments: ["Lima", "Peru"])
    func codeOfICAO(name: String) throws {
        let text = "The French president flies to \(name) on Tuesday."
        let draft = try Drafter(places: Self.lima)
            .draft(text, context: DraftContext(enteredAt: Bench.entered, zoneOffset: Bench.zoneOffset))
        #expect(draft.stops.flatMap(\.stop.airports).map(\.code) == ["SPJC"])
        #expect(Self.lima.airport(code: "SPIM") == Self.lima.airport(code: "SPJC"))
    }
}
