import Aero
import Testing

@testable import Polling

@Suite struct PolledSourceTests {
    private func source(
        _ format: PollFormat,
        _ host: String,
        _ options: [String: String],
        isSecure: Bool = true,
        path: String = ""
    ) throws -> PolledSource {
        var options = options
        let source = try PolledSource(
            format: format,
            isSecure: isSecure,
            host: host,
            port: isSecure ? 443 : 80,
            path: path,
            taking: &options
        )
        #expect(options.isEmpty)
        return source
    }

    @Test(arguments: [
        ("api.adsb.lol", "circle", "52.3,4.8,49.2", "/v2/point/52.3/4.8/50"),
        ("api.adsb.lol", "hex", "4840d6,3c6444", "/v2/hex/4840d6,3c6444"),
        ("api.adsb.lol", "type", "B738", "/v2/type/B738"),
        ("opendata.adsb.fi", "circle", "60.3179,24.9496,25", "/api/v2/lat/60.3179/lon/24.9496/dist/25"),
        ("opendata.adsb.fi", "reg", "OH-LZA", "/api/v2/registration/OH-LZA"),
        ("opendata.adsb.fi", "mil", "1", "/api/v2/mil"),
        ("adsbexchange-com1.p.rapidapi.com", "circle", "21.45,91.96,250", "/v2/lat/21.45/lon/91.96/dist/250/"),
        ("adsbexchange-com1.p.rapidapi.com", "hex", "4840d6", "/v2/icao/4840d6/"),
        ("somebody.example", "mil", "1", "/v2/mil"),
    ])
    func eachProviderIsAskedInItsOwnWay(host: String, word: String, value: String, path: String) throws {
        let source = try source(.v2, host, [word: value])
        let profile = ProviderDirectory.standard.profile(for: source.target)
        #expect(try source.target.requestPath(profile) == path)
    }

    @Test func openSkyIsAskedByBoxAndByAddress() throws {
        let box = try source(.openSky, "opensky-network.org", ["box": "45.8389,5.9962,47.8229,10.5226"])
        let profile = ProviderDirectory.standard.profile(for: box.target)
        #expect(
            try box.target.requestPath(profile)
                == "/api/states/all?extended=1&lamin=45.8389&lomin=5.9962&lamax=47.8229&lomax=10.5226"
        )
        let names = try source(.openSky, "opensky-network.org", ["icao24": "3c6444,3e1bf9"])
        #expect(try names.target.requestPath(profile) == "/api/states/all?extended=1&icao24=3c6444&icao24=3e1bf9")
        #expect(names.target.queryWord == "icao24")
    }

    @Test func whatAProviderDoesNotAnswerIsRefusedBeforeItIsAsked() throws {
        let wide = try source(.v2, "api.adsb.lol", ["circle": "52,5,251"])
        let profile = ProviderDirectory.standard.profile(for: wide.target)
        #expect(throws: PollSourceError.self) { try wide.target.requestPath(profile) }
        let type = try source(.v2, "opendata.adsb.fi", ["type": "B738"])
        let fi = ProviderDirectory.standard.profile(for: type.target)
        #expect(throws: PollSourceError.self) { try type.target.requestPath(fi) }
        let two = try source(.v2, "adsbexchange-com1.p.rapidapi.com", ["hex": "4840d6,3c6444"])
        let exchange = ProviderDirectory.standard.profile(for: two.target)
        #expect(throws: PollSourceError.self) { try two.target.requestPath(exchange) }
    }

    @Test func withoutTLSOnlyThisMachineIsAskedAsAProvider() throws {
        #expect(throws: PollSourceError.self) { try source(.v2, "api.adsb.lol", ["mil": "1"], isSecure: false) }
        for host in ["127.0.0.1", "127.9.9.9", "localhost", "::1"] {
            _ = try source(.v2, host, ["mil": "1"], isSecure: false)
        }
        for host in ["127.0.0.1.evil.example", "localhost.evil.example", "1127.0.0.1"] {
            #expect(throws: PollSourceError.self) { try source(.v2, host, ["mil": "1"], isSecure: false) }
        }
        _ = try source(.readsb, "192.168.1.9", [:], isSecure: false)
    }

    @Test(arguments: ["/../x", "/a b", "/a?b", "x", "/\u{e9}"])
    func aPathThatIsNoneIsRefused(path: String) {
        #expect(throws: PollSourceError.self) { try source(.readsb, "h", [:], isSecure: false, path: path) }
    }

    @Test func theIntervalIsNeverShorterThanAllowedAndLetsADaysCreditsLastADay() throws {
        let lol = try source(.v2, "api.adsb.lol", ["mil": "1", "every": "1"])
        #expect(lol.interval(ProviderDirectory.standard.profile(for: lol.target)) == 10)
        let sky = try source(.openSky, "opensky-network.org", ["box": "49.7,3.2,50.5,4.6"])
        let profile = ProviderDirectory.standard.profile(for: sky.target)
        #expect(sky.interval(profile) == 216)
        let account = try source(
            .openSky,
            "opensky-network.org",
            ["box": "49.7,3.2,50.5,4.6", "client-id": "me", "client-secret-env": "S"]
        )
        #expect(account.interval(profile) == 22)
        let own = try source(.readsb, "h", [:], isSecure: false)
        #expect(own.interval(ProviderDirectory.standard.profile(for: own.target)) == 1)
    }

    @Test func keysAndPlacesAreNotAmongWhatMayBeShown() throws {
        let options = [
            "circle": "52.123,5.456,30", "key": "hunter2hunter2", "terms": "2026-11-25", "purpose": "private",
            "every": "30",
        ]
        let source = try source(.v2, "api.adsb.lol", options)
        let shown = source.options(isPublic: true).map { "\($0)=\($1)" }.joined(separator: "&")
        #expect(shown == "every=30&terms=2026-11-25&purpose=private")
        let whole = Dictionary(uniqueKeysWithValues: source.options(isPublic: false))
        #expect(whole == options)
        #expect("\(source)".contains("hunter2") == false)
        #expect(String(reflecting: source).contains("hunter2") == false)
        var dumped = ""
        dump(source, to: &dumped)
        #expect(dumped.contains("hunter2") == false)
    }

    @Test(arguments: [
        ["terms": "2026-11-25"], ["purpose": "private"], ["terms": "2026-02-30", "purpose": "private"],
        ["terms": "yesterday", "purpose": "private"], ["terms": "2026-11-25", "purpose": "fun"],
        ["terms-link": "javascript:alert(1)"],
        ["terms-link": "https://x\"onclick=y"], ["every": "0.1"], ["every": "inf"], ["key": "a", "key-file": "b"],
        ["key-env": "a b"],
        ["keep-bodies": "yes"], ["key": "line\nbreak"],
    ])
    func whatCannotBeMeantIsRefused(options: [String: String]) {
        #expect(throws: PollSourceError.self) {
            try source(.v2, "api.adsb.lol", options.merging(["mil": "1"]) { $1 })
        }
    }

    @Test func clientCredentialsStandTogether() {
        #expect(throws: PollSourceError.self) {
            try source(.openSky, "opensky-network.org", ["icao24": "4b1814", "client-id": "me"])
        }
    }
}
