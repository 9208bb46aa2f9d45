import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

/// What the archive is told of what a table took in.
struct ObservationWriterTests {
    static let fleet: [ReceivedFrame] = {
        var settings = SisterFleet.Settings()
        settings.size = 30
        settings.distance = 0
        settings.bitErrors = 0
        settings.seconds = 90
        settings.seed = 5
        // What is sent again within two seconds cannot be told from a copy.
        var last: [Frame: Timestamp] = [:]
        return SisterFleet.frames(settings).map(\.received).filter { received in
            defer { last[received.frame] = received.time }
            return last[received.frame].map { received.time.seconds(since: $0) > 4 } ?? true
        }
    }()

    private static func alone(_ frames: [ReceivedFrame]) -> WriterRun {
        var run = WriterRun()
        for frame in frames { run.take(frame, WriterRun.feed(0), at: frame.time) }
        run.finish()
        return run
    }

    private func received(_ hex: String, at seconds: Double, repaired: UInt8 = 0) throws -> ReceivedFrame {
        ReceivedFrame(
            frame: try Frame(hex: hex),
            time: Timestamp(seconds: 1_700_000_000 + seconds),
            level: -12.5,
            repairedBits: repaired
        )
    }

    private let even = "8D40621D58C382D690C8AC2863A7"
    private let odd = "8D40621D58C386435CC412692AD6"

    @Test func everyPositionBecomesARow() {
        let run = Self.alone(Self.fleet)
        let positioned = run.rows.filter(\.observation.hasPosition)
        #expect(run.fixes > 500)
        #expect(positioned.count == run.fixes)
        #expect(run.writer.statistics.positions == run.fixes)
        #expect(run.writer.waitingCount == 0)
    }

    @Test func rowsComeInTheOrderOfTime() {
        let run = Self.alone(Self.fleet)
        let times = run.rows.map(\.observation.milliseconds)
        #expect(times == times.sorted())
    }

    @Test func aRowHoldsWhatIsKnownThen() throws {
        // The 1090 MHz Riddle, chapters on airborne position and velocity: one aircraft's even and odd halves and a velocity.
        var run = WriterRun()
        let feed = WriterRun.feed(3)
        let velocity = "8D40621D994409940838175B284F"
        run.take(try received(even, at: 0), feed, at: Timestamp(seconds: 1_700_000_000))
        for (second, hex) in [(1.0, odd), (1.5, velocity), (2, even), (2.5, odd)] {
            let frame = try received(hex, at: second)
            run.take(frame, feed, at: frame.time)
        }
        run.finish()
        let row = try #require(run.rows.last)
        let seen = row.observation
        let position = try #require(seen.position)
        #expect(row.aircraft == ArchivedAircraft(AircraftAddress(icao: 0x40621D)))
        #expect(seen.milliseconds == 1_700_000_002_500)
        #expect(abs(position.latitude - 52.2658) < 0.01)
        #expect(abs(position.longitude - 3.9389) < 0.03)
        #expect(seen.barometricAltitude == 38_000)
        #expect(seen.nic == 8)
        #expect(seen.level == -12.5)
        #expect(seen.sourceClass == .adsbICAO)
        #expect(seen.flags == [])
        #expect(run.heard.last?.ids == [WriterRun.number(feed, nil)])
    }

    @Test func valuesThatAreOldAreLeftOut() throws {
        let feed = WriterRun.feed(0)
        for (silence, isThere) in [(20.0, true), (40, false)] {
            var run = WriterRun()
            for (second, hex) in [(0.0, even), (0.5, odd), (1, even)] {
                run.take(try received(hex, at: second), feed, at: Timestamp(seconds: 1_700_000_000 + second))
            }
            // A squitter with a position whose altitude field is empty.
            var bare = try Frame(hex: odd)
            bare = Frame(high: bare.high & ~0x0000_0000_00FF_F000, low: bare.low)
            bare = Self.withParity(bare)
            run.take(
                ReceivedFrame(frame: bare, time: Timestamp(seconds: 1_700_000_001 + silence)),
                feed,
                at: Timestamp(seconds: 1_700_000_001 + silence)
            )
            run.finish()
            let last = try #require(run.rows.last?.observation)
            #expect(last.hasPosition)
            #expect((last.barometricAltitude != nil) == isThere)
        }
    }

    /// The same frame with the parity of an extended squitter.
    private static func withParity(_ frame: Frame) -> Frame {
        let bare = Frame(high: frame.high, low: frame.low & ~0xFF_FFFF_0000)
        return Frame(high: bare.high, low: bare.low | UInt64(bare.remainder) << 16)
    }

    @Test func silenceIsMarked() throws {
        var run = WriterRun()
        let feed = WriterRun.feed(0)
        for (second, hex) in [(0.0, even), (0.5, odd), (1, even), (131, odd), (131.5, even), (132, odd)] {
            run.take(try received(hex, at: second), feed, at: Timestamp(seconds: 1_700_000_000 + second))
        }
        run.finish()
        let marked = run.rows.map(\.observation).filter { $0.flags.contains(.afterGap) }
        let positions = run.rows.map(\.observation).filter(\.hasPosition)
        #expect(marked.count == 1)
        #expect(marked.first == positions.first { $0.milliseconds > 1_700_000_130_000 })
    }

