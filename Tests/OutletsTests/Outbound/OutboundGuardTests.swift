import Aero
import TestServers
import Testing
import Watch

@testable import Outlets

/// Gate W6: no connection is made to an address that is refused.
struct OutboundGuardTests {
    /// By kind: addresses as a person could write them, and as a name server could answer.
    private static let hostile = [
        // Loopback, unspecified.
        "127.0.0.1", "127.0.0.2", "127.255.255.254", "0.0.0.0", "0.1.2.3", "::1", "::",
        // Private, shared.
        "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "192.168.255.255", "100.64.0.1",
        "100.127.255.255", "fc00::1", "fd12:3456:789a::1", "fdff:ffff::1",
        // Link-local, cloud metadata.
        "169.254.0.1", "169.254.169.254", "169.254.170.2", "fe80::1", "fe80::a9fe:a9fe", "febf::1", "fd00:ec2::254",
        // Documentation, benchmark, protocol, reserved.
        "192.0.0.1", "192.0.0.192", "192.0.2.1", "198.51.100.7", "203.0.113.9", "198.18.0.1", "198.19.255.255",
        "192.88.99.1",
        "240.0.0.1", "255.255.255.255", "192.31.196.1", "192.52.193.1", "192.175.48.1", "2001:db8::1", "3fff::1",
        "2001::1",
        "2001:10::1", "2001:20::1", "100::1", "5f00::1", "4000::1", "8000::1", "e000::1",
        // Multicast.
        "224.0.0.1", "239.255.255.250", "ff02::1", "ff05::2",
        // What embeds another: mapped, compatible, NAT64, 6to4, Teredo, site-local.
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "::10.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "2002:7f00:1::1", "2002:a00:1::1", "2001:0:7f00:1::1", "fec0::1",
    ]

    private static func client(
        _ resolver: FakeResolver,
        _ transport: FakeTransport,
        listed: [String] = []
    ) throws -> OutboundClient {
        let rules = OutboundRules(listed: try listed.map { try OutboundRules.Listed($0) })
        return OutboundClient(OutboundGuard(rules, resolver: resolver), transport)
    }

    @Test func theTableIsLongEnough() { #expect(Set(Self.hostile).count >= 60) }

    @Test("a name that has such an address is not connected to, whatever else it has", arguments: hostile)
    func resolved(address: String) async throws {
        try #require(InternetAddress(address) != nil)
        for answer in [[address], ["93.184.216.34", address], [address, "2606:2800:220:1::1"]] {
            let (resolver, transport) = (FakeResolver([answer]), FakeTransport())
            let client = try Self.client(resolver, transport)
            await #expect(throws: OutboundFailure.self) {
                _ = try await client.send(OutboundRequest(.get, try WebAddress("https://example.org/")))
            }
            #expect(transport.connections.isEmpty)
        }
    }

