import Aero
import Foundation
import Testing

@testable import Store

/// The file that set-up made, where it did.
enum PlacesData {
    static let path: String? = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let given = ProcessInfo.processInfo.environment["PELACAK_ASSETS"]
        return [given, root.appendingPathComponent("Assets").path].compactMap(\.self).map { $0 + "/places.tsv.gz" }
            .first { FileManager.default.fileExists(atPath: $0) }
    }()

    static let file: PlacesFile? = path.flatMap { try? PlacesFile(path: $0) }
    static var gazetteer: Gazetteer { file?.gazetteer ?? .empty }
}

@Suite(.enabled(if: PlacesData.path != nil, "needs Assets/places.tsv.gz, which set-up makes"))
struct PlacesDataTests {
    @Test func theFileIsReadWhole() throws {
        let file = try PlacesFile(path: try #require(PlacesData.path))
        #expect(file.origins.count == 5)
        #expect(file.gazetteer.countryCount == 250)
        #expect(file.gazetteer.cityCount > 30_000)
        #expect(file.gazetteer.airportCount > 60_000)
    }

    @Test func everyStateOfTheAddressBlocksIsNamedInBothLanguages() {
        for block in AddressBlocks.all {
            let country = PlacesData.gazetteer.country(block.state)
            #expect(country?.names.contains { $0.language == .english } == true, "\(block.state)")
            #expect(country?.names.contains { $0.language == .indonesian } == true, "\(block.state)")
        }
    }

    @Test(
        "airports by name",
        arguments: [
            ("Bandara Soekarno-Hatta", "WIII"), ("Soekarno-Hatta", "WIII"),
            ("Bandara Internasional Soekarno Hatta", "WIII"),
            ("Sukarno-Hatta", "WIII"), ("Cengkareng", "WIII"), ("Halim Perdanakusuma", "WIHH"), ("Ngurah Rai", "WADD"),
            ("I Gusti Ngurah Rai", "WADD"), ("Vladivostok", "UHWW"), ("Pyongyang Sunan", "ZKPY"), ("Sunan", "ZKPY"),
            ("Vnukovo", "UUWW"), ("Sheremetyevo", "UUEE"), ("Noi Bai", "VVNB"), ("Yakutsk", "UEEE"), ("Changi", "WSSS"),
            ("Kopenhagen", "EKCH"), ("Wina", "LOWW"), ("Kairo", "HECA"), ("JFK", "KJFK"), ("Kualanamu", "WIMM"),
            ("Bandara Moskow", "UUEE UUWW UUDD UUBW"), ("Elmendorf", "PAED"), ("Juanda", "WARR"),
            ("Soekarno-Hata", "WIII"),
        ]
    )
    func findsTheAirport(text: String, codes: String) throws {
        let found = try #require(PlacesData.gazetteer.search(text, kinds: .airports).first?.airport, "\(text)")
        #expect(codes.split(separator: " ").contains { $0 == found.icao ?? "" }, "\(found.identity)")
    }

    @Test(
        "cities by name, English and Indonesian",
        arguments: [
            ("Moskow", 524_901), ("Moscow", 524_901), ("Moskwa", 524_901), ("Kopenhagen", 2_618_425),
            ("Copenhagen", 2_618_425),
            ("Pyongyang", 1_871_859), ("Vladivostok", 2_013_348), ("Wina", 2_761_369), ("Kairo", 360_630),
            ("Roma", 3_169_070),
            ("Beijing", 1_816_670), ("London", 2_643_743), ("Tokyo", 1_850_147), ("Hanoi", 1_581_130),
            ("Yakutsk", 2_013_159),
            ("Singapura", 1_880_252), ("Den Haag", 2_747_373), ("Jenewa", 2_660_646), ("Teheran", 112_931),
            ("Magadan", 2_123_628),
            ("Sankt Peterburg", 498_817), ("Venesia", 3_164_603), ("Iskandariyah", 361_058), ("Jogja", 1_621_177),
        ] as [(String, UInt32)]
    )
    func findsTheCity(text: String, id: UInt32) throws {
        #expect(PlacesData.gazetteer.search(text, kinds: .cities).first?.city?.id.rawValue == id, "\(text)")
    }

    @Test(
        "countries by name",
        arguments: [
            ("Rusia", "RU"), ("Tiongkok", "CN"), ("Cina", "CN"), ("Inggris", "GB"), ("Jerman", "DE"),
            ("Korea Utara", "KP"),
            ("Korsel", "KR"), ("Jepang", "JP"), ("Amerika Serikat", "US"), ("Mesir", "EG"), ("Uni Emirat Arab", "AE"),
            ("Pantai Gading", "CI"), ("Russia", "RU"), ("Turkey", "TR"), ("Myanmar", "MM"), ("Vietnam", "VN"),
        ]
    )
    func findsTheCountry(text: String, code: String) {
        #expect(PlacesData.gazetteer.search(text).first?.country?.code == StateCode(code), "\(text)")
    }

    @Test(
        "the airport nearest to a point",
        arguments: [
            // Where a landing was: latitude, longitude, code.
            (39.21, 125.67, "ZKPY"), (-6.12, 106.65, "WIII"), (55.59, 37.26, "UUWW"), (62.10, 129.76, "UEEE"),
            (21.22, 105.81, "VVNB"),
            (43.40, 132.15, "UHWW"), (61.25, -149.80, "PAED"), (-17.755, 177.443, "NFFN"), (-90, 12, "NZSP"),
            (40.64, -73.78, "KJFK"),
        ]
    )
    func findsTheNearest(latitude: Double, longitude: Double, code: String) throws {
        let gazetteer = PlacesData.gazetteer
        let position = try #require(Position(latitude: latitude, longitude: longitude))
        let found = try #require(gazetteer.airports(near: position).first)
        #expect(gazetteer.airport(at: found.slot).icao == code)
        #expect(found.distance < 6_000)
    }

    @Test(
        "names to show in Indonesian",
        arguments: [
            ("Moscow", "Moskwa"), ("Beijing", "Beijing"), ("Makassar", "Makassar"), ("Hong Kong", "Hong Kong"),
            ("Vienna", "Wina"),
            ("Venice", "Venesia"), ("Yogyakarta", "Yogyakarta"), ("Cairo", "Kairo"), ("Jakarta", "Jakarta"),
        ]
    )
    func showsTheName(english: String, indonesian: String) throws {
        let city = try #require(PlacesData.gazetteer.search(english, kinds: .cities).first?.city)
        #expect(city.names.shown(in: .indonesian)?.text == indonesian)
        #expect(city.names.shown(in: .english)?.text == english)
    }

    @Test func oneAirportOfTwoCodesIsOne() throws {
        let kuwait = try #require(PlacesData.gazetteer.airport(code: "KWI"))
        #expect(kuwait.identity == "OKBK" && kuwait.icao == "OKKK" && kuwait.size == .large)
        #expect(PlacesData.gazetteer.airport(code: "OKBK") == kuwait)
        #expect(kuwait.names.shown(in: .indonesian)?.text == "Kuwait International Airport")
    }

    @Test func theStopsOfATripHaveRunways() throws {
        for code in ["UUWW", "UEEE", "ZKPY", "VVNB", "WIII", "UHWW"] {
            let runway = try #require(PlacesData.gazetteer.airport(code: code)?.runways.first, "\(code)")
            #expect(try #require(runway.length) > 8_000)
            // Of Vladivostok's the list has no ends.
            #expect(code == "UHWW" || runway.headingFromLow != nil)
        }
    }

    @Test func moscowIsServedByItsThree() throws {
        let gazetteer = PlacesData.gazetteer
        let codes = gazetteer.airports(serving: CityID(rawValue: 524_901)).compactMap {
            gazetteer.airport(at: $0.slot).icao
        }
        for code in ["UUEE", "UUDD", "UUWW"] { #expect(codes.contains(code)) }
    }
}
