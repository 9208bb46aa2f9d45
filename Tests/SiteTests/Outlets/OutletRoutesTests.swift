import Testing

@testable import Site

@Suite(.timeLimit(.minutes(5)))
struct OutletRoutesTests {
    private static let path = "/api/v1/outlets"

    @Test("who may not write is told nothing of outlets")
    func strangers() async throws {
        try await SiteUnderTest.with(outbox: FakeOutbox(), configure: { $0.token = "secret" }) { site in
            let answer = try await Loopback.ask(site.port, Self.path)
            #expect(answer.status == 401)
            #expect(!answer.text.contains("desk"))
            let own = try await Loopback.ask(site.port, Self.path, headers: ["Authorization": "Bearer secret"])
            #expect(own.text.contains(#""settings":{"chat":"-100","token":"…mnop"}"#))
        }
    }

    @Test("another site's script changes nothing", arguments: ["cross-site", "same-site"])
    func foreign(site name: String) async throws {
        try await SiteUnderTest.with(outbox: FakeOutbox()) { site in
            for (method, path) in [
                ("POST", Self.path), ("POST", Self.path + "/desk/test"), ("POST", Self.path + "/desk/again"),
                ("DELETE", Self.path + "/desk"),
            ] {
                let answer = try await Loopback.ask(site.port, method, path, headers: ["Sec-Fetch-Site": name])
                #expect(answer.status == 403, "\(method) \(path)")
            }
        }
    }

    @Test("trials at once are bounded")
    func trials() async throws {
        try await SiteUnderTest.with(outbox: FakeOutbox(), configure: { $0.limits.sourceTests = 0 }) { site in
            let answer = try await Loopback.ask(site.port, "POST", Self.path + "/desk/test")
            #expect(answer.status == 503)
        }
    }

    @Test("why nothing arrived is told in both languages")
    func bothLanguages() async throws {
        try await SiteUnderTest.with(outbox: FakeOutbox()) { site in
            let list = try await Loopback.ask(site.port, Self.path)
            let failed = #""lastError":"status 500","lastErrorText":{"en":"status 500","id":"status 500"}"#
            #expect(list.text.contains(failed))
            let trial = try await Loopback.ask(site.port, "POST", Self.path + "/mail/test")
            #expect(
                trial.text
                    == #"{"delivered":false,"error":"status 403 (it is not allowed)","#
                    + #""errorText":{"en":"status 403 (it is not allowed)","id":"status 403 (tidak diizinkan)"}}"#
            )
            let good = try await Loopback.ask(site.port, "POST", Self.path + "/desk/test")
            #expect(good.text == #"{"delivered":true}"#)
            let refused = try await Loopback.ask(
                site.port,
                "POST",
                Self.path,
                headers: ["Content-Type": "application/json"],
                body: FakeOutbox.refused
            )
            #expect(refused.status == 422 && refused.text.contains(#""id":"server itu punya alamat loopback"#))
            let invalid = try await Loopback.ask(
                site.port,
                "POST",
                Self.path,
                headers: ["Content-Type": "application/json"],
                body: #"{"name":"mail","kind":"email"}"#
            )
            #expect(invalid.text.contains(#""errorText":{"en":"not from here","id":"bukan dari sini"}"#))
        }
    }

    @Test("a new feed's address is told once")
    func feed() async throws {
        try await SiteUnderTest.with(outbox: FakeOutbox()) { site in
            let headers = ["Content-Type": "application/json"]
            let answer = try await Loopback.ask(
                site.port,
                "POST",
                Self.path,
                headers: headers,
                body: #"{"name":"news","kind":"feed"}"#
            )
            #expect(answer.text.contains("/feeds/\(FakeOutbox.key).atom"))
        }
    }
}
