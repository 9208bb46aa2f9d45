import ModeS
import NIOCore
import Testing

@testable import Feeds

@Suite(.timeLimit(.minutes(10)))
struct FeederAdmissionTests {
    private let key = FeederKey("01234567-89ab-cdef-0123-456789abcdef")
    private let other = FeederKey("76543210-89ab-cdef-0123-456789abcdef")

    private func roof() throws -> FeederAdmission {
        FeederAdmission(
            book: FeederBook([
                RegisteredFeeder(name: "club", key: try #require(other)),
                RegisteredFeeder(name: "roof", key: try #require(key)),
            ])
        )
    }

    private func send(_ bytes: [UInt8], to port: Int) async throws -> any Channel {
        let channel = try await Loopback.connect(port)
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
        return channel
    }

    @Test func aRegisteredFeederIsCalledByItsName() async throws {
        let running = try await ListenerUnderTest.start(try roof())
        _ = try await send(try #require(key).greeting(in: .beast) + Loopback.beast(3), to: running.port)
        #expect(await running.batches.next { !$0.isEmpty }?.feeder == "roof")
        // Whoever shows nothing, or a key nobody gave out, is welcome too, without a name.
        _ = try await send(Loopback.beast(3), to: running.port)
        let anonymous = await running.batches.next { !$0.isEmpty }
        #expect(anonymous?.feeder == nil && anonymous?.frames.count == 3)
        let stranger = try #require(FeederKey("ffffffff-89ab-cdef-0123-456789abcdef"))
        _ = try await send(stranger.greeting(in: .beast) + Loopback.beast(2), to: running.port)
        let unknown = await running.batches.next { !$0.isEmpty }
        #expect(unknown?.feeder == nil && unknown?.frames.count == 2)
        await running.stop()
    }

    @Test func onlyRegisteredFeedersAreAcceptedWhereItIsSo() async throws {
        var admission = try roof()
        admission.rule = .registered
        let running = try await ListenerUnderTest.start(admission)
        let stranger = try #require(FeederKey("ffffffff-89ab-cdef-0123-456789abcdef"))
        let wrong = try await send(stranger.greeting(in: .beast) + Loopback.beast(3), to: running.port)
        let refused = await running.statuses.next { $0.state == .refused }
        #expect(refused?.detail.contains("not known here") == true && refused?.detail.contains("ffff") == false)
        #expect(refused?.counters.badKeys == 1)
        try await wrong.closeFuture.get()
        _ = try await send(try #require(key).greeting(in: .beast) + Loopback.beast(4), to: running.port)
        let batch = await running.batches.next { !$0.isEmpty }
        #expect(batch?.feeder == "roof" && batch?.frames.count == 4)
        await running.stop()
    }

    @Test func whoShowsNoKeyInTimeIsTurnedAway() async throws {
        var timing = Loopback.timing
        timing.greeting = 0.1
        let running = try await ListenerUnderTest.start(FeederAdmission(rule: .key(try #require(key))), timing: timing)
        let channel = try await send(Loopback.beast(3), to: running.port)
        let refused = await running.statuses.next { $0.state == .refused }
        #expect(refused?.detail.contains("shows no key") == true)
        #expect(refused?.counters.badKeys == 1)
        try await channel.closeFuture.get()
        await running.stop()
    }

    @Test func nothingIsTakenBeforeTheKey() throws {
        let key = try #require(key)
        let clock = ManualFeedClock()
        var feeder = FeederConnection(
            number: 7,
            admission: FeederAdmission(rule: .key(key)),
            limits: FeedLimits(),
            decoder: BeastDecoder(),
            now: clock.seconds
        )
        var batch = FeedBatch(connection: 7)
        #expect(feeder.read(ByteBuffer(bytes: Loopback.beast(3)), clock: clock, into: &batch) == nil)
        #expect(batch.isEmpty && feeder.counters.beforeKey == 3 && !feeder.isWelcome)
        let rest = ByteBuffer(bytes: key.greeting(in: .beast) + Loopback.beast(5))
        #expect(feeder.read(rest, clock: clock, into: &batch) == nil)
        #expect(batch.frames.count == 5 && batch.connection == 7 && feeder.isWelcome)
    }

    @Test func theNewerConnectionOfAFeederReplacesTheOlder() async throws {
        let running = try await ListenerUnderTest.start(try roof())
        let hello = try #require(key).greeting(in: .beast)
        let older = try await send(hello + Loopback.beast(1), to: running.port)
        let one = await running.batches.next { !$0.isEmpty }
        let newer = try await send(hello + Loopback.beast(1), to: running.port)
        let two = await running.batches.next { $0.connection != one?.connection }
        #expect(two?.feeder == "roof")
        try await older.closeFuture.get()
        let gone = await running.statuses.next { $0.detail.contains("replaced by a newer connection") }
        #expect(gone?.connections == 1 && gone?.feeders.map(\.name) == ["roof"])
        try await newer.writeAndFlush(ByteBuffer(bytes: Loopback.beast(2)))
        #expect(await running.batches.next { !$0.isEmpty }?.frames.count == 2)
        await running.stop()
    }

    @Test func aFeederMayHaveAnAllowanceOfItsOwn() async throws {
        let feeder = RegisteredFeeder(name: "roof", key: try #require(key), framesPerSecond: 10)
        let running = try await ListenerUnderTest.start(
            FeederAdmission(book: FeederBook([feeder])),
            clock: ManualFeedClock()
        )
        let hello = try #require(key).greeting(in: .beast)
        // Counted under its name, in all its connections.
        for over in [30, 60] as [UInt64] {
            let channel = try await send(hello + Loopback.beast(50), to: running.port)
            #expect(await running.batches.next { !$0.isEmpty }?.frames.count == 20)
            try await channel.close()
            let left = await running.statuses.next { $0.state == .finished }
            #expect(left?.registered["roof"]?.overRate == over && left?.registered.count == 1)
        }
        _ = try await send(Loopback.beast(50), to: running.port)
        #expect(await running.batches.next { !$0.isEmpty }?.frames.count == 50)
        await running.stop()
    }

    @Test func whenTheBookIsWrittenAnewOnlyThoseGoWhoAreNotInItAnyMore() async throws {
        let (key, other) = (try #require(key), try #require(other))
        let book = FeederBook([
            RegisteredFeeder(name: "stays", key: key), RegisteredFeeder(name: "goes", key: other),
        ])
        let running = try await ListenerUnderTest.start(FeederAdmission(book: book), clock: ManualFeedClock())
        let staying = try await send(key.greeting(in: .beast) + Loopback.beast(1), to: running.port)
        #expect(await running.batches.next { !$0.isEmpty }?.feeder == "stays")
        let going = try await send(other.greeting(in: .beast) + Loopback.beast(1), to: running.port)
        #expect(await running.batches.next { !$0.isEmpty }?.feeder == "goes")
        book.replace(with: [
            RegisteredFeeder(name: "stays", key: key, framesPerSecond: 10), RegisteredFeeder(name: "new", key: other),
        ])
        try await going.closeFuture.get()
        let gone = await running.statuses.next { $0.detail.contains("not registered any more") }
        #expect(gone?.state == .finished && gone?.feeders.map(\.name) == ["stays"] && gone?.counters.badKeys == 0)
        // The other goes on with its new allowance, and counts on.
        try await staying.writeAndFlush(ByteBuffer(bytes: Loopback.beast(50)))
        #expect(await running.batches.next { $0.frames.count > 1 }?.frames.count == 20)
        _ = try await send(other.greeting(in: .beast) + Loopback.beast(1), to: running.port)
        #expect(await running.batches.next { !$0.isEmpty }?.feeder == "new")
        try await staying.close()
        let left = await running.statuses.next { $0.detail.hasSuffix("left") }
        let counters = left?.registered["stays"]
        #expect(counters?.frames == 51 && counters?.overRate == 30)
        await running.stop()
    }

    @Test func anOutputShowsItsKey() async throws {
        let running = try await ListenerUnderTest.start(FeederAdmission(rule: .key(try #require(key))))
        let statuses = Mailbox<FeedStatus>()
        let sink = FeedSink(
            target: .connect(host: Loopback.host, port: running.port),
            encoder: BeastEncoder(),
            hello: try #require(key).greeting(in: .beast),
            timing: Loopback.timing,
            logger: Loopback.logger,
            onStatus: { statuses.put($0) }
        )
        let task = Task<Void, any Error> { try await sink.run() }
        _ = await statuses.next { $0.state == .connected }
        sink.send(OutputBatch(frames: Loopback.frames(4)))
        #expect(await running.batches.next { !$0.isEmpty }?.frames.count == 4)
        task.cancel()
        _ = await task.result
        await running.stop()
    }
}
