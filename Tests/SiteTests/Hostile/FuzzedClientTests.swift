import TestSupport
import Testing

@testable import Site

/// A client that makes requests up from pieces that mean something and pieces that do not.
@Suite(.timeLimit(.minutes(10)))
struct FuzzedClientTests {
    private static let pieces = [
        "api", "v1", "aircraft", "484159", "~2a00f3", "trail", "track", "live", "site", "sources", "test", "receivers",
        "data", "aircraft.json", "receiver.json", "openapi.json", "basemap", "1", "0", "1.pbf", "", ".", "..", "%2e%2e",
        "%00", "%", "é", "web", "main.js", "roof", "-1", "99999999999999999999", "zz", "{hex}",
    ]
    private static let queries = [
        "", "?view=1,2,3,4", "?view=", "?every=0", "?every=-1", "?view=nan,nan,nan,nan", "?view=1e309,0,0,0", "?=&&=",
        "?%",
        "?every=1&every=2", "?view=180,0,-180,0", "?view=-999,-90,999,90", "?x=" + String(repeating: "y", count: 1500),
    ]
    private static let bodies = [
        "{", "{}", "[]", "null", "\"x\"", "1e999", "{\"name\":null}", "{\"paused\":\"yes\"}", "{\"paused\":true}",
        "{\"name\":\"a\",\"specification\":\"beast+tcp://127.0.0.1:1\"}", String(repeating: "[", count: 10_000),
        "{\"place\":{\"latitude\":1e400,\"longitude\":0}}", "{\"name\":\"\\u0000\",\"specification\":\"x\"}",
        "\u{FEFF}{}",
        "{\"name\":\"\(String(repeating: "n", count: 65))\",\"specification\":\"x\"}",
    ]
    private static let headers = [
        ("Content-Type", "application/json"), ("Content-Type", "text/plain"), ("Origin", "http://evil.example"),
        ("Accept-Encoding", "gzip;q=nan, *;q=-1"), ("If-None-Match", "\"\", W/, *"), ("Authorization", "Bearer  "),
        ("Range", "bytes=0-0,-1"), ("Expect", "100-continue"), ("Sec-Fetch-Site", "cross-site"), ("Upgrade", "h2c"),
        ("Connection", "keep-alive, Upgrade"), ("Cookie", "a=b"), ("X", String(repeating: "z", count: 4000)),
    ]

    private func question(_ random: inout SplitMix) -> Question {
        let methods = ["GET", "GET", "GET", "HEAD", "POST", "PATCH", "DELETE", "PUT", "OPTIONS"]
        let method = methods[random.below(methods.count)]
        var target = (0..<(2 + random.below(4))).map { _ in "/" + Self.pieces[random.below(Self.pieces.count)] }
            .joined()
        if random.below(3) == 0 { target = "/api/v1/" + Self.pieces[random.below(Self.pieces.count)] }
        if random.below(2) == 0 { target += Self.queries[random.below(Self.queries.count)] }
        var headers: [String: String] = [:]
        for _ in 0..<random.below(4) {
            let (name, value) = Self.headers[random.below(Self.headers.count)]
            headers[name] = value
        }
        let body = random.below(3) == 0 ? Self.bodies[random.below(Self.bodies.count)] : nil
        return Question(method: method, target: target, headers: headers, body: body, status: 0)
    }

    @Test("whatever is asked, the answer is HTTP, no fault of the server, and as the document says", arguments: 0..<4)
    func answers(seed: UInt64) async throws {
        let document = try OpenAPIDocument.ofCheckout()
        try await SiteUnderTest.with(sky: FakeSky([Tracks.everything(), Tracks.bare()])) { (site) async throws in
            var random = SplitMix(state: seed)
            for _ in 0..<250 {
                let question = question(&random)
                // A stream has no end: only its head is waited for.
                let answer = try await Loopback.with(site.port) { connection in
                    try await connection.send(
                        Loopback.request(
                            question.method,
                            question.target,
                            headers: question.headers,
                            body: question.body
                        )
                    )
                    let head = try await connection.head()
                    let isStream = head.headers["content-type"] == "application/octet-stream"
                    return isStream ? head : try await connection.body(of: head, hasBody: question.method != "HEAD")
                }
                #expect(answer.status < 500 || answer.status == 503, "\(question): \(answer.status)")
                #expect(answer.headers["content-security-policy"] != nil, "\(question)")
                if answer.status >= 400, question.method != "HEAD" {
                    let form = try #require(document.schema.resolve("#/components/schemas/Error"))
                    #expect(
                        document.schema.findings(try JSONValue(answer.body), form).isEmpty,
                        "\(question): \(answer.text)"
                    )
                }
                if document.template(of: question.target) != nil, answer.status < 400, question.method == "GET",
                    answer.headers["content-encoding"] == nil, !question.target.hasPrefix("/api/v1/live")
                {
                    let whole = OpenAPIDocument.Answer(
                        status: answer.status,
                        headers: answer.headers,
                        body: answer.body
                    )
                    #expect(document.findings("GET", question.target, whole).isEmpty, "\(question)")
                }
            }
            #expect(try await Loopback.ask(site.port, "/").status == 200)
        }
    }
}
