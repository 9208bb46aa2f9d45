import Aero
import Feeds
import Polling
import Testing

@testable import pelacak

struct SourceSpecificationTests {
    @Test(arguments: [
        "beast+tcp://127.0.0.1:30005", "avr+listen://0.0.0.0:30001?name=club", "sbs+tcp://[::1]:30003?kind=mlat",
        "beast+tcp://h:1?name=roof&at=52.1,5.2,20.0&clock=gps", "rtltcp://127.0.0.1:1234?gain=42.1&ppm=-3",
        "rtltcp://127.0.0.1:1234?rate=2400000&bias=1&effort=low&mode-ac=1",
        "rtltcp://127.0.0.1:1234?gain=adaptive&ppm=1",
        "file:/tmp/x.beast?pace=max&loop=1", "file:a%3Fb%25.beast", "file:x.beast?start=1698140962.119813",
        "file:x.dat?format=uc8&rate=2000000&mode-ac=1", "simulate:state-visit?seed=4",
        "uat+tcp://127.0.0.1:30978?name=roof", "uat+listen://0.0.0.0:30979", "file:x.txt?format=uat&pace=max",
        "file:x.uat", "readsb+http://192.168.1.9:8080/tar1090/data/aircraft.json?every=2&name=neighbour",
        "v2+https://api.adsb.lol?circle=52.3,4.8,50&every=30&terms=2026-11-25&purpose=private",
        "v2+https://opendata.adsb.fi?mil=1",
        "v2+https://h:8443/base?hex=4840d6,3c6444&terms=2026-11-25&purpose=newsroom&terms-link=https://h/t%3Fa%3Db&key-file=/k",
        "opensky+https://opensky-network.org?box=45.8,5.9,47.8,10.5&keep-bodies=1&client-id=me&client-secret-env=S",
        "simulate:traffic?aircraft=100&seed=4", "beast+tcp://h:1?name=a%20%26%20b&paused=1",
    ])
    func whatIsWrittenIsReadAgain(text: String) throws {
        let specification = try SourceSpecification(text)
        #expect(specification.text == text)
        #expect(try SourceSpecification(specification.text) == specification)
    }

    @Test func thePlaceIsNeverShown() throws {
        let specification = try SourceSpecification("beast+tcp://h:1?at=52.123,5.456,20")
        #expect(specification.publicText == "beast+tcp://h:1")
        #expect(specification.place?.height == 20)
    }

    @Test func keysAndThePlaceThatIsLookedAtAreNeverShown() throws {
        let text = "v2+https://api.adsb.lol?circle=52.123,5.456,30&every=30&key=hunter2&name=north"
        let specification = try SourceSpecification(text)
        #expect(specification.publicText == "v2+https://api.adsb.lol?every=30&name=north")
        #expect(specification.text.contains("key=hunter2"))
        #expect(!"\(specification)".contains("hunter2"))
    }

    @Test func claimsCarryTheProvidersNameAndItsTerms() throws {
        let specification = try SourceSpecification("v2+https://api.adsb.lol?mil&name=north")
        #expect(specification.shownName == "north")
        #expect(specification.feedName(.standard) == "adsb.lol")
        let origin = specification.origin(.standard)
        #expect(origin.isPolled && origin.licence == .openDatabase)
        #expect(FeedLedger(name: "x", isRecording: false, origin: origin).isRedistributable)
        let own = try SourceSpecification("readsb+http://192.168.1.9")
        #expect(own.defaultName == "readsb port 80")
        #expect(!FeedLedger(name: "x", isRecording: false, origin: own.origin(.standard)).isRedistributable)
        #expect(try SourceSpecification("beast+tcp://h").origin(.standard) == .own)
        #expect(FeedLedger(name: "x", isRecording: false).isRedistributable)
    }

    @Test func portsHaveTheirCustomaryDefaults() throws {
        #expect(try SourceSpecification("beast+tcp://h").kind == .connect(.beast, Endpoint(host: "h", port: 30005)))
        #expect(try SourceSpecification("uat+tcp://h").kind == .connect(.uat, Endpoint(host: "h", port: 30978)))
        #expect(try SourceSpecification("rtltcp://h").kind == .rtlTCP(Endpoint(host: "h", port: 1234)))
    }

    @Test(arguments: [
        ("beest+tcp://h:1", "did you mean \"beast+tcp\"?"), ("beast+tcp://h:99999", "no port between 0 and 65535"),
        ("beast+tcp://h:1?nme=x", "did you mean \"name\"?"), ("beast+tcp://h:1?at=91,0", "is no place"),
        ("beast+tcp://h:1?clock=13mhz", "12mhz, gps or none"), ("file:x", "tells no format"),
        ("file:x.uc8?rate=1", "2400000"), ("file:x.beast?pace=slow", "realtime, max"), ("hello", "is no source"),
        ("beast+tcp://h:1?name=a&name=b", "stands twice"), ("simulate:", "needs a scene"),
        ("beast+tcp://a/b:1", "no HOST:PORT"), ("v2+https://api.adsb.lol", "say what to ask for"),
        ("v2+http://api.adsb.lol?mil", "this machine alone"), ("v2+https://h?mil&circle=1,2,3", "one question only"),
        ("v2+htps://h?mil", "did you mean \"v2+https\"?"), ("v2+https://h?mil&evry=1", "did you mean \"every\"?"),
        ("readsb+http://h?terms=2026-11-25", "takes no option"),
        ("opensky+https://h?circle=1,2,3", "say what to ask for"),
        ("v2+https://h?mil&terms=2026-11-25", "stand together"),
    ])
    func mistakesAreNamed(text: String, says: String) {
        do {
            _ = try SourceSpecification(text)
            Issue.record("\(text) was accepted")
        } catch {
            #expect(error.description.contains(says), "\(error)")
        }
    }
}
