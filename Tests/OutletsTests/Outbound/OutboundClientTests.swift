import Aero
import Foundation
import TestServers
import Testing
import Watch

@testable import Outlets

/// Real connections to servers that do not behave.
@Suite(.timeLimit(.minutes(5)))
struct OutboundClientTests {
    private static func ask(
        _ server: ImitatedServer,
        whole: Double = 15
    ) async throws(OutboundFailure) -> OutboundAnswer {
        var limits = OutboundLimits()
        limits.wholeSeconds = whole
        let client = try Alerts.client(port: server.port, limits: limits)
        return try await client.send(
            OutboundRequest(.post, try WebAddress("http://127.0.0.1:\(server.port)/x"), body: [123, 125])
        )
    }

    @Test func aRequestSaysWhoAsksAndHasItsBody() async throws {
        try await ImitatedServer.with { _, _ in
            .json("{}", headers: ["Retry-After": "7"])
        } _: { server in
            let answer = try await Self.ask(server)
            #expect(answer.status == 200)
            #expect(answer.retryAfter == "7")
            let request = try #require(server.memory.requests.first)
            #expect(request.line == "POST /x")
            #expect(request.headers["user-agent"] == "pelacak/test")
            #expect(request.headers["host"] == "127.0.0.1:\(server.port)")
            #expect(request.body == "{}")
        }
    }

    @Test("a name goes along in the head though the address is connected to")
    func hostName() async throws {
        try await ImitatedServer.with { _, _ in
            .json("{}")
        } _: { server in
            let rules = OutboundRules(listed: [try OutboundRules.Listed("ntfy.lan:\(server.port)")])
            let client = OutboundClient(
                OutboundGuard(rules, resolver: FakeResolver([["127.0.0.1"], ["192.0.2.1"]])),
                agent: "pelacak/test"
            )
            _ = try await client.send(OutboundRequest(.get, try WebAddress("http://ntfy.lan:\(server.port)/")))
            #expect(server.memory.requests.first?.headers["host"] == "ntfy.lan:\(server.port)")
        }
    }

    @Test("who never answers is left")
    func hangs() async throws {
        _ = try await ImitatedServer.with { _, _ in
            .stall([])
        } _: { server in
            await #expect(throws: OutboundFailure.self) { _ = try await Self.ask(server, whole: 0.3) }
        }
    }

    @Test("a good answer whose body never ends is a good answer")
    func bodyHangs() async throws {
        try await ImitatedServer.with { _, _ in
            .stall(Array("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{".utf8))
        } _: { server in
            let answer = try await Self.ask(server, whole: 3)
            #expect(answer.status == 200)
        }
    }

    @Test("no more of a body is read than anybody needs")
    func large() async throws {
        let body = [UInt8](repeating: 0x78, count: 5_000_000)
        try await ImitatedServer.with { _, _ in
            .answer(status: 200, body: body)
        } _: { server in
            let answer = try await Self.ask(server)
            #expect(answer.body.count == 65_536)
        }
    }

    @Test("a head without end is no answer")
    func longHead() async throws {
        for bytes in [20_000, 200_000] {
            let head = "HTTP/1.1 200 OK\r\nX-Long: \(String(repeating: "a", count: bytes))\r\nContent-Length: 0\r\n\r\n"
            _ = try await ImitatedServer.with { _, _ in
                .raw(Array(head.utf8))
            } _: { server in
                await #expect(throws: OutboundFailure.self) { _ = try await Self.ask(server) }
            }
        }
    }

    @Test(
        "what is no HTTP is none",
        arguments: [
            "", "HTTP/1.1", "SSH-2.0-OpenSSH\r\n", "HTTP/9.9 banana\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", "\u{0}\u{1}\u{2}",
        ]
    )
    func malformed(text: String) async throws {
        _ = try await ImitatedServer.with { _, _ in
            .raw(Array(text.utf8))
        } _: { server in
            await #expect(throws: OutboundFailure.self) { _ = try await Self.ask(server) }
        }
    }

    @Test func nobodyThere() async throws {
        let port = try await ImitatedServer.with { _, _ in
            .json("{}")
        } _: {
            $0.port
        }
        let client = try Alerts.client(port: port)
        await #expect(throws: OutboundFailure.cannotConnect(reason: .reason(.connectionRefused))) {
            _ = try await client.send(OutboundRequest(.get, try WebAddress("http://127.0.0.1:\(port)/")))
        }
    }

    @Test("the system finds this machine's own name")
    func systemResolver() async throws {
        let found = try await SystemNameResolver().addresses(of: "localhost")
        #expect(found.contains { $0.isLoopback })
        await #expect(throws: OutboundFailure.self) {
            _ = try await SystemNameResolver().addresses(of: "no-such-host.invalid")
        }
    }
}
