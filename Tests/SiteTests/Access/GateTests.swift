import Aero
import Hummingbird
import Synchronization
import Testing

@testable import Site

struct GateTests {
    /// Seconds that a test sets.
    final class Hand: Sendable {
        private let value = Mutex(0.0)
        var now: Double { value.withLock { $0 } }
        func set(_ seconds: Double) { value.withLock { $0 = seconds } }
    }

    private static let outside = InternetAddress("203.0.113.9")
    private static let loopback = InternetAddress("127.0.0.1")

    private static func configuration(_ configure: (inout SiteConfiguration) -> Void = { _ in }) -> SiteConfiguration {
        var configuration = SiteConfiguration(host: "0.0.0.0", webFolder: "/none", version: "1")
        configure(&configuration)
        return configuration
    }

    private static func head(
        _ fields: [String: String] = [:],
        path: String = "/api/v1/aircraft",
        host: String? = "localhost:8080"
    ) -> HTTPRequest {
        var head = HTTPRequest(method: .get, scheme: "http", authority: host, path: path)
        for (name, value) in fields { if let name = HTTPFields.Element.Name(name) { head.headerFields[name] = value } }
        return head
    }

    @Test("tokens tell the holder; a wrong one makes nobody of the visitor")
    func tokens() throws {
        let gate = Gate(Self.configuration { $0.token = "configured" }, book: FakeTokens())
        func scope(_ authorization: String) throws -> TokenScope? {
            try gate.admit(Self.head(["Authorization": authorization]), from: Self.outside).holder?.scope
        }
        #expect(try scope("Bearer reader") == .read)
        #expect(try scope("bearer  writer") == .write)
        #expect(try scope("Bearer configured") == .write)
        for wrong in ["Bearer wrong", "Bearer", "Basic reader", "reader", "Bearer reader x", "Bearer configure"] {
            #expect(try scope(wrong) == nil, "\(wrong)")
        }
    }

