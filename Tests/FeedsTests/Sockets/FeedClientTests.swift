import Feeds
import ModeS
import NIOCore
import Testing

@Suite(.timeLimit(.minutes(10)))
struct FeedClientTests {
    private func client(
        _ port: Int,
        _ statuses: Mailbox<FeedStatus>,
        _ batches: Mailbox<FeedBatch>,
        timing: FeedTiming = Loopback.timing
    )
        -> FeedClient
    {
        FeedClient(
            host: Loopback.host,
            port: port,
            timing: timing,
            logger: Loopback.logger,
            makeDecoder: { BeastDecoder() },
            onStatus: { statuses.put($0) },
            onBatch: { batches.put($0) }
        )
    }

    @Test func framesArriveAndTheClientComesBackAfterTheServerClosed() async throws {
        let server = try await Loopback.serve(Loopback.beast(20), closes: true)
        let port = try #require(server.localAddress?.port)
        let statuses = Mailbox<FeedStatus>()
        let batches = Mailbox<FeedBatch>()
        let running = Task { await client(port, statuses, batches).run() }
        var frames = 0
        while frames < 60 { frames += await batches.next()?.frames.count ?? 60 }
        #expect(frames == 60)
        let waiting = await statuses.next {
            if case .waiting = $0.state { return true }
            return false
        }
        // "closed", or "reset" where the machine is slow.
        let detail = waiting?.detail ?? "nothing"
        #expect(detail.contains("by the other side"), "\(detail)")
        running.cancel()
        await running.value
        try await server.close()
    }

    @Test func refusedConnectionsAreTriedAgainWithGrowingWaits() async throws {
        let server = try await Loopback.serve([], closes: false)
        let other = try await Loopback.connect(try #require(server.localAddress?.port))
        // Who has a port for a connection does not listen there, and nobody else is given it meanwhile.
        let port = try #require(other.localAddress?.port)
        let clock = ManualFeedClock()
        let statuses = Mailbox<FeedStatus>()
        let feed = FeedClient(
            host: Loopback.host,
            port: port,
            clock: clock,
            random: { 0.5 },
            logger: Loopback.logger,
            makeDecoder: { BeastDecoder() },
            onStatus: { statuses.put($0) },
            onBatch: { _ in }
        )
        let running = Task { await feed.run() }
        for _ in 0..<9 {
            let status = await statuses.next {
                if case .waiting = $0.state { return true }
                return false
            }
            #expect(status?.detail.contains("connection refused") == true)
        }
        running.cancel()
        await running.value
        #expect(clock.waits.prefix(8) == [1, 2, 4, 8, 16, 32, 60, 60])
        try await other.close()
        try await server.close()
    }

    @Test func aSilentConnectionIsGivenUp() async throws {
        let server = try await Loopback.serve([], closes: false)
        let port = try #require(server.localAddress?.port)
        var timing = Loopback.timing
        timing.halfOpen = 0.05
        let statuses = Mailbox<FeedStatus>()
        let running = Task { await client(port, statuses, Mailbox(), timing: timing).run() }
        let waiting = await statuses.next {
            if case .waiting = $0.state { return true }
            return false
        }
        #expect(waiting?.detail.contains("nothing came for 0.1 s") == true, "\(waiting?.detail ?? "")")
        running.cancel()
        await running.value
        try await server.close()
    }

    @Test("cancelling ends it at once, whatever it is doing", arguments: [true, false])
    func cancellation(connected: Bool) async throws {
        let server = try await Loopback.serve(Loopback.beast(1), closes: false)
        let port = try #require(server.localAddress?.port)
        if !connected { try await server.close() }
        var timing = Loopback.timing
        timing.firstRetry = 1_000
        timing.longestRetry = 1_000
        let statuses = Mailbox<FeedStatus>()
        let running = Task { await client(port, statuses, Mailbox(), timing: timing).run() }
        _ = await statuses.next {
            if case .waiting = $0.state { return !connected }
            return connected && $0.state == .connected
        }
        let elapsed = await ContinuousClock().measure {
            running.cancel()
            await running.value
        }
        // What it would wait for otherwise is a quarter of an hour.
        #expect(elapsed < .seconds(20))
        if connected { try await server.close() }
    }

    @Test func smallReadsAreGathered() async throws {
        let bytes = Loopback.beast(50)
        let server = try await Loopback.serve(bytes, closes: false)
        let port = try #require(server.localAddress?.port)
        var timing = Loopback.timing
        timing.gather = 0.02
        let batches = Mailbox<FeedBatch>()
        let running = Task { await client(port, Mailbox(), batches, timing: timing).run() }
        #expect(await batches.next()?.frames.count == 50)
        running.cancel()
        await running.value
        try await server.close()
    }
}