    // MARK: - Who heard it

    private static func copies(late: Double, seed: UInt64) -> [SharedSky.Copy] {
        var settings = SharedSky.Settings()
        settings.lateness = late
        settings.seed = seed
        return SharedSky.copies(of: fleet, settings)
    }

    @Test(arguments: 1...4)
    func copiesThatComeLaterJoin(seed: UInt64) {
        let copies = Self.copies(late: 1.5, seed: seed)
        var run = WriterRun()
        run.take(copies, from: Self.fleet[0].time)
        run.finish()
        let byTime = Dictionary(grouping: copies) { $0.received.time.milliseconds / 2 }
        #expect(run.rows.count > 500)
        var several = 0
        var others = 0
        for (row, set) in zip(run.rows, run.heard) {
            let cell = row.observation.milliseconds / 2
            let near = (cell - 1...cell + 1).flatMap { byTime[$0] ?? [] }
            let possible = near.filter { (try? Message($0.received.frame))?.address == row.aircraft.address }
            let frames = Dictionary(grouping: possible, by: \.received.frame).values
            let sets = frames.map { Set($0.map { WriterRun.number(WriterRun.feed($0.receiver), nil) }) }
            if !sets.contains(Set(set.ids)) { others += 1 }
            if set.count > 1 { several += 1 }
        }
        #expect(several > run.rows.count / 2)
        // An earlier half that comes late gives the place of the later one: those who heard the earlier one are told.
        #expect(others * 50 <= run.rows.count, "\(others) of \(run.rows.count)")
    }

    @Test func withoutWaitingCopiesAreMissed() {
        let copies = Self.copies(late: 1, seed: 1)
        var hasty = ObservationWriter.Configuration()
        hasty.holdSeconds = 0
        func heard(_ configuration: ObservationWriter.Configuration) -> Int {
            var run = WriterRun(configuration)
            run.take(copies, from: Self.fleet[0].time)
            run.finish()
            return run.heard.reduce(0) { $0 + $1.count }
        }
        #expect(heard(hasty) < heard(.init()) * 9 / 10)
    }

    @Test func howOftenSomebodyAsksDoesNotMatter() {
        let copies = Self.copies(late: 1.9, seed: 2)
        func rows(_ seconds: Double?) -> [UInt8] {
            var run = WriterRun()
            var next = Self.fleet[0].time
            for copy in copies {
                let now = Self.fleet[0].time.advanced(bySeconds: copy.arrival)
                while let seconds, next < now {
                    run.settle(at: next)
                    next = next.advanced(bySeconds: seconds)
                }
                run.take(copy.received, WriterRun.feed(copy.receiver), at: now)
            }
            run.finish()
            return Self.canonical(run)
        }
        let never = rows(nil)
        #expect(rows(0.01) == never)
        #expect(rows(0.37) == never)
    }

    /// The same copies in another order of arrival.
    private static func shuffled(_ copies: [SharedSky.Copy], late: Double, seed: UInt64) -> [SharedSky.Copy] {
        var random = SeededGenerator(seed: seed)
        return copies.map { copy in
            let delay = Double.random(in: 0...late, using: &random)
            return SharedSky.Copy(
                received: copy.received,
                receiver: copy.receiver,
                arrival: copy.received.time.seconds(since: fleet[0].time) + delay
            )
        }.sorted { $0.arrival < $1.arrival }
    }

    @Test(arguments: 1...6)
    func inTheOrderOfReceptionRowsAreTheSameWhateverTheOrderOfArrival(seed: UInt64) {
        let copies = Self.copies(late: 0, seed: 9)
        func rows(_ copies: [SharedSky.Copy]) -> WriterRun {
            var run = WriterRun(orderSeconds: 1)
            run.take(copies, from: Self.fleet[0].time)
            run.finish()
            return run
        }
        let straight = rows(copies)
        let other = rows(Self.shuffled(copies, late: 0.99, seed: seed))
        #expect(straight.rows.count > 500)
        #expect(Self.canonical(straight) == Self.canonical(other))
    }

    /// Rows and names as bytes, each in one stream: how they were cut into batches does not matter.
    static func canonical(_ run: WriterRun) -> [UInt8] {
        run.batches.flatMap { $0.canonicalRows() } + run.batches.flatMap { $0.canonicalNames() }
    }

    @Test func lateBeyondTheBoundIsCountedAndNotLost() {
        var order = ReceptionOrder(seconds: 1)
        let frames = Self.fleet.prefix(100)
        var out = 0
        for frame in frames {
            order.add(frame, from: WriterRun.feed(0))
            while order.next(at: frame.time.advanced(bySeconds: 5)) != nil { out += 1 }
        }
        order.add(frames[0], from: WriterRun.feed(0))
        while order.next() != nil { out += 1 }
        #expect(out == 101)
        #expect(order.late == 1)
    }
}
