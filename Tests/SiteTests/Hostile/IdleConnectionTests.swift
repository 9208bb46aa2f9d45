import Testing

@testable import Site

@Suite(.timeLimit(.minutes(10)), .serialized)
struct IdleConnectionTests {
    /// The longest of some answers to somebody who asks as one should, each on a connection of its own.
    private func longestWait(_ site: SiteUnderTest, rounds: Int = 30) async throws -> Duration {
        var longest = Duration.zero
        for _ in 0..<rounds {
            let start = ContinuousClock.now
            #expect(try await Loopback.ask(site.port, "/api/v1/aircraft").status == 200)
            longest = max(longest, start.duration(to: .now))
        }
        return longest
    }

    @Test(
        "a thousand connections that ask nothing, or half a question, are bounded, and others are served in time",
        arguments: ["", "GET / HTTP/1.1\r\nHost: loc"]
    )
    func thousand(sending: String) async throws {
        // Both ends are in this process.
        let files = OpenFiles.allow(2 * 1000 + 3 * OpenFiles.spare)
        let count = min(1000, (files - 2 * OpenFiles.spare) / 2)
        try await SiteUnderTest.with(
            sky: FakeSky([Tracks.whole()]),
            configure: { $0.limits.waitingConnections = count / 2 }
        ) { (site) async throws in
            try await Crowd.with(count, site.port, sending: sending) { (crowd) async throws in
                let connections = site.server.connections
                #expect(await eventually { connections.closedWaiting >= count - count / 2 })
                #expect(connections.waiting <= count / 2)
                #expect(await eventually { connections.open <= count / 2 })
                let longest = try await longestWait(site)
                #expect(longest < .seconds(2), "\(longest)")
                #expect(crowd.active <= count / 2)
            }
            #expect(await eventually { site.server.connections.open == 0 })
        }
    }

    @Test("when all places are taken somebody new waits for the idle time at most, and is served")
    func full() async throws {
        try await SiteUnderTest.with(
            configure: { ($0.limits.connections, $0.limits.idleSeconds) = (20, 1) }
        ) { (site) async throws in
            try await Crowd.with(40, site.port) { (_) async throws in
                let start = ContinuousClock.now
                #expect(try await Loopback.ask(site.port, "/").status == 200)
                #expect(start.duration(to: .now) < .seconds(10))
            }
        }
    }

    @Test("headers that come byte by byte hold a connection no longer than the idle time")
    func slowHeaders() async throws {
        try await SiteUnderTest.with(configure: { $0.limits.idleSeconds = 1 }) { (site) async throws in
            try await Crowd.with(20, site.port, sending: "GET / HTTP/1.1\r\n") { (crowd) async throws in
                #expect(await eventually(within: 1) { site.server.connections.open == 20 })
                let time = try await crowd.timeUntilGone(sending: "X")
                #expect(time < .seconds(5))
                #expect(await eventually { site.server.connections.open == 0 })
            }
        }
    }

    @Test("a body that comes byte by byte holds a connection no longer than a piece may take")
    func slowBody() async throws {
        try await SiteUnderTest.with(configure: { $0.limits.pieceSeconds = 1 }) { (site) async throws in
            let head = "POST /api/v1/sources HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            for framing in ["Content-Length: 1000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n"] {
                try await Crowd.with(20, site.port, sending: head + framing) { (crowd) async throws in
                    let drop = framing.hasPrefix("C") ? " " : "1\r\n \r\n"
                    let time = try await crowd.timeUntilGone(sending: drop)
                    #expect(time < .seconds(6))
                }
            }
            #expect(try await Loopback.ask(site.port, "/").status == 200)
        }
    }
}
