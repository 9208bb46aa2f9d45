import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct CORSPolicyTests {
    private static let site = "https://map.example"
    private static let shared: [String] = [
        "/api/v1/aircraft", "/api/v1/site", "/api/v1/receivers", "/api/v1/openapi.json", "/data/aircraft.json",
        "/data/receiver.json", "/v2/all", "/re-api/?all", "/api/states/all", "/api/tracks/all?icao24=abcdef",
        "/v2/nothing",
    ]
    private static let kept: [String] = [
        "/", "/api", "/api/v1/sources", "/api/v1/pins", "/api/v1/session", "/metrics", "/healthz", "/web/js/main.js",
        "/sign-in",
        "/basemap/x",
        "/nothing",
    ]

    private func names(_ answer: Loopback.Answer) -> [String] {
        answer.headers.keys.filter { $0.hasPrefix("access-control") }.sorted()
    }

    @Test(
        "without the setting no answer carries a word of it",
        arguments: CORSPolicyTests.shared + CORSPolicyTests.kept
    )
    func off(path: String) async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await Loopback.ask(site.port, path, headers: ["Origin": Self.site])
            #expect(names(answer).isEmpty && answer.headers["vary"]?.contains("Origin") != true)
            let asked = ["Origin": Self.site, "Access-Control-Request-Method": "GET"]
            #expect(try await Loopback.ask(site.port, "OPTIONS", path, headers: asked).status == 405)
        }
    }

    @Test("sites that are named may read interfaces, nobody else, and errors too", arguments: CORSPolicyTests.shared)
    func isNamed(path: String) async throws {
        try await SiteUnderTest.with(configure: { $0.cors = .origins([Self.site, "http://localhost:3000"]) }) {
            (site) async throws in
            for origin in [Self.site, "http://localhost:3000"] {
                let answer = try await Loopback.ask(site.port, path, headers: ["Origin": origin])
                #expect(answer.headers["access-control-allow-origin"] == origin)
                #expect(names(answer) == ["access-control-allow-origin", "access-control-expose-headers"])
                #expect(answer.headers["vary"]?.contains("Origin") == true)
            }
            for origin in ["https://map.example.evil", "http://map.example", "null", "*", ""] {
                let answer = try await Loopback.ask(site.port, path, headers: ["Origin": origin])
                // A cache must not keep for one what was said to another.
                #expect(names(answer).isEmpty && answer.headers["vary"]?.contains("Origin") == true)
            }
            #expect(try await Loopback.ask(site.port, path).headers["vary"]?.contains("Origin") == true)
        }
    }

    @Test("everybody may read, and what is shared is the same for all", arguments: CORSPolicyTests.shared)
    func everybody(path: String) async throws {
        try await SiteUnderTest.with(configure: { $0.cors = .everybody }) { (site) async throws in
            let answer = try await Loopback.ask(site.port, path, headers: ["Origin": Self.site])
            #expect(answer.headers["access-control-allow-origin"] == "*")
            #expect(answer.headers["vary"]?.contains("Origin") != true)
            #expect(answer.headers["cross-origin-resource-policy"] == "same-origin")
            #expect(try await names(Loopback.ask(site.port, path)).isEmpty)
        }
    }

    @Test("pages, sources, sessions and figures are kept from others' scripts", arguments: CORSPolicyTests.kept)
    func isKept(path: String) async throws {
        try await SiteUnderTest.with(configure: { $0.cors = .everybody }) { (site) async throws in
            let asked = ["Origin": Self.site, "Access-Control-Request-Method": "POST"]
            for method in ["GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"] {
                let answer = try await Loopback.ask(site.port, method, path, headers: asked)
                #expect(names(answer).isEmpty, "\(method)")
            }
        }
    }

    @Test("a browser that asks first is told: reading, any header but Authorization, no credentials")
    func preflight() async throws {
        try await SiteUnderTest.with(configure: { $0.cors = .origins([Self.site]) }) { (site) async throws in
            for wanted in ["GET", "DELETE"] {
                let asked = [
                    "Origin": Self.site, "Access-Control-Request-Method": wanted,
                    "Access-Control-Request-Headers": "authorization, if-none-match",
                ]
                let answer = try await Loopback.ask(site.port, "OPTIONS", "/api/v1/aircraft", headers: asked)
                #expect(answer.status == 204 && answer.body.isEmpty)
                #expect(answer.headers["access-control-allow-origin"] == Self.site)
                #expect(answer.headers["access-control-allow-methods"] == "GET, HEAD")
                #expect(answer.headers["access-control-allow-headers"] == "*")
                #expect(answer.headers["access-control-allow-credentials"] == nil)
                #expect(answer.headers["x-content-type-options"] == "nosniff")
            }
            // Not a question, or of a stranger: a method that is not answered, as ever.
            for headers in [
                ["Origin": Self.site], ["Origin": "https://evil.example", "Access-Control-Request-Method": "GET"],
            ] {
                #expect(
                    try await Loopback.ask(site.port, "OPTIONS", "/api/v1/aircraft", headers: headers).status == 405
                )
            }
            let body = ["Origin": Self.site, "Access-Control-Request-Method": "GET"]
            #expect(
                try await Loopback.ask(site.port, "OPTIONS", "/api/v1/aircraft", headers: body, body: "x").status == 400
            )
        }
    }

    @Test("in the browser of one who may write another site reads what a stranger reads")
    func stranger() async throws {
        try await SiteUnderTest.with(configure: { $0.cors = .everybody }) { (site) async throws in
            var feeder = FeederStatus(name: "hill")
            feeder.lastHeard = Tracks.now
            var source = SourceStatus(
                id: "s1",
                name: "field",
                specification: "beast+listen://192.0.2.7:30004",
                format: "beast",
                state: .listening
            )
            source.feeders = [feeder]
            site.desk.set([source])
            #expect(try await Loopback.ask(site.port, "/api/v1/receivers").text.contains("lastHeard"))
            for origin in [Self.site, "null", "http://localhost:3000"] {
                let answer = try await Loopback.ask(site.port, "/api/v1/receivers", headers: ["Origin": origin])
                #expect(answer.status == 200 && !answer.text.contains("lastHeard"))
            }
        }
    }

    @Test(
        "an origin is what browsers send",
        arguments: [
            ("https://Map.Example", "https://map.example"), ("https://map.example:443", "https://map.example"),
            ("http://map.example:80", "http://map.example"), ("http://127.0.0.1:3000", "http://127.0.0.1:3000"),
            ("http://[::1]:8081", "http://[::1]:8081"), ("https://map.example/", nil), ("map.example", nil),
            ("null", nil),
            ("ftp://map.example", nil), ("https://", nil), ("https://a b", nil), ("https://u@map.example", nil),
            ("*", nil),
            ("https://map.example:", nil), ("https://a://b", nil), ("https://*.example", nil), ("", nil),
        ] as [(String, String?)]
    )
    func origins(text: String, origin: String?) { #expect(CORSPolicy.origin(text) == origin) }
}
