import Aero
import Foundation
import ModeS
import NIOCore
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct OpenSkyRoutesTests {
    private func states(_ answer: Loopback.Answer) throws -> [[Any]] {
        try #require(try answer.object()["states"] as? [[Any]])
    }

    private static var moving: Track {
        var track = Tracks.whole()
        for step in 0..<40 {
            guard let fix = Tracks.fix(51 + Double(step) / 40, 4.2, age: Double(20 * (39 - step))) else { continue }
            track.trail.note(
                fix,
                TrailPoint.Motion(
                    altitude: 10_000,
                    geometricAltitude: 10_500,
                    groundSpeed: 300,
                    track: 0,
                    verticalRate: 640
                ),
                isDoubtful: false
            )
        }
        return track
    }

    @Test("a state has the columns of the interface in its units")
    func columns() async throws {
        try await SiteUnderTest.with(sky: FakeSky([Tracks.whole()])) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/states/all")
            // Columns as the published row of the interface's forum has them:
            // ["4240ec","UTA394  ","United Kingdom",1499105360,1499105360,21.9943,54.9052,8404.86,false,225.19,84.89,9.1,null,8397.24,"7674",false,0]
            #expect(
                answer.text == """
                    {"simulated":true,"time":1718700000,"states":[["484159","KLM1023 ","Netherlands",1718699999,1718700000,\
                    4.2000,52.1000,11277.60,false,231.65,123.46,-3.25,null,11414.76,"1234",true,0]]}
                    """
            )
            let extended = try states(try await Loopback.ask(site.port, "/api/states/all?extended=1"))
            #expect(extended[0].count == 18 && extended[0][17] as? Int == 4)
        }
    }

    @Test("the states of all are made once a second however many ask, a question about some for each that asks it")
    func madeOnce() async throws {
        let sky = FakeSky([Tracks.whole()])
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            func ask(_ query: String, _ headers: [String: String] = [:]) async throws -> Loopback.Answer {
                try await Loopback.ask(site.port, "/api/states/all" + query, headers: headers)
            }
            // A tag names the making, counted from 1.
            func making(_ answer: Loopback.Answer) throws -> Int {
                let tag = try #require(answer.headers["etag"]?.dropFirst().dropLast())
                return try #require(tag.split(separator: "-").last.flatMap { Int($0, radix: 36) })
            }
            let first = try await ask("")
            sky.set { $0.tracks = [] }
            let second = try await ask("?time=0")
            #expect(second.body == first.body && second.headers["etag"] == first.headers["etag"])
            #expect(try making(first) == making(second))
            let known = try await ask("", ["If-None-Match": try #require(first.headers["etag"])])
            #expect(known.status == 304 && known.body.isEmpty)
            let extended = try await ask("?extended=1")
            #expect(try making(extended) == making(first) + 1 && extended.body != first.body)
            for query in ["?icao24=484159", "?lamin=50&lamax=54&lomin=3&lomax=6", "?time=1718699990"] {
                let some = try await ask(query)
                #expect(some.status == 200 && some.headers["etag"] == nil, "\(query)")
            }
            sky.set { $0.status.now = $0.status.now.advanced(bySeconds: 1) }
            let next = try await ask("")
            #expect(try making(next) == making(extended) + 1)
            #expect(next.text.contains("\"states\":null"))
        }
    }

    @Test("a position older than 15 s is null, and what is not known is null", arguments: [(15, true), (15.5, false)])
    func oldPosition(age: Double, isThere: Bool) async throws {
        var track = Tracks.bare()
        track.fix = Tracks.fix(52, 4, age: age)
        try await SiteUnderTest.with(sky: FakeSky([track])) { (site) async throws in
            let row = try #require(try states(try await Loopback.ask(site.port, "/api/states/all")).first)
            #expect((row[3] is Int) == isThere && (row[5] is Double) == isThere && (row[6] is Double) == isThere)
            for column in [1, 7, 9, 10, 11, 12, 13, 14] { #expect(row[column] is NSNull, "\(column)") }
            #expect(row[2] as? String == "" && row[8] as? Bool == false && row[15] as? Bool == false)
        }
    }

    @Test("addresses may be repeated or listed, a box has edges, and none found is null")
    func choices() async throws {
        let other = Tracks.whole(0x3C_0002, latitude: 10, longitude: 179)
        let unnamed = Track(address: AircraftAddress(other: 0x2A_00F3), time: Tracks.now, sourceClass: .tisbOther)
        try await SiteUnderTest.with(sky: FakeSky([Tracks.whole(), other, unnamed])) { (site) async throws in
            func found(_ query: String) async throws -> [String]? {
                let all = try await Loopback.ask(site.port, "/api/states/all?" + query).object()
                return (all["states"] as? [[Any]])?.compactMap { $0[0] as? String }.sorted()
            }
            #expect(try await found("") == ["3c0002", "484159"])
            #expect(try await found("icao24=484159&icao24=3c0002&time=0") == ["3c0002", "484159"])
            #expect(try await found("icao24=3C0002") == ["3c0002"])
            // The published box of Switzerland, and one that crosses 180 degrees.
            #expect(try await found("lamin=45.8389&lomin=5.9962&lamax=47.8229&lomax=10.5226") == nil)
            #expect(try await found("lamin=0&lomin=170&lamax=20&lomax=-170") == ["3c0002"])
            #expect(try await found("lamin=50&lomin=3&lamax=53&lomax=5&icao24=3c0002") == nil)
        }
    }

    @Test(
        "a bad question is 400",
        arguments: [
            "icao24=xyz", "lamin=1", "lamin=2&lomin=1&lamax=1&lomax=1", "lamin=a&lomin=1&lamax=1&lomax=1",
            "time=yesterday", "time=-5",
            "time=1718696399",
        ]
    )
    func refused(query: String) async throws {
        try await SiteUnderTest.with(sky: FakeSky([Tracks.whole()])) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/states/all?" + query)
            let error = try answer.object()["error"] as? String
            #expect(answer.status == 400 && error?.isEmpty == false)
        }
    }

    @Test("the past hour is answered from the trails, to 15 s")
    func past() async throws {
        try await SiteUnderTest.with(sky: FakeSky([Self.moving])) { (site) async throws in
            let answer = try await Loopback.ask(site.port, "/api/states/all?time=1718699650")
            let row = try #require(try states(answer).first)
            // Points at …640 and …660.
            #expect(row[3] as? Int == 1_718_699_640 && row[4] as? Int == 1_718_699_640)
            #expect(row[6] as? Double == 51.525 && row[7] as? Double == 3048 && row[11] as? Double == 3.25)
            #expect(row[14] is NSNull && row[13] as? Double == 3200.4)
            let before = try await Loopback.ask(site.port, "/api/states/all?time=1718698000").object()
            #expect(before["states"] is NSNull && before["time"] as? Int == 1_718_698_000)
        }
    }

    @Test(
        "a track is the trail in the interface's columns; unknown aircraft and times are 404",
        arguments: ["tracks/all", "tracks", "tracks/"]
    )
    func track(path: String) async throws {
        try await SiteUnderTest.with(sky: FakeSky([Self.moving])) { (site) async throws in
            let all = try await Loopback.ask(site.port, "/api/\(path)?icao24=484159&time=0").object()
            #expect(Set(all.keys) == ["simulated", "icao24", "callsign", "startTime", "endTime", "path"])
            #expect(all["callsign"] as? String == "KLM1023 " && all["startTime"] as? Int == 1_718_699_220)
            let points = try #require(all["path"] as? [[Any]])
            #expect(points.count == 40 && points[0].count == 6 && points[0][0] as? Int == 1_718_699_220)
            #expect(points[0][1] as? Double == 51 && points[0][3] as? Int == 3048 && points[0][5] as? Bool == false)
            #expect(try await Loopback.ask(site.port, "/api/\(path)?icao24=484159&time=1718699500").status == 200)
            #expect(try await Loopback.ask(site.port, "/api/\(path)?icao24=484159&time=1718600000").status == 404)
            #expect(try await Loopback.ask(site.port, "/api/\(path)?icao24=3c0002&time=0").status == 404)
            #expect(try await Loopback.ask(site.port, "/api/\(path)").status == 400)
            #expect(try await Loopback.ask(site.port, "/api/\(path)?icao24=~2a00f3").status == 400)
            #expect(try await Loopback.ask(site.port, "/api/v1/aircraft/484159").status == 200)
        }
    }

    @Test(
        "categories are numbered as the interface numbers them",
        arguments: [
            (4, 0, 1), (4, 1, 2), (4, 7, 8), (3, 0, 1), (3, 1, 9), (3, 4, 12), (3, 6, 14), (3, 7, 15), (2, 1, 16),
            (2, 5, 20), (2, 6, 0), (1, 3, 0),
        ] as [(UInt8, UInt8, Int)]
    )
    func categories(typeCode: UInt8, number: UInt8, expected: Int) {
        #expect(OpenSkyStatesDocument.category(EmitterCategory(typeCode: typeCode, number: number)) == expected)
        #expect(OpenSkyStatesDocument.category(nil) == 0)
    }

    @Test("no question makes trouble, whatever is in it")
    func fuzz() throws {
        var random = SplitMix(state: 41)
        let words = [
            "icao24", "lamin", "lamax", "lomin", "lomax", "time", "extended", "=", "=", "&", "&", ",", "-1", "90",
            "1e9", "1718699990", "484159", "~",
            "%00", "nan", "true", "0",
        ]
        let picture = RandomSky.picture([Self.moving])
        let countries = CountryNames(book: FakeBook())
        var answered = 0
        for _ in 0..<20_000 {
            let text = (0..<random.below(16)).map { _ in words[random.below(words.count)] }.joined()
            guard let target = RequestTarget("/api/states/all?" + text) else { continue }
            guard let question = try? OpenSkyStatesRequest(target.query) else { continue }
            if let document = try? OpenSkyStatesDocument(picture, question, countries) {
                answered += document.json.readableBytes > 0 ? 1 : 0
            }
        }
        #expect(answered > 1000)
    }
}
