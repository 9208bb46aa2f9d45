import Aero
import Feeds
import Logging
import ModeS
import Radio
import Site
import Synchronization
import Testing

@testable import Tracking
@testable import pelacak

/// What the sky counts of its sources.
struct LiveSkyReceptionTests {
    private final class Clock: Sendable {
        let seconds = Mutex(1_795_377_960.0)
        func set(_ value: Double) { seconds.withLock { $0 = value } }
        var now: Timestamp { Timestamp(seconds: seconds.withLock { $0 }) }
    }

    private let clock = Clock()
    private static let begin = 1_795_377_960.0
    /// Where the aircraft of `pair` is: 52.2572 N, 3.9194 E.
    private let pair = ["8D40621D58C382D690C8AC2863A7", "8D40621D58C386435CC412692AD6"]
    private let stand = Position(latitude: 52.2572, longitude: 2.4)

    private func sky() -> LiveSky {
        LiveSky(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, wall: { [clock] in clock.now })
    }

    private func place(_ position: Position?) -> ReceiverPlace? {
        position.map { ReceiverPlace(position: $0, height: nil) }
    }

    private func batch(_ hexes: [String], level: Float? = -10, simulated: Bool = false) throws -> FeedBatch {
        let now = clock.now
        var frames = simulated ? [ReceivedFrame(frame: SimulationMarker.frame, time: now)] : []
        for hex in hexes { frames.append(ReceivedFrame(frame: try Frame(hex: hex), time: now, level: level)) }
        return FeedBatch(frames: frames, sawSimulationMark: simulated)
    }

    /// Lets a source send the pair each second, and the sky tick.
    private func send(_ sky: LiveSky, _ feeds: [FeedID], seconds: Range<Int>, simulated: Bool = false) async throws {
        for second in seconds {
            clock.set(Self.begin + Double(second))
            for feed in feeds { await sky.ingest(try batch([pair[second % 2]], simulated: simulated), from: feed) }
            await sky.tick()
        }
    }

    @Test("a live source is counted by minutes, with who was heard and how far in which direction")
    func live() async throws {
        let sky = sky()
        let feed = await sky.open(name: "roof", isRecording: false, place: place(stand))
        try await send(sky, [feed], seconds: 0..<200)
        let history = try #require(await sky.received(feed)).history
        let slots = history.slots(of: .hour)
        #expect(slots.count == 4)
        #expect(slots[1].messageCount == 60 && slots[2].messageCount == 60)
        #expect(slots[1].levels[10] == 60 && abs(slots[1].watchedSeconds - 60) < 0.001)
        #expect(slots.allSatisfy { $0.aircraft == 1 && $0.positioned == 1 })
        let day = history.slots(of: .day)[0]
        #expect(day.farthest.firstIndex { $0 > 0 } == 8, "it is east: \(day.farthest)")
        let metres = try #require(day.farthest.max())
        #expect(abs(metres - 103_400) < 1500, "\(metres)")
        #expect(history.isSimulated == false)
    }

    @Test("the same transmissions give both of two receivers their range: copies are heard too")
    func copies() async throws {
        let sky = sky()
        let near = await sky.open(name: "near", isRecording: false, place: place(stand))
        let far = await sky.open(
            name: "far",
            isRecording: false,
            place: place(Position(latitude: 53.2, longitude: 3.9))
        )
        try await send(sky, [near, far], seconds: 0..<60)
        for (feed, sector) in [(near, 8), (far, 17)] {
            let slot = try #require(await sky.received(feed)?.history.slots(of: .day).first)
            #expect(slot.messageCount == 60 && slot.aircraft == 1)
            #expect(slot.farthest.firstIndex { $0 > 0 } == sector, "\(slot.farthest)")
        }
    }

    @Test("without a place there is no range, and nobody who only claims a place gives one")
    func noRange() async throws {
        let sky = sky()
        let feed = await sky.open(name: "roof", isRecording: false, place: nil)
        try await send(sky, [feed], seconds: 0..<30)
        #expect(try #require(await sky.received(feed)).history.slots(of: .day).allSatisfy { $0.farthest.isEmpty })
    }

