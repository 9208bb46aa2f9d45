import Aero
import Foundation
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct PlaceRoutesTests {
    private func places(_ query: String, _ desk: FakePlaces? = .made) async throws -> [[String: String]] {
        try await SiteUnderTest.with(places: desk) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/v1/places" + query)
            #expect(answer.status == 200, "\(query): \(answer.text)")
            return try answer.objects("places").map { row in row.mapValues { "\($0)" } }
        }
    }

    @Test(
        "a place is found by name, by code, and by its names in the other language",
        arguments: [
            ("?q=jakarta", "city", "Jakarta"), ("?q=Batavia", "city", "Jakarta"),
            ("?q=CGK", "airport", "Soekarno-Hatta International Airport"),
            ("?q=wiii&lang=id", "airport", "Soekarno-Hatta International Airport"),
            ("?q=bandara%20jakarta", "airport", "Soekarno-Hatta International Airport"),
            ("?q=Moskwa", "city", "Moscow"), ("?q=moscow&lang=id", "city", "Moskwa"),
            ("?q=korut", "country", "North Korea"), ("?q=north%20korea&lang=id", "country", "Korea Utara"),
            ("?q=moscow&kinds=airport", "airport", "Sheremetyevo International Airport"),
        ]
    )
    func found(query: String, kind: String, name: String) async throws {
        let first = try #require(try await places(query).first)
        #expect(first["kind"] == kind && first["name"] == name, "\(first)")
    }

    @Test("an airport tells codes, size, height, town and country in the language that was asked for")
    func airport() async throws {
        let one = try #require(try await places("?q=SVO&lang=id").first)
        let wanted = [
            "icao": "UUEE", "iata": "SVO", "code": "UUEE", "size": "large", "elevation": "34", "city": "Moskwa",
            "country": "RU",
            "countryName": "Rusia", "latitude": "55.97264", "longitude": "37.41458", "match": "code",
        ]
        for (key, value) in wanted { #expect(one[key] == value, "\(key)") }
        // A country has the place of its capital, and one without has none.
        let russia = try #require(try await places("?q=Russia&kinds=country").first)
        #expect(russia["latitude"] == "55.75222" && russia["city"] == "Moscow")
        #expect(try await places("?q=korut").first?["latitude"] == nil)
    }

    @Test("the nearest airports come nearest first, those for aeroplanes unless others are asked for")
    func nearest() async throws {
        let near = try await places("/nearest?lat=-6.2&lon=106.8&limit=3&radius=100000")
        #expect(near.map { $0["code"] } == ["WIHH", "WIII"])
        let distances = near.compactMap { $0["distance"].flatMap(Double.init) }
        #expect(distances == distances.sorted() && abs((distances.first ?? 0) - 12_500) < 500, "\(distances)")
        #expect(try await places("/nearest?lat=-6.2&lon=106.8&sizes=all").first?["code"] == "ID-0001")
        #expect(try await places("/nearest?lat=0&lon=0&radius=1000").isEmpty)
    }

    @Test("without a list nothing is found, and that is said")
    func without() async throws {
        for desk in [nil, FakePlaces.none] {
            #expect(try await places("?q=jakarta", desk).isEmpty)
            try await SiteUnderTest.with(places: desk) { (site) async throws in
                let answer = try await Loopback.ask(site.port, "/api/v1/places?q=jakarta").object()
                #expect(answer["isAvailable"] as? Bool == false)
            }
        }
    }

    @Test(
        "nonsense is told, and whatever somebody types is answered",
        arguments: [
            ("", 400), ("?q=", 400), ("?q=a&q=b", 400), ("?q=a&lang=de", 400), ("?q=a&kinds=town", 400),
            ("?q=a&kinds=", 400), ("?q=a&limit=21", 400), ("?q=\(String(repeating: "a", count: 201))", 400),
            ("/x", 404),
            ("/nearest", 400), ("/nearest?lat=91&lon=0", 400), ("/nearest?lat=0&lon=0&sizes=huge", 400),
            ("/nearest?lat=0&lon=0&radius=0", 400), ("?q=%00%F0%9F%9B%A9", 200), ("?q=,,,%20,", 200),
        ]
    )
    func nonsense(query: String, status: Int) async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/v1/places" + query)
            #expect(answer.status == status, "\(answer.text)")
        }
    }
}
