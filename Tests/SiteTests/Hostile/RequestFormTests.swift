import Foundation
import Testing

@testable import Site

/// Requests that are odd, old or made to be understood in two ways.
@Suite(.timeLimit(.minutes(10)))
struct RequestFormTests {
    /// Everything that is answered to some bytes, until the server closes.
    private func answer(_ port: Int, _ text: String) async throws -> String {
        try await Loopback.with(port) { connection in
            try await connection.send(text)
            return String(decoding: try await connection.rest(), as: UTF8.self)
        }
    }

    private static let closing = "Connection: close\r\n\r\n"

    @Test(
        "what may be understood in two ways is refused",
        arguments: [
            "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n" + closing, "GET / HTTP/1.1\r\n" + closing,
            "GET http://a/ HTTP/1.1\r\nHost: b\r\n" + closing, "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n" + closing,
            "POST /api/v1/sources HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
            "POST /api/v1/sources HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
            "POST /api/v1/sources HTTP/1.1\r\nHost: localhost\r\nContent-Length: +2\r\n\r\n{}",
            "POST /api/v1/sources HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
            "GET / HTTP/1.1\r\nHost : localhost\r\n" + closing,
            "GET / HTTP/1.1\r\nHost: localhost\r\nA\u{0}b: c\r\n" + closing,
            "GET /\u{1} HTTP/1.1\r\nHost: localhost\r\n" + closing,
            "GET / HTTP/3.7\r\nHost: localhost\r\n" + closing,
        ]
    )
    func twoWays(text: String) async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await answer(site.port, text)
            #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
            #expect(answer.components(separatedBy: "HTTP/1.").count == 2, "\(answer)")
        }
    }

    @Test("headers that are too large or too many are refused, whole or in drops")
    func largeHeaders() async throws {
        try await SiteUnderTest.with { (site) async throws in
            let many = (0..<120).map { "H\($0): x\r\n" }.joined()
            let heavy = (0..<40).map { "H\($0): \(String(repeating: "x", count: 1000))\r\n" }.joined()
            let long = "GET /\(String(repeating: "a", count: 100_000)) HTTP/1.1\r\nHost: localhost\r\n"
            for text in [many, heavy] {
                let answer = try await answer(site.port, "GET / HTTP/1.1\r\nHost: localhost\r\n" + text + Self.closing)
                #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer.prefix(100))")
            }
            #expect(try await answer(site.port, long + Self.closing).hasPrefix("HTTP/1.1 400 "))
            #expect(try await Loopback.ask(site.port, "/" + String(repeating: "a", count: 8192)).status == 400)
            #expect(try await Loopback.ask(site.port, "/" + String(repeating: "a", count: 8000)).status == 404)
        }
    }

    @Test("a client of HTTP/1.0 gets a body without chunks and the end of the connection, also from the live stream")
    func oldClient() async throws {
        let sky = FakeSky([Tracks.whole()])
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let small = try await answer(site.port, "GET /api/v1/site HTTP/1.0\r\n\r\n")
            #expect(small.hasPrefix("HTTP/1.0 200 ") && small.hasSuffix("}"), "\(small)")
            #expect(small.lowercased().contains("\r\nconnection: close\r\n"))
            let trial = #"{"specification":"beast+tcp://127.0.0.1:30005"}"#
            let lines = try await answer(
                site.port,
                "POST /api/v1/sources/test HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: \(trial.utf8.count)\r\n\r\n\(trial)"
            )
            #expect(lines.hasPrefix("HTTP/1.0 200 ") && !lines.lowercased().contains("chunked"), "\(lines)")
            #expect(lines.components(separatedBy: "\r\n\r\n").last?.hasPrefix(#"{"second":1"#) == true, "\(lines)")
            try await Loopback.with(site.port) { connection in
                try await connection.send("GET /api/v1/live HTTP/1.0\r\n\r\n")
                // Who names no host is a stranger.
                await site.server.publicBroadcaster.waitForReaders(1)
                let head = try await connection.oldHead()
                #expect(head.contains("200") && !head.lowercased().contains("transfer-encoding"), "\(head)")
                let frame = try await connection.take(8)
                #expect(frame[4] == 1 && frame[5] == 1)
            }
            #expect(await eventually { site.server.connections.open == 0 })
        }
    }

    @Test("a target in absolute form is answered as its path is")
    func absoluteForm() async throws {
        try await SiteUnderTest.with { (site) async throws in
            for target in ["http://localhost/api/v1/site", "HTTP://LOCALHOST/api/v1/site?x=1"] {
                #expect(try await Loopback.ask(site.port, target).text.contains("\"name\":\"Pelacak\""))
            }
            #expect(try await Loopback.ask(site.port, "http://localhost").text == SiteUnderTest.page)
            #expect(try await Loopback.ask(site.port, "ftp://localhost/x").status == 404)
            let write = try await Loopback.ask(
                site.port,
                "DELETE",
                "http://evil.example/api/v1/sources/roof",
                headers: ["Host": "evil.example"]
            )
            #expect(write.status == 403)
        }
    }

    @Test(
        "nonsense in percent signs is refused, or is a name that is not there",
        arguments: [
            "/%", "/%0", "/%zz", "/%00", "/%2e%2e/%2e%2e/etc/passwd", "/%c0%ae%c0%ae/", "/%ff%fe", "/api%2fv1%2fsite",
            "/api/v1/aircraft/%25%32%35", "/api/v1/aircraft/%F0%9F%9B%A9", "/api/v1/site%20", "/api/v1/%73ite%00",
            "/%u002e", "/api/v1/live?view=%", "/api/v1/live?every=%31%00", "//api/v1/site", "/api//v1/site",
            "/api/v1/site/",
        ]
    )
    func percent(target: String) async throws {
        try await SiteUnderTest.with { (site) async throws in
            let answer = try await Loopback.ask(site.port, target)
            #expect(answer.status == 400 || answer.status == 404, "\(answer.status)")
            #expect(answer.text.hasPrefix(#"{"error":""#), "\(answer.text)")
        }
    }

    @Test("an encoded letter is the letter")
    func encoded() async throws {
        try await SiteUnderTest.with { (site) async throws in
            #expect(try await Loopback.ask(site.port, "/%61pi/v1/%73ite").status == 200)
        }
    }

    @Test("other methods are told which are answered, with the headers of all answers, and nothing is done")
    func otherMethods() async throws {
        try await SiteUnderTest.with { (site) async throws in
            for method in ["OPTIONS", "TRACE", "PUT", "PROPFIND"] {
                for target in ["/", "/api/v1/site", "/api/v1/live", "/api/v1/sources", "/data/aircraft.json", "/none"] {
                    let answer = try await Loopback.ask(site.port, method, target)
                    #expect(answer.status == 405, "\(method) \(target)")
                    #expect(answer.headers["allow"]?.contains("GET, HEAD") == true, "\(method) \(target)")
                    #expect(answer.headers["content-security-policy"] != nil)
                }
            }
            for (method, target) in [("OPTIONS", "*"), ("CONNECT", "localhost:80"), ("FOO", "/")] {
                let answer = try await Loopback.ask(site.port, method, target)
                #expect(answer.status == 400, "\(method) \(answer.status)")
            }
        }
    }
}

extension Loopback {
    /// The head of an answer of any version, as text.
    mutating func oldHead() async throws -> String {
        var bytes: [UInt8] = []
        while bytes.suffix(4) != [13, 10, 13, 10] { bytes += try await take(1) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