    @Test("a source that gives nothing is watched all the same; one that ended is not")
    func silent() async throws {
        let sky = sky()
        let feed = await sky.open(name: "roof", isRecording: false, place: nil)
        try await send(sky, [feed], seconds: 0..<10)
        for second in 10..<130 {
            clock.set(Self.begin + Double(second))
            await sky.tick()
        }
        var slots = try #require(await sky.received(feed)).history.slots(of: .hour)
        #expect(slots.count == 3 && slots[1].messageCount == 0 && abs(slots[1].watchedSeconds - 60) < 0.001)
        await sky.close(feed)
        for second in 130..<600 {
            clock.set(Self.begin + Double(second))
            await sky.tick()
        }
        slots = try #require(await sky.received(feed)).history.slots(of: .hour)
        #expect(slots.count == 3)
        // It is opened again under its name, and goes on.
        let again = await sky.open(name: "roof", isRecording: false, place: nil)
        try await send(sky, [again], seconds: 600..<660)
        slots = try #require(await sky.received(again)).history.slots(of: .hour)
        #expect(slots.count == 4 && slots[3].messageCount == 60)
    }

    @Test("a recording has its own time, and its last aircraft are counted at its end")
    func recording() async throws {
        let sky = sky()
        let feed = await sky.open(name: "old", isRecording: true, place: place(stand))
        var frames: [ReceivedFrame] = []
        for second in 0..<300 {
            let time = Timestamp(seconds: 1000 + Double(second))
            frames.append(ReceivedFrame(frame: try Frame(hex: pair[second % 2]), time: time, level: -20))
            if frames.count == 10 {
                await sky.ingest(FeedBatch(frames: frames), from: feed)
                frames = []
            }
        }
        await sky.finish(feed)
        let history = try #require(await sky.received(feed)).history
        #expect(history.isRecording && history.last == Timestamp(seconds: 1290))
        let slots = history.slots(of: .hour)
        #expect(slots.first?.start == 960 && slots.last?.start == 1260)
        #expect(slots.allSatisfy { $0.aircraft == 1 })
        #expect(slots.reduce(0) { $0 + $1.messageCount } == 300)
        #expect(history.slots(of: .day).contains { $0.farthest.contains { $0 > 100_000 } })
    }

    @Test("what is simulated says so; real data in a simulated sky are dropped and counted")
    func simulated() async throws {
        let sky = sky()
        let made = await sky.open(name: "made", isRecording: false, place: nil)
        let roof = await sky.open(name: "roof", isRecording: false, place: nil)
        try await send(sky, [made], seconds: 0..<5, simulated: true)
        try await send(sky, [roof], seconds: 5..<20)
        #expect(await sky.received(made)?.history.isSimulated == true)
        let slot = try #require(await sky.received(roof)?.history.slots(of: .hour).first)
        #expect(slot.messageCount == 0 && slot.dropped > 5)
    }

    @Test("who is polled hears nothing, and has no reception")
    func polled() async throws {
        let sky = sky()
        let feed = await sky.open(
            name: "provider",
            isRecording: false,
            place: nil,
            origin: FeedOrigin(isPolled: true, licence: .own, credit: nil, home: nil)
        )
        try await send(sky, [feed], seconds: 0..<5)
        #expect(await sky.received(feed) == nil)
    }

    @Test("positions that stations on the ground or other programs tell are heard at no place")
    func classes() throws {
        let position = try #require(stand)
        for sourceClass in SourceClass.allCases {
            for method in [Fix.Method.global, .claimed] {
                let fix = Fix(
                    position: position,
                    time: clock.now,
                    source: .frame(.extendedSquitter, typeCode: 11),
                    sourceClass: sourceClass,
                    feed: FeedID(rawValue: 1),
                    method: method,
                    isOnGround: false
                )
                let direct: Set<SourceClass> = [.adsbICAO, .adsbICAOWithoutTransponder, .adsbOther]
                #expect(fix.isHeardAtItsPlace == (direct.contains(sourceClass) && method == .global))
            }
        }
    }
}
