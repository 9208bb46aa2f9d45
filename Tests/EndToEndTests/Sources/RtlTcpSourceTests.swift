import Aero
import Feeds
import Logging
import ModeS
import Radio
import Simulation
import Site
import Synchronization
import Testing

@testable import pelacak

/// An `rtl_tcp` source over a real socket, run as the program runs it.
@Suite(.timeLimit(.minutes(10)))
struct RtlTcpSourceTests {
    private static let greeting: [UInt8] = Array("RTL0".utf8) + [0, 0, 0, 5, 0, 0, 0, 29]

    /// What a source told and gave.
    private final class Account: Sendable {
        let frames = Mutex<[ReceivedFrame]>([])
        let isSimulated = Mutex(false)
        let statuses: AsyncStream<FeedStatus>
        private let telling: AsyncStream<FeedStatus>.Continuation

        init() { (statuses, telling) = AsyncStream.makeStream() }

        func tell(_ status: FeedStatus) { telling.yield(status) }

        func take(_ batch: FeedBatch) {
            frames.withLock { $0 += batch.frames }
            if batch.sawSimulationMark { isSimulated.withLock { $0 = true } }
        }

        func waiting() async -> FeedStatus? {
            for await status in statuses { if case .waiting = status.state { return status } }
            return nil
        }
    }

    private static var timing: FeedTiming {
        var timing = FeedTiming()
        timing.firstRetry = 0.01
        timing.longestRetry = 0.05
        return timing
    }

    private static func run(
        _ specification: String,
        _ account: Account,
        timing: FeedTiming = timing,
        logger: Logger = Logger(label: "rtl_tcp.tests") { _ in SwiftLogNoOpLogHandler() }
    ) throws -> Task<Void, any Error> {
        let runner = SourceRunner(
            specification: try SourceSpecification(specification),
            logger: logger,
            onStatus: { account.tell($0) },
            onBatch: { account.take($0) },
            timing: timing
        )
        return Task { try await runner.run() }
    }

    /// A second of simulated sky as samples, and the frames that our demodulator hears in them.
    private static func sky() throws -> (sent: [ReceivedFrame], samples: [UInt8], heard: [Frame]) {
        var sky = SyntheticSky(scene: try Scene(name: "traffic?aircraft=40"), seed: 3)
        var writer = try SimulatedWriter(output: .uc8, start: sky.start, seed: 3)
        let end = sky.start.advanced(bySeconds: 1)
        var sent: [ReceivedFrame] = []
        sky.advance(to: end, into: &sent)
        let samples = writer.bytes(of: sent, until: end)
        var demodulator = try Demodulator(format: .uc8, sampleRate: 2_400_000, start: sky.start)
        var heard: [ReceivedFrame] = []
        demodulator.scan(samples.span, into: &heard)
        demodulator.finish(into: &heard)
        return (sent, samples, heard.map(\.frame))
    }

