import CZlib
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct StaticFilesTests {
    @Test("the pages answer with their type, and every answer carries the headers of safety")
    func pages() async throws {
        try await SiteUnderTest.with { (site) async throws in
            for path in [
                "/", "/flights", "/flights?hex=484159&from=2026-11-20&to=2026-11-27", "/airport?id=WIII", "/visits",
                "/visit?id=v1", "/objections?edition=1", "/alerts", "/watches?new=1", "/outlets", "/sources",
                "/about",
                "/web/index.html",
            ] {
                let answer = try await Loopback.ask(site.port, path)
                #expect(answer.status == 200)
                #expect(answer.headers["content-type"] == "text/html; charset=utf-8")
                #expect(answer.headers["cache-control"] == "no-cache")
                #expect(answer.text == SiteUnderTest.page)
            }
            let script = try await Loopback.ask(site.port, "/web/js/main.js?v=1")
            #expect(script.headers["content-type"] == "text/javascript; charset=utf-8")
            for (method, path) in [
                ("GET", "/"), ("GET", "/none"), ("POST", "/"), ("GET", "/api/v1/site"), ("GET", "/api/v1/aircraft/zz"),
                ("HEAD", "/"), ("DELETE", "/api/v1/sources/none"), ("GET", "/basemap/9/9/9.pbf"),
            ] {
                let answer = try await Loopback.ask(site.port, method, path)
                #expect(answer.headers["content-security-policy"] == SecurityHeaders.policy)
                #expect(answer.headers["x-content-type-options"] == "nosniff")
                #expect(answer.headers["referrer-policy"] == "no-referrer")
            }
        }
    }

    @Test("an unchanged file is answered 304, with gzip and without, and the tags differ")
    func notModified() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let plain = try await Loopback.ask(site.port, "/")
            let packed = try await Loopback.ask(site.port, "/", headers: ["Accept-Encoding": "br, gzip"])
            let tag = try #require(plain.headers["etag"])
            let packedTag = try #require(packed.headers["etag"])
            #expect(tag != packedTag)
            let again = try await Loopback.ask(site.port, "/", headers: ["If-None-Match": "\"x\", W/\(tag)"])
            #expect(again.status == 304)
            #expect(again.headers["etag"] == tag)
            #expect(again.headers["content-security-policy"] != nil)
            let packedAgain = try await Loopback.ask(
                site.port,
                "/",
                headers: ["If-None-Match": packedTag, "Accept-Encoding": "gzip"]
            )
            #expect(packedAgain.status == 304)
            let other = try await Loopback.ask(site.port, "/", headers: ["If-None-Match": packedTag])
            #expect(other.status == 200)
        }
    }

    @Test("a packed page unpacks to the page")
    func gzipRoundTrip() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let packed = try await Loopback.ask(site.port, "/", headers: ["Accept-Encoding": "gzip"])
            #expect(packed.headers["content-encoding"] == "gzip")
            #expect(packed.headers["vary"] == "Accept-Encoding")
            #expect(packed.body.count < SiteUnderTest.page.utf8.count / 2)
            #expect(Unpacked.gzip(packed.body) == Array(SiteUnderTest.page.utf8))
            let refused = try await Loopback.ask(site.port, "/", headers: ["Accept-Encoding": "gzip;q=0"])
            #expect(refused.headers["content-encoding"] == nil)
        }
    }

    @Test("HEAD gives the head of GET and no body")
    func head() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answers = try await Loopback.with(site.port) { connection in
                (try await connection.ask("HEAD", "/"), try await connection.ask("/web/js/main.js"))
            }
            #expect(answers.0.headers["content-length"] == String(SiteUnderTest.page.utf8.count))
            #expect(answers.0.body.isEmpty)
            #expect(answers.1.text == "export const x = 1;\n")
        }
    }

    @Test(
        "nothing outside the folder is given out",
        arguments: [
            "/web/../secret.txt", "/web/%2e%2e/secret.txt", "/web/..%2fsecret.txt", "/web/js/../../../secret.txt",
            "/web/.hidden", "/web//index.html", "/web/", "/web/js", "/web/%00", "/web/..\\secret.txt", "/../secret.txt",
            "/vendor/other.js", "/vendor/../secret.txt", "/flights/", "/flights.html", "/airport/WIII", "/web/%zz",
            "/web/index.html%00.js", "/secret.txt",
        ]
    )
    func traversal(path: String) async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await Loopback.ask(site.port, path)
            #expect(answer.status == 404 || answer.status == 400)
            #expect(!answer.text.contains("secret"))
        }
    }

    @Test("the map library comes from the folder of set-up, and nothing else does")
    func vendor() async throws {
        try await SiteUnderTest.with { (site) async throws in
            #expect(try await Loopback.ask(site.port, "/vendor/maplibre-gl.js").text == "// map")
            #expect(try await Loopback.ask(site.port, "/vendor/maplibre-gl.css").text == "body {}")
        }
        try await SiteUnderTest.with(configure: { $0.vendorFolder = nil }) { (site) async throws in
            #expect(try await Loopback.ask(site.port, "/vendor/maplibre-gl.js").status == 404)
            #expect(try await Loopback.ask(site.port, "/api/v1/site").text.contains("\"vendor\":false"))
        }
    }

    @Test("a tile that is packed says so; where there is none the answer is 404")
    func basemap() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let tile = try await Loopback.ask(site.port, "/basemap/1/0/1.pbf")
            #expect(tile.status == 200)
            #expect(tile.body == FakeTiles.bytes)
            #expect(tile.headers["content-encoding"] == "gzip")
            #expect(tile.headers["content-type"] == "application/x-protobuf")
            for path in [
                "/basemap/1/0/0.pbf", "/basemap/1/2/0.pbf", "/basemap/7/0/0.pbf", "/basemap/1/0/1.png", "/basemap/1/0",
                "/basemap/-1/0/1.pbf", "/basemap/1/0/+1.pbf", "/basemap/99999999999999999999/0/1.pbf", "/basemap",
            ] {
                #expect(try await Loopback.ask(site.port, path).status == 404)
            }
        }
    }
}
