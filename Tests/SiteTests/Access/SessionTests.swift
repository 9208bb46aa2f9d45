import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct SessionTests {
    private static let json = ["Content-Type": "application/json"]
    private static let ours = ["Sec-Fetch-Site": "same-origin"]

    private func signIn(
        _ site: SiteUnderTest,
        _ token: String,
        _ more: [String: String] = [:]
    ) async throws -> Loopback.Answer {
        try await Loopback.ask(
            site.port,
            "POST",
            "/api/v1/session",
            headers: Self.json.merging(more) { $1 },
            body: #"{"token":"\#(token)"}"#
        )
    }

    private func cookie(_ answer: Loopback.Answer) throws -> String {
        String(try #require(answer.headers["set-cookie"]).prefix { $0 != ";" })
    }

    @Test("a token given on the sign-in page opens the site for that browser, until it signs out")
    func life() async throws {
        try await SiteUnderTest.with(configure: { $0.reading = .token }) { (site) async throws in
            #expect(try await Loopback.ask(site.port, "/api/v1/site").status == 401)
            #expect(try await Loopback.ask(site.port, "/api/v1/live").status == 401)
            #expect(try await Loopback.ask(site.port, "/sign-in").status == 200)
            let answer = try await signIn(site, "reader")
            #expect(answer.status == 200)
            #expect(answer.text == #"{"reading":"token","writing":"token","name":"dashboard","scope":"read"}"#)
            let header = try #require(answer.headers["set-cookie"])
            #expect(header.hasSuffix("; Path=/; HttpOnly; SameSite=Strict"))
            #expect(!header.contains("reader"))
            let cookie = ["Cookie": "other=1; " + (try cookie(answer))]
            #expect(try await Loopback.ask(site.port, "/api/v1/site", headers: cookie).status == 200)
            #expect(try await Loopback.ask(site.port, "/metrics", headers: cookie).status == 200)
            let out = try await Loopback.ask(
                site.port,
                "DELETE",
                "/api/v1/session",
                headers: cookie.merging(Self.ours) { $1 }
            )
            #expect(out.status == 200 && out.headers["set-cookie"]?.contains("Max-Age=0") == true)
            #expect(try await Loopback.ask(site.port, "/api/v1/site", headers: cookie).status == 401)
        }
    }

    @Test("a session ends when its token is revoked")
    func revoked() async throws {
        try await SiteUnderTest.with(configure: { $0.reading = .token }) { (site) async throws in
            let cookie = ["Cookie": try cookie(try await signIn(site, "reader"))]
            #expect(try await Loopback.ask(site.port, "/api/v1/site", headers: cookie).status == 200)
            site.tokens.revoke("reader")
            #expect(try await Loopback.ask(site.port, "/api/v1/site", headers: cookie).status == 401)
        }
    }

    @Test(
        "forged cookies open nothing",
        arguments: [
            "pelacak=", "pelacak=" + String(repeating: "0", count: 64), "pelacak=writer",
            "__Host-pelacak=" + String(repeating: "0", count: 64),
            "pelacak=" + String(repeating: "'", count: 64), "pelacak=" + String(repeating: "f", count: 6000),
            ";;;=;=pelacak",
        ]
    )
    func forged(cookie: String) async throws {
        try await SiteUnderTest.with(configure: { $0.reading = .token }) { (site) async throws in
            _ = try await signIn(site, "reader")
            #expect(try await Loopback.ask(site.port, "/api/v1/site", headers: ["Cookie": cookie]).status == 401)
        }
    }

    @Test("a part of the right cookie opens nothing, nor does the cookie of a connection of the other kind")
    func parts() async throws {
        try await SiteUnderTest.with(configure: { $0.reading = .token }) { (site) async throws in
            let right = try cookie(try await signIn(site, "reader"))
            let wrong = [
                String(right.dropLast()), right + "0", String(right.dropLast()) + "g", "__Host-" + right,
                right.uppercased(),
            ]
            for cookie in wrong where cookie != right {
                #expect(
                    try await Loopback.ask(site.port, "/api/v1/site", headers: ["Cookie": cookie]).status == 401,
                    "\(cookie)"
                )
            }
        }
    }

    @Test("a session of scope write may change sources from our own pages only; one of scope read may not at all")
    func writing() async throws {
        try await SiteUnderTest.with(configure: { $0.token = "configured" }) { (site) async throws in
            let body = #"{"name":"roof","specification":"beast+tcp://127.0.0.1:30005"}"#
            func add(_ headers: [String: String]) async throws -> Int {
                try await Loopback.ask(
                    site.port,
                    "POST",
                    "/api/v1/sources",
                    headers: headers.merging(Self.json) { $1 },
                    body: body
                ).status
            }
            let reader = ["Cookie": try cookie(try await signIn(site, "reader"))]
            #expect(try await add(reader.merging(Self.ours) { $1 }) == 403)
            let writer = ["Cookie": try cookie(try await signIn(site, "writer"))]
            #expect(try await add(writer) == 403, "a cookie without a word of the browser about the page")
            #expect(try await add(writer.merging(["Origin": "http://evil.example"]) { $1 }) == 403)
            #expect(try await add(writer.merging(["Sec-Fetch-Site": "cross-site"]) { $1 }) == 403)
            #expect(try await add(writer.merging(Self.ours) { $1 }) == 201)
            #expect(try await add(["Authorization": "Bearer reader"]) == 403)
            let list = try await Loopback.ask(site.port, "/api/v1/sources", headers: writer)
            #expect(list.text.contains("127.0.0.1:30005") && list.text.contains(#""mayWrite":true"#))
            let hidden = try await Loopback.ask(site.port, "/api/v1/sources", headers: reader)
            #expect(!hidden.text.contains("127.0.0.1") && !hidden.text.contains("mayWrite"))
        }
    }

    @Test("signing in from another site, with a wrong token or with a wrong body is refused")
    func refused() async throws {
        try await SiteUnderTest.with(configure: { $0.reading = .token }) { (site) async throws in
            #expect(try await signIn(site, "reader", ["Origin": "http://evil.example"]).status == 403)
            #expect(try await signIn(site, "wrong").status == 401)
            #expect(try await signIn(site, "").status == 401)
            #expect(
                try await Loopback.ask(site.port, "POST", "/api/v1/session", headers: Self.json, body: "[]").status
                    == 422
            )
            #expect(try await Loopback.ask(site.port, "PUT", "/api/v1/session").status == 405)
        }
    }

    @Test("a flood of wrong tokens is told to wait")
    func flood() async throws {
        try await SiteUnderTest.with(clock: { 5 }, configure: { $0.reading = .token }) { (site) async throws in
            for _ in 0..<10 { #expect(try await signIn(site, "wrong").status == 401) }
            for _ in 0..<5 {
                let answer = try await signIn(site, "wrong")
                #expect(answer.status == 429 && answer.headers["retry-after"] == "10")
            }
            #expect(try await Loopback.ask(site.port, "/healthz").status == 200)
        }
    }

    @Test("sessions end by themselves and are bounded")
    func table() {
        let table = SessionTable(capacity: 10)
        let holder = TokenHolder(id: "7", name: "x", scope: .read)
        let first = table.begin(holder, now: 0)
        #expect(first.utf8.count == 64)
        #expect(table.holder(first, now: SessionTable.seconds - 1) == "7")
        #expect(table.holder(first, now: SessionTable.seconds) == nil)
        let secrets = (0..<100).map { table.begin(holder, now: Double($0)) }
        #expect(Set(secrets).count == 100 && table.count == 10)
        #expect(table.holder(secrets[99], now: 100) == "7")
    }
}