    @Test("a name server that hangs holds nobody longer than a connection may take", .timeLimit(.minutes(1)))
    func hangingNameServer() async throws {
        var limits = OutboundLimits()
        limits.connectSeconds = 0.05
        let resolver = HangingResolver()
        let border = OutboundGuard(OutboundRules(listed: []), resolver: resolver)
        let client = OutboundClient(border, FakeTransport(), limits: limits)
        await #expect(throws: OutboundFailure.timedOut(seconds: 0.05)) {
            _ = try await client.send(OutboundRequest(.get, try WebAddress("https://example.org/")))
        }
        resolver.release()
    }

    @Test("nor is the address itself", arguments: hostile)
    func literal(address: String) async throws {
        let host = address.contains(":") ? "[\(address)]" : address
        let transport = FakeTransport()
        let client = try Self.client(FakeResolver([[]]), transport)
        await #expect(throws: OutboundFailure.self) {
            _ = try await client.send(OutboundRequest(.get, try WebAddress("https://\(host)/")))
        }
        #expect(transport.connections.isEmpty)
    }

    @Test(
        "names of one's own network are not even asked for",
        arguments: ["localhost", "a.localhost", "ntfy", "ntfy.lan", "x.internal", "printer.local"]
    )
    func localNames(name: String) async throws {
        let (resolver, transport) = (FakeResolver([["93.184.216.34"]]), FakeTransport())
        let client = try Self.client(resolver, transport)
        await #expect(throws: OutboundFailure.self) {
            _ = try await client.send(OutboundRequest(.get, try WebAddress("https://\(name)/")))
        }
        #expect(resolver.asked == 0)
        #expect(transport.connections.isEmpty)
    }

    @Test("a name server that changes its mind is asked once, and what it said first is connected to")
    func rebinding() async throws {
        let (resolver, transport) = (FakeResolver([["93.184.216.34"], ["127.0.0.1"]]), FakeTransport())
        let client = try Self.client(resolver, transport)
        let request = OutboundRequest(.get, try WebAddress("https://example.org/"))
        _ = try await client.send(request)
        #expect(resolver.asked == 1)
        #expect(transport.connections.map(\.text) == ["93.184.216.34"])
        await #expect(throws: OutboundFailure.self) { _ = try await client.send(request) }
        #expect(transport.connections.count == 1)
    }

    @Test("the next address is tried only where nothing was sent, three at most")
    func nextAddress() async throws {
        let transport = FakeTransport { _ throws(OutboundFailure) in
            throw .cannotConnect(reason: .reason(.connectionRefused))
        }
        let many = ["93.184.216.34", "93.184.216.35", "93.184.216.36", "93.184.216.37"]
        let client = try Self.client(FakeResolver([many]), transport)
        let request = OutboundRequest(.get, try WebAddress("https://example.org/"))
        await #expect(throws: OutboundFailure.cannotConnect(reason: .reason(.connectionRefused))) {
            _ = try await client.send(request)
        }
        #expect(transport.connections.count == 3)
        let broken = FakeTransport { _ throws(OutboundFailure) in throw .broken(reason: .reason(.closed)) }
        let second = try Self.client(FakeResolver([many]), broken)
        await #expect(throws: OutboundFailure.broken(reason: .reason(.closed))) { _ = try await second.send(request) }
        #expect(broken.connections.count == 1)
    }

    @Test(
        "http and other ports are for hosts that are listed",
        arguments: [
            ("http://example.org/", [], false), ("https://example.org:8443/", [], false),
            ("https://example.org:80/", [], true),
            ("http://example.org/", ["example.org"], true), ("https://example.org:8443/", ["example.org"], false),
            ("https://example.org:8443/", ["example.org:8443"], true), ("http://other.org/", ["example.org"], false),
            ("https://example.org/", ["example.org:8443"], true), ("http://example.org/", ["example.org:8443"], false),
        ] as [(String, [String], Bool)]
    )
    func listed(text: String, listed: [String], isAllowed: Bool) async throws {
        let transport = FakeTransport()
        let client = try Self.client(FakeResolver([["93.184.216.34"]]), transport, listed: listed)
        let answer = try? await client.send(OutboundRequest(.get, try WebAddress(text)))
        #expect((answer != nil) == isAllowed)
        #expect(transport.connections.count == (isAllowed ? 1 : 0))
    }

    @Test(
        "a listed host may be in one's own network, and nowhere else that is refused",
        arguments: [
            ("10.1.2.3", true), ("192.168.1.5", true), ("127.0.0.1", true), ("fd00::5", true),
            ("169.254.169.254", false),
            ("224.0.0.1", false), ("0.0.0.0", false), ("64:ff9b::7f00:1", false), ("fe80::1", false),
            ("240.0.0.1", false),
        ]
    )
    func listedHost(address: String, isAllowed: Bool) async throws {
        let transport = FakeTransport()
        let client = try Self.client(FakeResolver([[address]]), transport, listed: ["ntfy.lan:2586"])
        let answer = try? await client.send(OutboundRequest(.get, try WebAddress("http://ntfy.lan:2586/")))
        #expect((answer != nil) == isAllowed)
        #expect(transport.connections.count == (isAllowed ? 1 : 0))
    }

    @Test("a redirect leads nowhere, not even along a chain that begins at a listed host")
    func redirects() async throws {
        try await ImitatedServer.with { _, _ in
            .json("{}")
        } _: { target in
            let port = target.port
            try await ImitatedServer.with { _, number in
                let places = ["http://127.0.0.1:\(port)/", "http://169.254.169.254/", "/again", "//127.0.0.1:\(port)/"]
                let statuses = [301, 302, 303, 307, 308]
                return .answer(status: statuses[number % 5], headers: ["Location": places[number % 4]])
            } _: { server in
                let client = try Alerts.client(port: server.port)
                for number in 0..<10 {
                    let request = OutboundRequest(
                        .post,
                        try WebAddress("http://127.0.0.1:\(server.port)/"),
                        body: Array("{}".utf8)
                    )
                    let answer = try await client.send(request)
                    #expect((300..<400).contains(answer.status))
                    #expect(server.memory.requests.count == number + 1)
                }
                #expect(target.memory.requests.isEmpty)
            }
        }
    }

    @Test("what is no host cannot be listed", arguments: ["https://x/", "a b", "host/path", "x:99999", "", "[::1"])
    func badListed(text: String) { #expect(throws: OutboundFailure.self) { try OutboundRules.Listed(text) } }

    @Test("an address of IPv6 can be listed, bare or with a port", arguments: ["::1", "[::1]", "[::1]:8080"])
    func listedSix(text: String) throws {
        let rules = OutboundRules(listed: [try OutboundRules.Listed(text)])
        let port = text.hasSuffix("8080") ? ":8080" : ""
        let (own, other) = (try WebAddress("http://[::1]\(port)/"), try WebAddress("http://[::2]\(port)/"))
        #expect(rules.isListed(own))
        #expect(!rules.isListed(other))
    }
}