    @Test func framesComeOutOfTheSamplesAndAgainAfterTheServerHungUp() async throws {
        let sky = try Self.sky()
        try #require(sky.heard.count > 50)
        #expect(Double(sky.heard.count) > 0.5 * Double(sky.sent.count))
        let server = try await ScriptedServer(says: Self.greeting + sky.samples, .hangsUp)
        let account = Account()
        let before = TimeText.now
        let running = try Self.run("rtltcp://127.0.0.1:\(server.port)", account)
        for _ in 0..<2 {
            let status = try #require(await account.waiting())
            #expect(status.detail.contains("by the other side"), "\(status.detail)")
            #expect(status.counters.badGreetings == 0)
        }
        running.cancel()
        try await running.value
        try await server.stop()
        let frames = account.frames.withLock { $0 }
        try #require(frames.count >= 2 * sky.heard.count)
        for pass in 0..<2 {
            let part = frames[(pass * sky.heard.count)..<((pass + 1) * sky.heard.count)]
            #expect(part.map(\.frame) == sky.heard)
            // A new connection is a new clock: it begins with its first bytes, and the sky lasts a second.
            let (first, last) = try (#require(part.first).time, #require(part.last).time)
            #expect(last.seconds(since: first) < 1)
            #expect(first.seconds(since: before) > 0)
        }
        #expect(frames[sky.heard.count].time > frames[0].time)
        #expect(account.isSimulated.withLock { $0 })
    }

    @Test func theServerIsSetAsTheSourceSays() async throws {
        let server = try await ScriptedServer(says: Self.greeting, .waits)
        let account = Account()
        let running = try Self.run(
            "rtltcp://127.0.0.1:\(server.port)?rate=2000000&gain=42.1&freq=1.215e9&ppm=-3&bias=1",
            account
        )
        let commands: [RtlTcpCommand] = [
            .sampleRate(hertz: 2_000_000), .frequency(hertz: 1_215_000_000), .correction(partsPerMillion: -3),
            .manualGain(true), .gain(tenthsOfDecibel: 421), .digitalGainControl(false),
            .biasTee(true),
        ]
        let wanted = commands.flatMap(\.bytes)
        while server.memory[0].count < wanted.count { await Task.yield() }
        #expect(server.memory[0] == wanted)
        running.cancel()
        try await running.value
        try await server.stop()
    }

    @Test func aGainThatIsOursBeginsAtTheTop() async throws {
        let server = try await ScriptedServer(says: Self.greeting, .waits)
        let running = try Self.run("rtltcp://127.0.0.1:\(server.port)?gain=adaptive", Account())
        let commands: [RtlTcpCommand] = [
            .sampleRate(hertz: 2_400_000), .frequency(hertz: 1_090_000_000), .correction(partsPerMillion: 0),
            .manualGain(true), .digitalGainControl(false), .gainIndex(28),
        ]
        let wanted = commands.flatMap(\.bytes)
        while server.memory[0].count < wanted.count { await Task.yield() }
        #expect(server.memory[0] == wanted)
        running.cancel()
        try await running.value
        try await server.stop()
    }

    @Test func whatTheOwnerLooksAtIsToldEachSecondOfSamples() async throws {
        let sky = try Self.sky()
        let server = try await ScriptedServer(says: Self.greeting + sky.samples + sky.samples + sky.samples, .waits)
        let (told, telling) = AsyncStream.makeStream(of: DemodulatorStatistics.self)
        var runner = SourceRunner(
            specification: try SourceSpecification("rtltcp://127.0.0.1:\(server.port)?gain=40&effort=low"),
            logger: Logger(label: "rtl_tcp.tests") { _ in SwiftLogNoOpLogHandler() },
            onStatus: { _ in },
            onBatch: { _ in },
            timing: Self.timing
        )
        runner.onRadio = { telling.yield($0) }
        let running = Task { [runner] in try await runner.run() }
        var news = told.makeAsyncIterator()
        let first = try #require(await news.next())
        let second = try #require(await news.next())
        #expect(first.samples >= 2_400_000 && second.samples >= first.samples + 2_400_000)
        let status = RadioStatus(second, since: first, rate: 2_400_000, gain: 400)
        #expect(status.gain == 40 && status.lostSamples == 0)
        #expect(abs(try #require(status.messagesPerSecond) - Double(sky.heard.count)) < 0.5 * Double(sky.heard.count))
        #expect(status.levels.reduce(0, +) == status.frames && status.frames > 50)
        running.cancel()
        try await running.value
        try await server.stop()
    }

    @Test(
        "another kind of server is left at once, counted and named",
        arguments: [
            ("HTTP/1.1 400 Bad Request\r\n\r\n", "it sends HTTP"), ("\u{1A}3\u{1}\u{2}\u{3}\u{4}", "it sends Beast"),
            ("*8D4840D6202CC371C32CE0576098;\n", "it sends AVR"), ("MSG,3,1,1,4840D6,1,", "it sends SBS"),
            ("RTL1 and more", "something that begins with 52 54 4c 31"),
        ],
        [ScriptedServer.Manner.waits, .goesOn]
    )
    func otherServers(other: (says: String, name: String), manner: ScriptedServer.Manner) async throws {
        let server = try await ScriptedServer(says: Array(other.says.utf8), manner)
        let account = Account()
        let log = LogLines()
        var timing = Self.timing
        timing.firstRetry = 1_000
        timing.longestRetry = 1_000
        let running = try Self.run(
            "rtltcp://127.0.0.1:\(server.port)",
            account,
            timing: timing,
            logger: Logger(label: "rtl_tcp.tests") { _ in log }
        )
        let status = try #require(await account.waiting())
        #expect(status.detail.contains("no rtl_tcp server answers there"), "\(status.detail)")
        #expect(status.detail.contains(other.name), "\(status.detail)")
        #expect(status.counters.badGreetings == 1 && status.counters.rejected == 1)
        #expect(status.counters.bytes < 1_000_000)
        // Left by us: the server notices.
        var closed = server.memory.closed.makeAsyncIterator()
        #expect(await closed.next() == 0)
        #expect(account.frames.withLock { $0.isEmpty })
        #expect(log.warnings.count == 1)
        #expect(log.warnings.allSatisfy { $0.contains(other.name) && !$0.contains("\n") }, "\(log.warnings)")
        running.cancel()
        try await running.value
        try await server.stop()
    }

    @Test("a greeting that does not come to its end is waited for in vain, but not for ever", arguments: [0, 3, 11])
    func truncatedGreeting(bytes: Int) async throws {
        let server = try await ScriptedServer(says: Array(Self.greeting.prefix(bytes)), .waits)
        let account = Account()
        var timing = Self.timing
        timing.greeting = 0.1
        let running = try Self.run("rtltcp://127.0.0.1:\(server.port)", account, timing: timing)
        let status = try #require(await account.waiting())
        #expect(status.detail.contains("no greeting within 0.1 s"), "\(status.detail)")
        #expect(status.counters.badGreetings == 1)
        running.cancel()
        try await running.value
        try await server.stop()
    }

    @Test func aServerThatGreetedMayBeSilentLongerThanAGreetingMayTake() async throws {
        let server = try await ScriptedServer(says: Self.greeting, .waits)
        let account = Account()
        var timing = Self.timing
        timing.greeting = 4
        timing.halfOpen = 6
        let running = try Self.run("rtltcp://127.0.0.1:\(server.port)", account, timing: timing)
        let status = try #require(await account.waiting())
        #expect(status.counters.badGreetings == 0 && status.counters.bytes == 12)
        #expect(status.detail.contains("nothing came for 6 s"), "\(status.detail)")
        running.cancel()
        try await running.value
        try await server.stop()
    }

    @Test func onlyAServerThatGreetedCountsAsConnected() async throws {
        let server = try await ScriptedServer(says: Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), .waits)
        let account = Account()
        let running = try Self.run("rtltcp://127.0.0.1:\(server.port)", account)
        for await status in account.statuses {
            #expect(status.state != .connected)
            if status.counters.badGreetings >= 3 { break }
        }
        running.cancel()
        try await running.value
        try await server.stop()
    }
}

/// Keeps what is logged as a warning or worse.
private final class LogLines: LogHandler {
    private let lines = Mutex<[String]>([])
    var warnings: [String] { lines.withLock { $0 } }

    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        if event.level >= .warning { lines.withLock { $0.append("\(event.message)") } }
    }
}
