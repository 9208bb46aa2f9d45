import Aero
import Testing

/// Places in running text: whole names alone.
struct GazetteerNamedTests {
    private let places: Gazetteer

    init() throws { places = try MadePlaces.gazetteer() }

    @Test(
        "a whole name in any case and spelling",
        arguments: ["Jakarta", "djakarta", "MOSKOW", "København", "Korea Utara"]
    )
    func wholeName(text: String) {
        #expect(places.places(named: text).isEmpty == false)
    }

    @Test(
        "a beginning, a slip or a part of a name is none",
        arguments: ["Jak", "Jakrata", "Korea", "Soekarno", "", "…"]
    )
    func noPart(text: String) {
        #expect(places.places(named: text).isEmpty)
    }

    @Test func theLargerComesFirst() throws {
        let found = places.places(named: "Moscow")
        #expect(found.compactMap(\.city).map(\.country) == [StateCode("RU"), StateCode("US")])
    }

    @Test func anAirportByItsTellingWords() {
        #expect(places.places(named: "Bandara Vnukovo").first?.airport?.identity == "UUWW")
        #expect(places.places(named: "Soekarno-Hatta", kinds: .airports).first?.airport?.identity == "WIII")
        #expect(places.places(named: "Soekarno-Hatta", kinds: .cities).isEmpty)
    }

    @Test func tooLongATextNamesNothing() {
        #expect(places.places(named: String(repeating: "Moscow ", count: 1_000)).isEmpty)
    }
}
