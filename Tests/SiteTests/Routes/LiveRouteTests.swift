import Aero
import ServiceLifecycle
import Testing

@testable import Site
@testable import Tracking

@Suite(.timeLimit(.minutes(10)))
struct LiveRouteTests {
    /// Opens a stream and reads its first frames.
    private func open(_ connection: inout Loopback, _ target: String = "/api/v1/live") async throws -> LiveReplica {
        try await connection.send(Loopback.request("GET", target))
        let head = try await connection.head()
        #expect(head.status == 200)
        #expect(head.headers["content-type"] == "application/octet-stream")
        #expect(head.headers["cache-control"] == "no-store")
        var replica = LiveReplica()
        while replica.strings.isEmpty { try replica.take(try await connection.chunk() ?? []) }
        return replica
    }

    private func read(_ connection: inout Loopback, _ replica: inout LiveReplica, until sequence: UInt32) async throws {
        while replica.sequence != sequence {
            guard let chunk = try await connection.chunk() else { return }
            try replica.take(chunk)
        }
    }

    @Test("a stream begins full, goes on with changes, and a new connection begins full again")
    func fullChangeReconnect() async throws {
        let sky = FakeSky([Tracks.whole(), Tracks.bare()])
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            try await Loopback.with(site.port) { connection in
                var replica = try await open(&connection)
                #expect(replica.flags == 1)
                #expect(replica.rows.count == 2)
                sky.set { state in
                    state.status.now = state.status.now.advanced(bySeconds: 1)
                    state.tracks[0].fix = Tracks.fix(52.101, 4.2, age: -1)
                    state.tracks.remove(at: 1)
                }
                await site.server.broadcaster.tick()
                try await read(&connection, &replica, until: 1)
                #expect(replica.kinds == [1, 3, 2])
                #expect(replica.rows.count == 1)
                #expect(replica.rows[0x48_4159]?.latitude == 52_101_000)
            }
            await site.server.broadcaster.waitForReaders(0)
            try await Loopback.with(site.port) { connection in
                let replica = try await open(&connection)
                #expect(replica.kinds == [1, 3])
                #expect(replica.rows.count == 1)
            }
        }
    }

    @Test("readers of one view share one encoding, and the second one begins at its sequence")
    func shared() async throws {
        let sky = FakeSky([Tracks.whole()])
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            try await Loopback.with(site.port) { first in
                var one = try await open(&first)
                await site.server.broadcaster.tick()
                let before = sky.snapshotCount
                try await Loopback.with(site.port) { second in
                    var two = try await open(&second, "/api/v1/live?view=-180,-90,180,90&every=1")
                    #expect(two.sequence == 1)
                    #expect(sky.snapshotCount == before)
                    await site.server.broadcaster.tick()
                    try await read(&first, &one, until: 2)
                    try await read(&second, &two, until: 2)
                    #expect(sky.snapshotCount == before + 1)
                }
            }
        }
    }

    @Test("a view gets its aircraft and those without a position; every skips seconds")
    func viewAndEvery() async throws {
        let sky = FakeSky([Tracks.whole(), Tracks.whole(0x10_0000, latitude: -30, longitude: 100), Tracks.bare()])
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            try await Loopback.with(site.port) { connection in
                var replica = try await open(&connection, "/api/v1/live?view=3,50,7%2C54&every=3")
                #expect(Set(replica.rows.keys) == [0x48_4159, 0x3C_0001])
                for _ in 0..<6 { await site.server.broadcaster.tick() }
                try await read(&connection, &replica, until: 2)
                #expect(replica.kinds.count { $0 == 2 } <= 2)
            }
        }
    }

    @Test("nothing is asked of the sky while nobody reads")
    func idle() async throws {
        let sky = FakeSky([Tracks.whole()])
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            for _ in 0..<5 { await site.server.broadcaster.tick() }
            #expect(sky.snapshotCount == 0)
        }
    }

    @Test("a reader that does not read gets a full frame in the end, not a queue")
    func slowReader() async throws {
        let many = (0..<4000).map { Tracks.whole(UInt32($0), latitude: 10, longitude: Double($0) / 100) }
        let sky = FakeSky(many)
        // On a slow machine the ticks below take longer than a reader may.
        try await SiteUnderTest.with(sky: sky, configure: { $0.limits.pieceSeconds = 50 }) { (site) async throws in
            try await Loopback.with(site.port, receiveBuffer: 32_768) { connection in
                try await connection.send(Loopback.request("GET", "/api/v1/live"))
                await site.server.broadcaster.waitForReaders(1)
                let ticks = 300
                for tick in 1...ticks {
                    sky.set { state in
                        state.status.now = state.status.now.advanced(bySeconds: 1)
                        for index in state.tracks.indices {
                            let longitude = Double(index) / 100 + Double(tick % 2)
                            state.tracks[index].fix = Tracks.fix(10, longitude, age: -Double(tick))
                        }
                    }
                    await site.server.broadcaster.tick()
                }
                #expect(try await connection.head().status == 200)
                var replica = LiveReplica()
                try await read(&connection, &replica, until: UInt32(ticks))
                let frames = replica.kinds.count { $0 == 1 || $0 == 2 }
                #expect(frames < ticks / 2, "\(frames) frames")
                #expect(replica.kinds.count { $0 == 1 } >= 2)
                #expect(replica.rows.count == 4000)
            }
        }
    }

    @Test("a client that leaves frees its stream while nothing is sent")
    func leaving() async throws {
        try await SiteUnderTest.with(sky: FakeSky([Tracks.whole()])) { (site) async throws in
            try await Loopback.with(site.port) { connection in
                _ = try await open(&connection)
                #expect(await site.server.broadcaster.readerCount == 1)
                #expect(site.server.seats.count == 1)
            }
            await site.server.broadcaster.waitForReaders(0)
        }
    }

    @Test("streams beyond the limit are answered 503, and places come back")
    func limits() async throws {
        try await SiteUnderTest.with(configure: { $0.limits.streamsPerAddress = 2 }) { (site) async throws in
            try await Loopback.with(site.port) { one in
                _ = try await open(&one)
                try await Loopback.with(site.port) { two in
                    _ = try await open(&two)
                    let refused = try await Loopback.ask(site.port, "/api/v1/live")
                    #expect(refused.status == 503)
                    #expect(refused.text.contains("\"code\":\"busy\""))
                    #expect(refused.headers["retry-after"] == "10")
                }
            }
            await site.server.broadcaster.waitForReaders(0)
        }
    }

    @Test(
        "what makes no sense as a view or pace is answered 400",
        arguments: ["view=1,2", "every=0", "every=61", "every=x"]
    )
    func badQuery(query: String) async throws {
        try await SiteUnderTest.with { (site) async throws in
            #expect(try await Loopback.ask(site.port, "/api/v1/live?" + query).status == 400)
        }
    }

    @Test("shutting down ends an open stream and the server")
    func shutdown() async throws {
        try await SiteUnderTest.with(sky: FakeSky([Tracks.whole()])) { (site) async throws in
            try await Loopback.with(site.port) { connection in
                _ = try await open(&connection)
                let start = ContinuousClock.now
                await site.group.triggerGracefulShutdown()
                while try await connection.chunk() != nil {}
                #expect(try await connection.rest().isEmpty)
                // The five seconds are asked of the program, which has a process to itself: `ServeTests`.
                #expect(start.duration(to: .now) < .seconds(60))
            }
        }
    }

    @Test("events tell of a source whose state changed and of a site that became real; silence is filled with the time")
    func eventsAndTime() async throws {
        let sky = FakeSky([Tracks.whole()])
        try await SiteUnderTest.with(sky: sky) { (site) async throws in
            let source = SourceStatus(id: "roof", name: "roof", specification: "x", format: "beast", state: .connecting)
            site.desk.set([source])
            try await Loopback.with(site.port) { connection in
                var replica = try await open(&connection, "/api/v1/live?every=60")
                await site.server.broadcaster.tick()
                var connected = source
                connected.state = .connected
                site.desk.set([connected])
                sky.set { $0.status.provenance = .real }
                await site.server.broadcaster.tick()
                while replica.events.count < 2 { try replica.take(try await connection.chunk() ?? []) }
                #expect(replica.events[0].hasPrefix(#"{"kind":"site","name":"Pelacak""#))
                #expect(replica.events[1] == #"{"kind":"source","name":"roof","state":"connected"}"#)
                #expect(replica.flags == 0)
                for _ in 0..<LiveBroadcaster.keepAliveTicks { await site.server.broadcaster.tick() }
                while replica.kinds.last != 5 { try replica.take(try await connection.chunk() ?? []) }
                #expect(replica.time == Tracks.now.seconds * 1000)
            }
        }
    }
}
