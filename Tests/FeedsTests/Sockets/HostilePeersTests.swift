import Aero
import Feeds
import ModeS
import NIOCore
import Testing

/// Peers that mean harm, beside one that does not.
@Suite(.timeLimit(.minutes(10)))
struct HostilePeersTests {
    private static let decoders: [@Sendable () -> any StreamDecoder] = [
        { BeastDecoder() }, { AVRDecoder() }, { SBSDecoder() }, { JSONLinesDecoder() }, { UATDecoder() },
    ]

    @Test("a client of random bytes harms nobody", arguments: 0..<5)
    func fuzzedClients(format: Int) async throws {
        var limits = FeedLimits()
        limits.bytesPerSecond = 1e9
        limits.framesPerSecond = 1e9
        let running = try await ListenerUnderTest.start(limits: limits, decoder: Self.decoders[format])
        var random = SeededGenerator(UInt64(format))
        let alphabet =
            Array("\n\r*@%<:;,{}[]\"\\-+.0123456789ABCDEFabcdefMSGSTAkeyrawhex ".utf8) + [
                0x1A, 0x31, 0x32, 0x33, 0xE3, 0xE4,
            ]
        for _ in 0..<3 {
            let channel = try await Loopback.connect(running.port)
            for _ in 0..<20 {
                let bytes = (0..<4_000).map { _ in
                    random.next() % 4 == 0
                        ? UInt8(truncatingIfNeeded: random.next())
                        : alphabet[Int(random.next() % UInt64(alphabet.count))]
                }
                try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
            }
            try await channel.close()
        }
        var left: FeedStatus?
        for _ in 0..<3 { left = await running.statuses.next { $0.state == .finished } }
        #expect(left?.counters.bytes == 240_000)
        #expect(left?.connections == 0)
        await running.stop()
    }

    /// The clock stands still: each feeder may send what two seconds allow and no more.
    @Test func aFeederThatSendsAHundredTimesItsShareIsCutAndThrownOutWhileAnotherLosesNothing() async throws {
        var limits = FeedLimits()
        limits.framesPerSecond = 500
        limits.bytesPerSecond = 25_000
        let running = try await ListenerUnderTest.start(limits: limits, clock: ManualFeedClock())
        let good = try await Loopback.connect(running.port)
        let flood = try await Loopback.connect(running.port)
        let share = Loopback.beast(1_000, seed: 3)
        let hundredfold = Task {
            for _ in 0..<100 { try await flood.writeAndFlush(ByteBuffer(bytes: share)) }
        }
        let mine = Loopback.frames(900, seed: 5)
        var encoder = BeastEncoder()
        for start in stride(from: 0, to: 900, by: 100) {
            var bytes: [UInt8] = []
            encoder.encode(OutputBatch(frames: Array(mine[start..<start + 100])), into: &bytes)
            try await good.writeAndFlush(ByteBuffer(bytes: bytes))
        }
        var got: [UInt32: [Frame]] = [:]
        while !got.values.contains(where: { $0 == mine.map(\.frame) }) {
            guard let batch = await running.batches.next() else { break }
            got[batch.connection, default: []] += batch.frames.map(\.frame)
        }
        #expect(got.values.contains { $0 == mine.map(\.frame) })
        let thrown = await running.statuses.next { $0.state == .refused }
        #expect(thrown?.detail.contains("sends more than it may") == true)
        #expect((thrown?.counters.overRate ?? 0) + (thrown?.counters.overRateBytes ?? 0) > 0)
        try await flood.closeFuture.get()
        _ = await hundredfold.result
        #expect(got.values.allSatisfy { $0.count <= 1_000 })
        await running.stop()
    }

