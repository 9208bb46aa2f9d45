import TestSupport
import Testing

@testable import Aero

struct GazetteerSearchTests {
    private func first(_ text: String, _ kinds: PlaceKinds = .all) throws -> PlaceMatch {
        let found = try MadePlaces.gazetteer().search(text, kinds: kinds)
        return try #require(found.first, "\(text)")
    }

    @Test(
        "an airport by any of its names",
        arguments: [
            ("Bandara Soekarno-Hatta", "WIII"), ("Soekarno-Hatta", "WIII"), ("soekarno hatta", "WIII"),
            ("Bandar Udara Internasional Soekarno–Hatta", "WIII"), ("CGK", "WIII"), ("wiii", "WIII"),
            ("Vladivostok", "UHWW"), ("Pyongyang Sunan", "ZKPY"), ("Sunan", "ZKPY"), ("P'yŏngyang", "ZKPY"),
            ("Halim", "WIHH"),
            ("Kopenhagen", "EKCH"), ("bandara Moskow", "UUWW"), ("Lapangan Terbang Vnukovo", "UUWW"),
            ("Vnukowo", "UUWW"),
            ("Soekarno-Htata", "WIII"), ("US-0001", "US-0001"), ("Artyom", "UHWW"),
        ]
    )
    func findsTheAirport(text: String, identity: String) throws {
        #expect(try first(text, .airports).airport?.identity == identity)
    }

    @Test(
        "a city in English, Indonesian and others' spelling",
        arguments: [
            ("Moskow", 524_901), ("Moscow", 524_901), ("moskwa", 524_901), ("MOSKAU", 524_901),
            ("Kopenhagen", 2_618_425),
            ("Copenhagen", 2_618_425), ("København", 2_618_425), ("Kobenhavn", 2_618_425), ("Kopenhegen", 2_618_425),
            ("Pyongyang", 1_871_859), ("Pyŏngyang", 1_871_859), ("Jakart", 1_642_911),
        ] as [(String, UInt32)]
    )
    func findsTheCity(text: String, id: UInt32) throws {
        #expect(try first(text, .cities).city?.id.rawValue == id)
    }

    @Test(arguments: [
        ("Rusia", "RU"), ("Korut", "KP"), ("Korea Utara", "KP"), ("tiongkok", "CN"), ("Amerika Serikat", "US"),
    ])
    func findsTheCountry(text: String, code: String) throws {
        #expect(try first(text).country?.code == StateCode(code))
    }

    @Test func saysHowItFitsAndByWhichName() throws {
        let moscow = try first("Moskow", .cities)
        #expect(moscow.quality == .exact)
        #expect(moscow.name == PlaceName("Moskow", .indonesian, .own))
        #expect(try first("moskau", .cities).quality == .alias)
        #expect(try first("Sunan", .airports).quality == .words)
        #expect(try first("Moskow", .airports).quality == .city)
        #expect(try first("Moskow", .airports).name == nil)
        #expect(try first("Kopenhegen", .cities).quality == .misspelt)
        #expect(try first("Kopenhegen", .cities).name?.text == "Kopenhagen")
        #expect(try first("CGK").quality == .code)
        #expect(try first("Jak", .cities).quality == .prefix)
        #expect(try first("Bandara Pyongyang Sunan").quality == .exact)
    }

    @Test func theLargerPlaceComesFirstUnlessTheNameFitsBetter() throws {
        let gazetteer = try MadePlaces.gazetteer()
        #expect(
            gazetteer.search("Moscow", kinds: .cities).map { $0.city?.country } == [StateCode("RU"), StateCode("US")]
        )
        #expect(gazetteer.search("Moscow", kinds: .cities, in: StateCode("US")).count == 1)
        #expect(gazetteer.search("Jakarta").first?.city != nil)
        #expect(gazetteer.search("bandara Jakarta").first?.airport?.icao == "WIII")
    }

    @Test func aCountryBehindACommaSaysWhere() throws {
        let gazetteer = try MadePlaces.gazetteer()
        #expect(gazetteer.search("Moscow, United States", kinds: .cities).map { $0.city?.country } == [StateCode("US")])
        #expect(gazetteer.search("Moskow, Rusia").first?.city?.country == StateCode("RU"))
        #expect(gazetteer.search("Moscow, Nowhere").isEmpty)
        #expect(
            gazetteer.search(",").isEmpty && gazetteer.search("x,").isEmpty
                && gazetteer.search(", Rusia").first?.country != nil
        )
    }

    @Test func aVariantIsFoundAndNotShown() throws {
        let names = [
            PlaceName("Beijing", .english, .own), PlaceName("Peking", .indonesian, .own, isVariant: true),
        ].compactMap(\.self)
        #expect(names.shown(in: .indonesian)?.text == "Beijing")
        #expect(names.shown(in: .unsaid)?.text == "Beijing")
        #expect(names.dropFirst().shown(in: .indonesian)?.text == "Peking")
        #expect(names.prefix(0).shown(in: .english) == nil)
    }

    @Test func slipsAreTriedForWhatIsAskedFor() throws {
        #expect(try first("Vnukova", .cities).quality == .exact)
        #expect(try first("Vnukova", .airports).airport?.icao == "UUWW")
        #expect(try first("Vnukova", .airports).quality == .misspelt)
    }

    @Test func shortWordsHaveNoSlips() throws {
        #expect(try MadePlaces.gazetteer().search("Sunam").isEmpty)
        #expect(try MadePlaces.gazetteer().search("Moskov", kinds: .cities).count == 1)
    }

    @Test func everyWordMustFit() throws {
        let gazetteer = try MadePlaces.gazetteer()
        #expect(gazetteer.search("Pyongyang Vnukovo").isEmpty)
        #expect(gazetteer.search("Soekarno Jakarta", kinds: .airports).first?.airport?.icao == "WIII")
    }

    @Test func anyTextIsAnswered() throws {
        let gazetteer = try MadePlaces.gazetteer()
        for text in [
            "", " ", "---", "\0", "airport", "bandar udara", "'", "🛬",
            "e" + String(repeating: "\u{301}", count: 100_000), String(repeating: "a ", count: 10_000),
        ] {
            #expect(gazetteer.search(text).count <= 10)
        }
        #expect(gazetteer.search("a", limit: 0).isEmpty)
        #expect(gazetteer.search("a", limit: -1).isEmpty)
        #expect(gazetteer.search("a", limit: .max).count <= Gazetteer.mostMatches)
        #expect(Gazetteer.empty.search("Moscow").isEmpty)
        #expect(Gazetteer.empty.airport(code: "WIII") == nil)
        var random = SeededGenerator(seed: 3)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = gazetteer.search(String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test func whatIsKeptIsWhatWasGiven() throws {
        let gazetteer = try MadePlaces.gazetteer()
        let airport = try #require(gazetteer.airport(code: "CGK"))
        #expect(airport == gazetteer.airport(code: "WIII"))
        #expect(airport.names.shown(in: .indonesian)?.text == "Soekarno-Hatta International Airport")
        #expect(airport.elevation == 34)
        let moscow = try #require(gazetteer.city(CityID(rawValue: 524_901)))
        #expect(moscow.names.shown(in: .indonesian)?.text == "Moskwa")
        #expect(moscow.names.shown(in: .english)?.text == "Moscow")
        #expect(StateCode("ID").flatMap { gazetteer.country($0) }?.alpha3 == "IDN")
        #expect(gazetteer.airportCount == 7 && gazetteer.cityCount == 7 && gazetteer.countryCount == 6)
    }
}
