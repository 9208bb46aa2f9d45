import Aero
import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)))
struct SourceRoutesTests {
    private static let json = ["Content-Type": "application/json"]
    private static let roof =
        #"{"name":"roof","address":"127.0.0.1:30005","format":"beast","clock":"gps","place":{"latitude":52.1,"longitude":4.2,"metres":12}}"#

    @Test("a source is added, listed without its place, paused, taken out")
    func life() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let added = try await Loopback.ask(
                site.port,
                "POST",
                "/api/v1/sources",
                headers: SourceRoutesTests.json,
                body: SourceRoutesTests.roof
            )
            #expect(added.status == 201)
            #expect(added.text.hasPrefix(#"{"simulated":true,"id":"roof","name":"roof""#))
            let draft = try #require(site.desk.given.first)
            #expect(draft.endpoint == .address("127.0.0.1:30005", format: .beast))
            #expect(draft.clock == .gps && draft.place?.height == 12)
            let list = try await Loopback.ask(site.port, "/api/v1/sources")
            #expect(list.text.contains(#""hasPlace":true"#))
            #expect(list.text.contains(#""config":"pelacak.yaml","writing":"open""#))
            #expect(!list.text.contains("52.1"))
            let again = try await Loopback.ask(
                site.port,
                "POST",
                "/api/v1/sources",
                headers: SourceRoutesTests.json,
                body: SourceRoutesTests.roof
            )
            #expect(again.status == 409)
            #expect(again.text == #"{"error":"the name roof is taken","code":"name-taken","field":"name"}"#)
            let paused = try await Loopback.ask(
                site.port,
                "PATCH",
                "/api/v1/sources/roof",
                headers: SourceRoutesTests.json,
                body: #"{"paused":true}"#
            )
            #expect(paused.status == 200 && paused.text.contains(#""state":"paused""#))
            #expect(try await Loopback.ask(site.port, "DELETE", "/api/v1/sources/roof").status == 204)
            #expect(try await Loopback.ask(site.port, "DELETE", "/api/v1/sources/roof").status == 404)
        }
    }

    @Test("a trial answers one line a report and ends")
    func trial() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await Loopback.ask(
                site.port,
                "POST",
                "/api/v1/sources/test",
                headers: SourceRoutesTests.json,
                body: #"{"specification":"beast+tcp://127.0.0.1:30005"}"#
            )
            #expect(answer.headers["content-type"] == "application/x-ndjson")
            let lines = answer.text.split(separator: "\n")
            #expect(lines.count == 3)
            #expect(lines.last?.hasSuffix(#""guess":"beast","done":true}"#) == true)
        }
    }

    @Test(
        "a body that is wrong is told which field",
        arguments: [
            (#"{"name":"x"}"#, 422, "address"), (#"{"name":"","address":"h:1","format":"beast"}"#, 422, "name"),
            (#"{"name":"x","address":"h","format":"beast"}"#, 422, "address"),
            (#"{"name":"x","address":"h:0","format":"beast"}"#, 422, "address"),
            (#"{"name":"x","address":"h:1","format":"cat"}"#, 422, "format"),
            (#"{"name":"x","address":"h:1","format":"beast","clock":"sun"}"#, 422, "clock"),
            (#"{"name":"x","address":"h:1","format":"beast","place":{"latitude":91,"longitude":0}}"#, 422, "place"),
            (#"{"name":"x","address":"h:1","format":"beast","place":{"latitude":1}}"#, 422, "place"),
            (#"{"name":5}"#, 422, "name"), (#"{"name":"a\u0000b","specification":"x"}"#, 422, "name"),
            (#"{"name":"x","specification":"y","format":"beast"}"#, 422, "specification"), ("{", 400, nil),
            ("", 400, nil),
            ("[]", 422, "body"), (#"{"name":"readonly","specification":"x"}"#, 503, nil),
        ] as [(String, Int, String?)]
    )
    func wrongBodies(body: String, status: Int, field: String?) async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await Loopback.ask(
                site.port,
                "POST",
                "/api/v1/sources",
                headers: SourceRoutesTests.json,
                body: body
            )
            #expect(answer.status == status)
            if let field { #expect(answer.text.contains("\"field\":\"\(field)\"")) }
        }
    }

    @Test("a body that is too large is 413, declared or chunked; one that is not JSON by its type is 400")
    func oversized() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let large = String(repeating: "x", count: 16_385)
            let declared = try await Loopback.ask(
                site.port,
                "POST",
                "/api/v1/sources",
                headers: SourceRoutesTests.json,
                body: large
            )
            #expect(declared.status == 413)
            let chunked = try await Loopback.with(site.port) { connection in
                let head = Loopback.request(
                    "POST",
                    "/api/v1/sources",
                    headers: ["Content-Type": "application/json", "Transfer-Encoding": "chunked"]
                )
                try await connection.send(head + "4001\r\n" + large + "\r\n")
                return try await connection.answer()
            }
            #expect(chunked.status == 413)
            let plain = try await Loopback.ask(
                site.port,
                "POST",
                "/api/v1/sources",
                headers: ["Content-Type": "text/plain"],
                body: SourceRoutesTests.roof
            )
            #expect(plain.status == 400)
            #expect(site.desk.given.isEmpty)
        }
    }

    @Test(
        "writing on loopback is refused to other sites and other names",
        arguments: [
            (["Origin": "http://evil.example"], 403), (["Origin": "null"], 403), (["Host": "evil.example"], 403),
            (["Host": "evil.example", "Origin": "http://evil.example"], 403), (["Sec-Fetch-Site": "cross-site"], 403),
            (["Host": "localhost.evil.example"], 403), (["Host": "127.0.0.1.evil.example"], 403),
            (["Host": "localhost:8080", "Origin": "http://localhost:8080"], 201), (["Host": "[::1]:8080"], 201),
            (["Host": "127.0.0.1", "Sec-Fetch-Site": "same-origin"], 201),
        ]
    )
    func foreign(headers: [String: String], status: Int) async throws {
        try await SiteUnderTest.with { (site) async throws in
            let all = headers.merging(SourceRoutesTests.json) { first, _ in first }
            let answer = try await Loopback.ask(
                site.port,
                "POST",
                "/api/v1/sources",
                headers: all,
                body: SourceRoutesTests.roof
            )
            #expect(answer.status == status)
            #expect(site.desk.given.isEmpty == (status == 403))
        }
    }

    @Test(
        "with a token, writing needs exactly it",
        arguments: [
            (nil, 401), ("Bearer wrong", 401), ("Bearer secretsecret", 401), ("Bearer", 401), ("Basic secret", 401),
            ("Bearer secre", 401), ("Bearer secret", 201), ("bearer secret", 201),
        ] as [(String?, Int)]
    )
    func token(authorization: String?, status: Int) async throws {
        try await SiteUnderTest.with(configure: { $0.token = "secret" }) { (site) async throws in
            var headers = SourceRoutesTests.json
            headers["Authorization"] = authorization
            let answer = try await Loopback.ask(
                site.port,
                "POST",
                "/api/v1/sources",
                headers: headers,
                body: SourceRoutesTests.roof
            )
            #expect(answer.status == status)
            #expect(try await Loopback.ask(site.port, "/api/v1/sources").text.contains(#""writing":"token""#))
        }
    }

    @Test("where sources are is told only to who may write")
    func addressesNeedTheToken() async throws {
        try await SiteUnderTest.with(configure: { $0.token = "secret" }) { (site) async throws in
            var headers = SourceRoutesTests.json
            headers["Authorization"] = "Bearer secret"
            let added = try await Loopback.ask(
                site.port,
                "POST",
                "/api/v1/sources",
                headers: headers,
                body: SourceRoutesTests.roof
            )
            #expect(added.status == 201)
            let list = try await Loopback.ask(site.port, "/api/v1/sources", headers: headers)
            #expect(list.text.contains("127.0.0.1:30005"))
            let hidden = try await Loopback.ask(site.port, "/api/v1/sources").text
            #expect(hidden.contains("\"sources\":[{"))
            #expect(!hidden.contains("127.0.0.1"))
            #expect(!hidden.contains("\"detail\""))
        }
    }

    @Test("beyond loopback without a token, writing is off and reading is not")
    func openToAll() async throws {
        try await SiteUnderTest.with(configure: { $0.host = "0.0.0.0" }) { (site) async throws in
            let answer = try await Loopback.ask(
                site.port,
                "POST",
                "/api/v1/sources",
                headers: SourceRoutesTests.json,
                body: SourceRoutesTests.roof
            )
            #expect(answer.status == 401)
            #expect(try await Loopback.ask(site.port, "/").status == 200)
        }
    }

    @Test(
        "where writing is open, whom a proxy passes on and who asks under another's name is a stranger",
        arguments: [
            ["X-Forwarded-For": "8.8.8.8"], ["Forwarded": "for=8.8.8.8"], ["X-Real-IP": "8.8.8.8"],
            ["Host": "evil.example"], ["Host": "127.0.0.1.evil.example"],
        ]
    )
    func strangersWhereWritingIsOpen(headers: [String: String]) async throws {
        try await SiteUnderTest.with { (site) async throws in
            var source = SourceStatus(
                id: "roof",
                name: "roof",
                specification: "beast+listen://192.0.2.7:30004",
                format: "beast",
                state: .listening,
                detail: "from 192.0.2.9"
            )
            source.feeders = [FeederStatus(name: "hill")]
            source.feeders[0].lastHeard = Tracks.now
            site.desk.set([source])
            let own = try await Loopback.ask(site.port, "/api/v1/sources").text
            #expect(own.contains("192.0.2.7") && own.contains("lastHeard") && own.contains("192.0.2.9"))
            let told = try await Loopback.ask(site.port, "/api/v1/sources", headers: headers)
            #expect(told.status == 200 && told.text.contains("hill"))
            #expect(!told.text.contains("192.0.2") && !told.text.contains("lastHeard"))
            let receivers = try await Loopback.ask(site.port, "/api/v1/receivers", headers: headers).text
            #expect(receivers.contains("hill") && !receivers.contains("lastHeard"))
            #expect(try await Loopback.ask(site.port, "/metrics").status == 200)
            #expect(try await Loopback.ask(site.port, "/metrics", headers: headers).status == 401)
        }
    }

    @Test("other methods are told what is answered")
    func methods() async throws {
        try await SiteUnderTest.with { (site) async throws in
            #expect(try await Loopback.ask(site.port, "PUT", "/api/v1/sources").headers["allow"] == "GET, HEAD, POST")
            #expect(try await Loopback.ask(site.port, "GET", "/api/v1/sources/test").status == 405)
            #expect(try await Loopback.ask(site.port, "POST", "/api/v1/site").status == 405)
        }
    }
}