    @Test("too many wrong tokens from an address are refused unread, the right one too, until time has passed")
    func wrongTokens() throws {
        let hand = Hand()
        let gate = Gate(Self.configuration(), book: FakeTokens(), now: { hand.now })
        for _ in 0..<10 {
            #expect(try gate.admit(Self.head(["Authorization": "Bearer x"]), from: Self.outside).holder == nil)
        }
        for token in ["x", "writer"] {
            let error = #expect(throws: APIError.self) {
                try gate.admit(Self.head(["Authorization": "Bearer \(token)"]), from: Self.outside)
            }
            #expect(error?.status == .tooManyRequests)
            #expect(error?.headers[.retryAfter] == "10")
        }
        // Others are not concerned, and who shows no token is not either.
        #expect(try gate.admit(Self.head(["Authorization": "Bearer writer"]), from: Self.loopback).holder != nil)
        #expect(try gate.admit(Self.head(), from: Self.outside).holder == nil)
        hand.set(11)
        #expect(
            try gate.admit(Self.head(["Authorization": "Bearer writer"]), from: Self.outside).holder?.scope == .write
        )
    }

    @Test("requests without a token are limited by address; this machine and holders of a token are not")
    func requests() throws {
        let hand = Hand()
        let gate = Gate(Self.configuration { $0.limits.requestsAtOnce = 5 }, book: FakeTokens(), now: { hand.now })
        for _ in 0..<5 { _ = try gate.admit(Self.head(), from: Self.outside) }
        #expect(throws: APIError.self) { try gate.admit(Self.head(), from: Self.outside) }
        for _ in 0..<50 {
            _ = try gate.admit(Self.head(), from: Self.loopback)
            _ = try gate.admit(Self.head(["Authorization": "Bearer reader"]), from: Self.outside)
        }
        hand.set(1)
        #expect(throws: Never.self) { try gate.admit(Self.head(), from: Self.outside) }
    }

    @Test(
        "behind a trusted proxy the last address that is not a proxy's counts, whatever the client wrote before it",
        arguments: [
            ("198.51.100.1", "198.51.100.1"), ("1.2.3.4, 198.51.100.1", "198.51.100.1"),
            ("127.0.0.1, 198.51.100.1", "198.51.100.1"), ("198.51.100.1, 10.0.0.7", "198.51.100.1"),
            ("198.51.100.1:4711", "198.51.100.1"), ("\"[2001:db8::1]:80\"", "2001:db8::1"), ("nonsense", "10.0.0.1"),
            ("198.51.100.1, nonsense, 10.0.0.7", "10.0.0.7"), ("", "10.0.0.1"),
        ]
    )
    func proxy(header: String, expected: String) throws {
        let gate = Gate(
            Self.configuration { $0.trustedProxies = ["10.0.0.0/8"].compactMap { InternetRange($0) } },
            book: nil
        )
        let visitor = try gate.admit(Self.head(["X-Forwarded-For": header]), from: InternetAddress("10.0.0.1"))
        let wanted = InternetAddress(expected)
        #expect(wanted != nil && visitor.address == wanted)
        #expect(!visitor.isLocal)
    }

    @Test("who is no trusted proxy is not believed, and a request that was passed on is not this machine's")
    func untrusted() throws {
        let gate = Gate(Self.configuration(), book: nil)
        let header = ["X-Forwarded-For": "127.0.0.1", "X-Forwarded-Proto": "https"]
        let visitor = try gate.admit(Self.head(header), from: Self.outside)
        #expect(visitor.address == Self.outside && !visitor.isLocal && !visitor.isSecure)
        #expect(try !gate.admit(Self.head(header), from: Self.loopback).isLocal)
        #expect(try gate.admit(Self.head(), from: Self.loopback).isLocal)
        // Another site's name that was made to resolve to this machine is none of ours.
        for host in ["evil.example", "evil.example:8080", "127.0.0.1.evil.example", "", nil] {
            #expect(try !gate.admit(Self.head(host: host), from: Self.loopback).isLocal, "\(host ?? "none")")
        }
        for host in ["127.0.0.1:8080", "[::1]:8080", "LOCALHOST", "0.0.0.0:8080"] {
            #expect(try gate.admit(Self.head(host: host), from: Self.loopback).isLocal, "\(host)")
        }
    }

    @Test("a chain of proxies that is longer than any real one is cut")
    func longChain() throws {
        let trust = ProxyTrust(trusted: ["10.0.0.0/8"].compactMap { InternetRange($0) })
        var fields = HTTPFields()
        fields[try #require(HTTPFields.Element.Name("X-Forwarded-For"))] = Array(repeating: "10.0.0.2", count: 500)
            .joined(separator: ",")
        let peer = try #require(InternetAddress("10.0.0.1"))
        #expect(trust.client(of: peer, fields) == InternetAddress("10.0.0.2"))
    }

    @Test("without a token nothing is given out that is not named as open, whatever will be added")
    func closedByDefault() throws {
        let gate = Gate(Self.configuration { $0.reading = .token }, book: FakeTokens())
        let visitor = try gate.admit(Self.head(), from: Self.loopback)
        for path in [
            "/api/v1/aircraft", "/api/v1/live", "/data/aircraft.json", "/re-api/", "/v2/mil", "/api/states/all",
            "/tar1090/",
            "/globe_history/x", "/basemap/1/0/0.pbf", "/something/new", "/api/v1/sources", "/readyz/x",
        ] {
            let target = try #require(RequestTarget(path))
            #expect(throws: APIError.self, "\(path)") {
                try gate.checkReading(RouteClass(target.path), Self.head(path: path), visitor)
            }
        }
        for path in [
            "/", "/objections?edition=1", "/flights", "/airport?id=WIII", "/visits", "/visit?id=v1", "/alerts",
            "/watches?new=1", "/outlets",
            "/sources", "/about", "/sign-in",
            "/web/js/main.js",
            "/vendor/maplibre-gl.js", "/api/v1/session",
            "/healthz",
        ] {
            let target = try #require(RequestTarget(path))
            #expect(throws: Never.self, "\(path)") {
                try gate.checkReading(RouteClass(target.path), Self.head(path: path), visitor)
            }
        }
    }

    @Test("a browser that asks for a page is led to the sign-in page, and nothing of the path gets out of its place")
    func navigation() throws {
        let gate = Gate(Self.configuration { $0.reading = .token }, book: nil)
        let head = Self.head(["Accept": "text/html", "Sec-Fetch-Mode": "navigate"], path: "/tar1090/?a=1#\"%08")
        let error = #expect(throws: APIError.self) { try gate.checkReading(.tar1090, head, Visitor()) }
        #expect(error?.status == .seeOther)
        #expect(error?.headers[.location] == "/sign-in#next=/tar1090/%3Fa%3D1%23%22%2508")
        let script = Self.head(["Accept": "text/html", "Sec-Fetch-Mode": "cors"])
        #expect(
            #expect(throws: APIError.self) { try gate.checkReading(.api, script, Visitor()) }?.status == .unauthorized
        )
    }
}
