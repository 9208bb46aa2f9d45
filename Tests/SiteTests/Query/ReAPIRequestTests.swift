import Aero
import Testing

@testable import Site

struct ReAPIRequestTests {
    private func parsed(_ text: String) throws -> ReAPIRequest {
        try ReAPIRequest(try #require(RequestTarget("/re-api/?" + text)).query)
    }

    private func place(_ latitude: Double, _ longitude: Double, _ radius: Double) throws -> Circle {
        let centre = try #require(Position(latitude: latitude, longitude: longitude))
        return try #require(Circle(centre: centre, radius: NauticalMiles(radius)))
    }

    @Test("the queries of readsb's documents: hexlist in their case, a box from south to north and west to east")
    func published() throws {
        // Source: readsb README-json.md, "--net-api-port query formats"; README-api.md.
        #expect(try parsed("hexlist=3CD6E3").query.base == .addresses([AircraftAddress(icao: 0x3C_D6E3)]))
        #expect(
            try parsed("hexList=3cd6e3,3cd6e4").query.base
                == .addresses([AircraftAddress(icao: 0x3C_D6E3), AircraftAddress(icao: 0x3C_D6E4)])
        )
        #expect(try parsed("circle=52,4,250").query.base == .circle(try place(52, 4, 250)))
        #expect(try parsed("closest=-52.5,-4.25,1e2").query.base == .closest(try place(-52.5, -4.25, 100)))
        let box = try #require(try parsed("box=-90,90,0,20").query.box)
        #expect(box.south == -90 && box.north == 90 && box.west == 0 && box.east == 20)
    }

    @Test("as tar1090 asks: binary, packed, a box and the selected aircraft, military only")
    func tar1090() throws {
        let request = try parsed("binCraft&zstd&box=10,20,170,-170&find_hex=~2a00f3,484159&filter_mil")
        #expect(request.form == .binCraft && request.isZstd)
        #expect(request.query.filters.anyOf == .military)
        let box = try #require(Box(south: 10, north: 20, west: 170, east: -170))
        #expect(
            request.query.base == .box(box, or: [AircraftAddress(other: 0x2A_00F3), AircraftAddress(icao: 0x48_4159)])
        )
    }

    @Test("every filter")
    func filters() throws {
        let request = try parsed(
            "ALL&jv2&filter_callsign_exact=klm1&filter_callsign_prefix=kl&filter_squawk=7700&filter_type=a20n,B738"
                + "&filter_with_pos&above_alt_baro=1000&below_alt_baro=-20&filter_pia&filter_ladd&_=1795377968005"
        )
        #expect(request.form == .v2 && request.query.base == .all)
        let filters = request.query.filters
        #expect(filters.callsign == "KLM1" && filters.callsignPrefix == "KL")
        #expect(filters.squawk == Squawk(rawValue: 0o7700) && filters.types == ["A20N", "B738"])
        #expect(filters.needsPosition && filters.lowestAltitude == 1000 && filters.highestAltitude == -20)
        #expect(filters.anyOf == [.privacyAddress, .limitedDisplay])
    }

    @Test(
        "a bad query says which part is bad",
        arguments: [
            ("", .noBase), ("jv2", .noBase), ("all&box=1,2,3,4", .severalBases("box")),
            ("circle=1,2,3&find_hex=484159", .severalBases("find_hex")), ("box=1,2,3", .badBox),
            ("box=1,2,3,4,5", .badBox),
            ("box=2,1,3,4", .badBox), ("box=nan,1,3,4", .badBox), ("box=0x1,2,3,4", .badBox),
            ("circle=1,2", .badCircle("circle")),
            ("circle=91,2,3", .badCircle("circle")), ("closest=1,2,-3", .badCircle("closest")),
            ("circle=1,2,inf", .badCircle("circle")),
            ("find_hex=48415", .badAddress), ("find_hex=48415g", .badAddress), ("all&filter_squawk=8000", .badSquawk),
            ("all&above_alt_baro=high", .badNumber("above_alt_baro")), ("find_reg=", .badName("find_reg")),
            ("find_callsign=a%22b", .badName("find_callsign")),
            ("all&filter_callsign_exact=a,b", .badName("filter_callsign_exact")),
            ("all&all", .repeatedOption("all")), ("hexlist=484159&find_hex=484159", .repeatedOption("find_hex")),
            ("all&bogus=1", .unknownOption("bogus")), ("all&%3Cscript%3E", .unknownOption("of that name")),
        ] as [(String, AircraftQueryError)]
    )
    func refused(text: String, error: AircraftQueryError) throws {
        let options = try #require(RequestTarget("/re-api/?" + text)).query
        #expect(throws: error) { try ReAPIRequest(options) }
        #expect(!error.message.isEmpty)
    }

    @Test("a thousand names and no more")
    func bounds() throws {
        let thousand = Array(repeating: "484159", count: 1000).joined(separator: ",")
        #expect(
            try parsed("find_hex=" + thousand).query.base
                == .addresses(Array(repeating: AircraftAddress(icao: 0x48_4159), count: 1000))
        )
        #expect(throws: AircraftQueryError.tooManyNames) { try parsed("find_hex=" + thousand + ",484159") }
    }

    @Test("no query makes trouble, whatever is in it")
    func fuzz() throws {
        var random = SplitMix(state: 77)
        let words = [
            "box", "circle", "closest", "all", "find_hex", "find_reg", "filter_squawk", "above_alt_baro", "jv2",
            "binCraft", "=", "&",
            ",", "-", "90", "180", "1e308", "-1e-400", "484159", "~", "%00", "%ff", "nan", "\u{e9}", "+", ".", "''",
            "0x", "9999999999",
        ]
        var sky = SplitMix(state: 1)
        let picture = RandomSky.picture(RandomSky.tracks(50, &sky))
        var answered = 0
        for _ in 0..<20_000 {
            let text = (0..<random.below(14)).map { _ in words[random.below(words.count)] }.joined()
            guard let target = RequestTarget("/re-api/?" + text) else { continue }
            do throws(AircraftQueryError) {
                answered += try ReAPIRequest(target.query).query.matches(in: picture).count >= 0 ? 1 : 0
            } catch { #expect(!error.message.contains("\u{e9}")) }
        }
        #expect(answered > 50)
    }
}
