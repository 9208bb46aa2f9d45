import Feeds
import ModeS
import NIOCore
import Testing

@Suite(.timeLimit(.minutes(10)))
struct FeedListenerTests {
    @Test func feedersAreToldApart() async throws {
        let running = try await ListenerUnderTest.start()
        let first = try await Loopback.connect(running.port)
        try await first.writeAndFlush(ByteBuffer(bytes: Loopback.beast(3)))
        let one = await running.batches.next()
        let second = try await Loopback.connect(running.port)
        try await second.writeAndFlush(ByteBuffer(bytes: Loopback.beast(3, seed: 2)))
        let two = await running.batches.next()
        #expect(one?.frames.map(\.frame) == Loopback.frames(3).map(\.frame))
        #expect(one?.connection != two?.connection)
        await running.stop()
    }

    @Test func theNinthConnectionOfAnAddressIsTurnedAway() async throws {
        let running = try await ListenerUnderTest.start()
        var channels: [any Channel] = []
        for _ in 0..<8 {
            channels.append(try await Loopback.connect(running.port))
            _ = await running.statuses.next { $0.state == .connected }
        }
        let ninth = try await Loopback.connect(running.port)
        #expect(await running.statuses.next { $0.state == .refused }?.connections == 8)
        try await ninth.closeFuture.get()
        try await channels[0].close()
        _ = await running.statuses.next { $0.state == .finished }
        _ = try await Loopback.connect(running.port)
        #expect(await running.statuses.next { $0.state == .connected }?.connections == 8)
        await running.stop()
    }

    @Test func aFloodIsThrownOutWhileAnotherFeederGoesOn() async throws {
        var limits = FeedLimits()
        limits.bytesPerSecond = 20_000
        limits.floodSeconds = 3
        // The clock stands still: nothing fills up again.
        let running = try await ListenerUnderTest.start(limits: limits, clock: ManualFeedClock())
        let quiet = try await Loopback.connect(running.port)
        try await quiet.writeAndFlush(ByteBuffer(bytes: Loopback.beast(5, seed: 9)))
        let number = await running.batches.next()?.connection
        let flood = try await Loopback.connect(running.port)
        let bytes = ByteBuffer(bytes: Loopback.beast(5_000))
        let writing = Task { for _ in 0..<100 { try await flood.writeAndFlush(bytes) } }
        let thrown = await running.statuses.next { $0.state == .refused }
        #expect(thrown?.detail.contains("sends more than it may") == true)
        #expect((thrown?.counters.overRateBytes ?? 0) > 0)
        try await flood.closeFuture.get()
        _ = await writing.result
        try await quiet.writeAndFlush(ByteBuffer(bytes: Loopback.beast(5, seed: 9)))
        let again = await running.batches.next { $0.connection == number }
        #expect(again?.frames.count == 5)
        await running.stop()
    }

    @Test func countersAreThoseOfAllFeedersTogether() async throws {
        let running = try await ListenerUnderTest.start(clock: ManualFeedClock())
        for (bytes, sum) in [(300, 300), (200, 500)] {
            let feeder = try await Loopback.connect(running.port)
            try await feeder.writeAndFlush(ByteBuffer(bytes: [UInt8](repeating: 0x55, count: bytes)))
            try await feeder.close()
            let left = await running.statuses.next { $0.state == .finished }
            #expect(left?.counters.bytes == UInt64(sum))
            #expect(left?.counters.garbageBytes == UInt64(sum))
        }
        await running.stop()
    }

    @Test func framesAboveTheAllowanceAreDroppedAndCounted() async throws {
        var limits = FeedLimits()
        limits.framesPerSecond = 10
        let running = try await ListenerUnderTest.start(limits: limits, clock: ManualFeedClock())
        let feeder = try await Loopback.connect(running.port)
        try await feeder.writeAndFlush(ByteBuffer(bytes: Loopback.beast(50)))
        #expect(await running.batches.next()?.frames.count == 20)
        try await feeder.close()
        #expect(await running.statuses.next { $0.state == .finished }?.counters.overRate == 30)
        await running.stop()
    }

    @Test func aStalledFeederIsThrownOut() async throws {
        var timing = Loopback.timing
        timing.halfOpen = 0.05
        let running = try await ListenerUnderTest.start(timing: timing)
        let feeder = try await Loopback.connect(running.port)
        try await feeder.closeFuture.get()
        #expect(await running.statuses.next { $0.state == .finished } != nil)
        await running.stop()
    }

    @Test func aPortInUseIsSaidInOneLine() async throws {
        let running = try await ListenerUnderTest.start()
        let port = running.port
        let second = FeedListener(
            host: Loopback.host,
            port: port,
            logger: Loopback.logger,
            makeDecoder: { BeastDecoder() },
            onBatch: { _ in }
        )
        await #expect(throws: FeedError.portInUse(host: Loopback.host, port: port)) { try await second.run() }
        let text = FeedError.portInUse(host: Loopback.host, port: port).description
        #expect(
            text == "port \(port) on 127.0.0.1 is in use by another program: stop that program or choose another port"
        )
        await running.stop()
    }

    /// Cancelling would wait for ever if a feeder kept the listener: the suite's limit would end it.
    @Test func onceACancelledListenerIsOverAllItsConnectionsAre() async throws {
        let running = try await ListenerUnderTest.start()
        let feeder = try await Loopback.connect(running.port)
        _ = await running.statuses.next { $0.state == .connected }
        await running.stop()
        #expect(await running.statuses.next { $0.detail.hasPrefix("stopped listening") }?.state == .finished)
        try await feeder.closeFuture.get()
        // Nobody listens any more.
        await #expect(throws: (any Error).self) { try await Loopback.connect(running.port) }
    }
}
