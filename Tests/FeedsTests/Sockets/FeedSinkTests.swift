import Feeds
import ModeS
import NIOCore
import Testing

@Suite(.timeLimit(.minutes(10)))
struct FeedSinkTests {
    private struct Running {
        let sink: FeedSink
        let task: Task<Void, any Error>
        let port: Int
        let statuses: Mailbox<FeedStatus>

        func stop() async {
            task.cancel()
            _ = await task.result
        }
    }

    private func start(
        timing: FeedTiming = Loopback.timing,
        queueLimit: Int = FeedSink.queueLimit
    ) async throws -> Running {
        let statuses = Mailbox<FeedStatus>()
        let sink = FeedSink(
            target: .listen(host: Loopback.host, port: 0),
            encoder: BeastEncoder(),
            timing: timing,
            queueLimit: queueLimit,
            logger: Loopback.logger,
            onStatus: { statuses.put($0) }
        )
        let task = Task<Void, any Error> { try await sink.run() }
        guard case .listening(let port)? = await statuses.next()?.state else { throw CancellationError() }
        return Running(sink: sink, task: task, port: port, statuses: statuses)
    }

    private func reader(
        _ port: Int,
        _ batches: Mailbox<FeedBatch>,
        _ statuses: Mailbox<FeedStatus> = Mailbox()
    ) -> Task<Void, Never> {
        let client = FeedClient(
            host: Loopback.host,
            port: port,
            timing: Loopback.timing,
            logger: Loopback.logger,
            makeDecoder: { BeastDecoder() },
            onStatus: { statuses.put($0) },
            onBatch: { batches.put($0) }
        )
        return Task { await client.run() }
    }

    @Test func everyReaderGetsTheFrames() async throws {
        let running = try await start()
        let boxes = [Mailbox<FeedBatch>(), Mailbox<FeedBatch>()]
        let readers = boxes.map { reader(running.port, $0) }
        for _ in 0..<2 { _ = await running.statuses.next { $0.state == .connected } }
        running.sink.send(OutputBatch(frames: Loopback.frames(10)))
        for box in boxes { #expect(await box.next()?.frames.map(\.frame) == Loopback.frames(10).map(\.frame)) }
        readers.forEach { $0.cancel() }
        for reader in readers { await reader.value }
        await running.stop()
    }

    @Test func aNewReaderIsToldFirstThatTheSkyIsSimulated() async throws {
        let running = try await start()
        running.sink.send(OutputBatch(frames: Loopback.frames(1), isSimulated: true))
        let batches = Mailbox<FeedBatch>()
        let reader = reader(running.port, batches)
        let first = await batches.next()
        #expect(first?.sawSimulationMark == true)
        #expect(first?.frames.map { SimulationMarker.matches($0.frame) } == [true])
        reader.cancel()
        await reader.value
        await running.stop()
    }

    @Test func aSlowReaderIsClosedWhileAnotherGoesOn() async throws {
        let running = try await start(queueLimit: 512 * 1024)
        let slow = try await Loopback.connect(running.port, autoRead: false)
        let batches = Mailbox<FeedBatch>()
        let reader = reader(running.port, batches)
        for _ in 0..<2 { _ = await running.statuses.next { $0.state == .connected } }
        let frames = Loopback.frames(4_000)
        var rounds = 0
        while running.sink.clientCount == 2, rounds < 1_000 {
            rounds += 1
            running.sink.send(OutputBatch(frames: frames))
            var got = 0
            while got < frames.count { got += await batches.next()?.frames.count ?? frames.count }
            #expect(got == frames.count)
        }
        #expect(running.sink.clientCount == 1)
        running.sink.send(OutputBatch(frames: Loopback.frames(3)))
        #expect(await batches.next()?.frames.count == 3)
        try? await slow.close()
        reader.cancel()
        await reader.value
        await running.stop()
    }

    @Test func silenceIsBrokenByAHeartbeat() async throws {
        var timing = Loopback.timing
        timing.heartbeat = 0.02
        let running = try await start(timing: timing)
        let statuses = Mailbox<FeedStatus>()
        let server = reader(running.port, Mailbox(), statuses)
        // The client says once a second what it counted.
        let status = await statuses.next { $0.counters.heartbeats > 0 }
        #expect(status?.counters.rejected == 0)
        server.cancel()
        await server.value
        await running.stop()
    }

    @Test func anOutputThatConnectsFeedsAListenerAndComesBack() async throws {
        let listening = Mailbox<FeedStatus>()
        let batches = Mailbox<FeedBatch>()
        let listener = FeedListener(
            host: Loopback.host,
            port: 0,
            timing: Loopback.timing,
            logger: Loopback.logger,
            makeDecoder: { BeastDecoder() },
            onStatus: { listening.put($0) },
            onBatch: { batches.put($0) }
        )
        let first = Task<Void, any Error> { try await listener.run() }
        guard case .listening(let port)? = await listening.next()?.state else { return }
        let statuses = Mailbox<FeedStatus>()
        let sink = FeedSink(
            target: .connect(host: Loopback.host, port: port),
            encoder: BeastEncoder(),
            timing: Loopback.timing,
            logger: Loopback.logger,
            onStatus: { statuses.put($0) }
        )
        let running = Task<Void, any Error> { try await sink.run() }
        _ = await statuses.next { $0.state == .connected }
        sink.send(OutputBatch(frames: Loopback.frames(4)))
        #expect(await batches.next { !$0.isEmpty }?.frames.count == 4)
        first.cancel()
        _ = await first.result
        #expect(await statuses.next { if case .waiting = $0.state { true } else { false } } != nil)
        let again = FeedListener(
            host: Loopback.host,
            port: port,
            timing: Loopback.timing,
            logger: Loopback.logger,
            makeDecoder: { BeastDecoder() },
            onBatch: { batches.put($0) }
        )
        let second = Task<Void, any Error> { try await again.run() }
        _ = await statuses.next { $0.state == .connected }
        sink.send(OutputBatch(frames: Loopback.frames(4)))
        #expect(await batches.next { !$0.isEmpty }?.frames.count == 4)
        running.cancel()
        second.cancel()
        _ = await running.result
        _ = await second.result
    }

    @Test func aPortInUseIsATypedError() async throws {
        let running = try await start()
        let port = running.port
        let second = FeedSink(
            target: .listen(host: Loopback.host, port: port),
            encoder: AVREncoder(),
            logger: Loopback.logger
        )
        await #expect(throws: FeedError.portInUse(host: Loopback.host, port: port)) { try await second.run() }
        await running.stop()
    }
}