    @Test func aThousandIdleConnectionsLeaveAFeederUnharmed() async throws {
        let running = try await ListenerUnderTest.start()
        let good = try await Loopback.connect(running.port)
        try await good.writeAndFlush(ByteBuffer(bytes: Loopback.beast(5)))
        #expect(await running.batches.next()?.frames.count == 5)
        var idle: [any Channel] = []
        for _ in 0..<1_000 { idle.append(try await Loopback.connect(running.port)) }
        var refused = 0
        while refused < 993 {
            guard let status = await running.statuses.next(where: { $0.state == .refused }) else { break }
            refused += 1
            #expect(status.connections <= 8)
        }
        #expect(refused == 993)
        try await good.writeAndFlush(ByteBuffer(bytes: Loopback.beast(7)))
        #expect(await running.batches.next()?.frames.count == 7)
        for channel in idle { try? await channel.close() }
        await running.stop()
    }

    @Test func aThousandIdleReadersLeaveAReaderUnharmed() async throws {
        let statuses = Mailbox<FeedStatus>()
        let sink = FeedSink(
            target: .listen(host: Loopback.host, port: 0),
            encoder: BeastEncoder(),
            timing: Loopback.timing,
            queueLimit: 256 * 1024,
            maximumClients: 64,
            logger: Loopback.logger,
            onStatus: { statuses.put($0) }
        )
        let task = Task<Void, any Error> { try await sink.run() }
        guard case .listening(let port)? = await statuses.next()?.state else { return }
        let batches = Mailbox<FeedBatch>()
        let client = FeedClient(
            host: Loopback.host,
            port: port,
            timing: Loopback.timing,
            logger: Loopback.logger,
            makeDecoder: { BeastDecoder() },
            onBatch: { batches.put($0) }
        )
        let reading = Task { await client.run() }
        _ = await statuses.next { $0.state == .connected }
        var idle: [any Channel] = []
        for _ in 0..<1_000 { idle.append(try await Loopback.connect(port, autoRead: false)) }
        for _ in 0..<937 { _ = await statuses.next { $0.state == .refused } }
        #expect(sink.clientCount == 64)
        let frames = Loopback.frames(2_000)
        var rounds = 0
        while sink.clientCount > 1, rounds < 2_000 {
            rounds += 1
            sink.send(OutputBatch(frames: frames))
            var got = 0
            while got < frames.count { got += await batches.next()?.frames.count ?? frames.count }
        }
        // Those that stopped reading are gone; whoever reads has had everything.
        #expect(sink.clientCount == 1)
        reading.cancel()
        await reading.value
        for channel in idle { try? await channel.close() }
        task.cancel()
        _ = await task.result
    }

    @Test("a reader that stops is dropped in every format", arguments: 0..<4)
    func stoppedReaders(format: Int) async throws {
        let encoders: [any StreamEncoder] = [BeastEncoder(), AVREncoder(), SBSEncoder(), JSONLinesEncoder()]
        let statuses = Mailbox<FeedStatus>()
        let sink = FeedSink(
            target: .listen(host: Loopback.host, port: 0),
            encoder: encoders[format],
            timing: Loopback.timing,
            queueLimit: 128 * 1024,
            logger: Loopback.logger,
            onStatus: { statuses.put($0) }
        )
        let task = Task<Void, any Error> { try await sink.run() }
        guard case .listening(let port)? = await statuses.next()?.state else { return }
        let stopped = try await Loopback.connect(port, autoRead: false)
        _ = await statuses.next { $0.state == .connected }
        let frames = Loopback.frames(2_000)
        let reports = frames.map {
            ClaimedReport(address: .init(icao: UInt32($0.frame.high & 0xFF_FFFF)), time: $0.time)
        }
        var batch = OutputBatch(
            frames: frames,
            messages: reports.map { SBSMessage(transmission: .allCallReply, report: $0) }
        )
        for frame in frames { batch.lines += Array("{\"raw\": \"\(frame.frame.hex)\"}\n".utf8) }
        var rounds = 0
        while sink.clientCount > 0, rounds < 2_000 {
            rounds += 1
            sink.send(batch)
            await Task.yield()
        }
        #expect(sink.clientCount == 0)
        try? await stopped.close()
        task.cancel()
        _ = await task.result
    }
}
