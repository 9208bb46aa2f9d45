import Aero
import ModeS
import TestSupport
import Testing

@testable import Tracking

struct DeduplicatorTests {
    private static let start = Timestamp(seconds: 1_700_000_000)
    /// DF17, and DF0 with its address in the parity.
    private let squitter = "8D406B902015A678D4D220AA4BDA"
    private let reply = "02E197B00179C3"

    private func frame(
        _ hex: String,
        after seconds: Double = 0,
        level: Float? = -7,
        isExact: Bool = false
    ) throws -> ReceivedFrame {
        ReceivedFrame(
            frame: try Frame(hex: hex),
            time: Self.start.advanced(bySeconds: seconds),
            level: level,
            isTimeExact: isExact
        )
    }

    private func number(_ value: Int) -> ReceiverNumber { ReceiverNumber(rawValue: UInt16(value)) }

    /// Whether each of some frames counts as the first of its transmission.
    private func areNew(_ frames: [(ReceivedFrame, Int)]) -> [Bool] {
        var table = Deduplicator()
        return frames.map {
            if case .first = table.judge($0.0, by: number($0.1)) { true } else { false }
        }
    }

    @Test func copiesAreKeptWithWhoHeardThemWhenAndHowStrong() throws {
        var register = ReceiverRegister()
        let feeds = (1...2).map { FeedID(rawValue: $0) }
        let one = register.number(feeds[0], nil)
        let two = register.number(feeds[1], 9)
        var table = Deduplicator()
        guard case .first(let place) = table.judge(try frame(squitter, level: -3.25), by: one) else {
            Issue.record("the first counted as a copy")
            return
        }
        #expect(table.judge(try frame(squitter, after: 0.4, level: nil), by: two) == .copy(place))
        let expected = [
            Hearing(feed: feeds[0], receiver: nil, time: Self.start, level: -3.25),
            Hearing(feed: feeds[1], receiver: 9, time: Self.start.advanced(bySeconds: 0.4), level: nil),
        ]
        #expect(table.hearings(place, register) == Hearings(expected))
        #expect(table.place(of: try frame(squitter, after: 0.5)) == place)
        #expect(table.place(of: try frame(reply)) == nil)
    }

    @Test func beyondThirtyTwoReceiversAreOnlyCounted() throws {
        var register = ReceiverRegister()
        let numbers = (1...40).map { register.number(FeedID(rawValue: $0), nil) }
        var table = Deduplicator()
        var places: Set<Int> = []
        for (step, number) in numbers.enumerated() {
            switch table.judge(try frame(squitter, after: Double(step) / 100), by: number) {
            case .first(let place), .copy(let place): places.insert(place)
            }
        }
        let place = try #require(places.first)
        #expect(places.count == 1)
        let hearings = table.hearings(place, register)
        #expect(hearings.all.count == 32 && hearings.beyond == 8 && hearings.count == 40)
        #expect(hearings.all.map(\.feed.rawValue) == Array(1...32))
    }

    @Test func theSameBitsFromTheSameReceiverAreANewTransmission() throws {
        let frames = [
            (try frame(squitter), 1), (try frame(squitter, after: 1), 1), (try frame(squitter, after: 1.1), 2),
        ]
        #expect(areNew(frames) == [true, true, false])
    }

    @Test func aLateCopyIsOfTheNearestTransmission() throws {
        var table = Deduplicator()
        let first = table.judge(try frame(reply), by: number(1))
        let second = table.judge(try frame(reply, after: 0.6), by: number(1))
        guard case .first(let early) = first, case .first(let late) = second else {
            Issue.record("a transmission counted as a copy")
            return
        }
        #expect(table.judge(try frame(reply, after: 0.59), by: number(2)) == .copy(late))
        #expect(table.judge(try frame(reply, after: 0.01), by: number(2)) == .copy(early))
        #expect(table.judge(try frame(reply, after: 0.02), by: number(3)) == .copy(early))
        #expect(table[early].copies == 2 && table[late].copies == 1)
    }

    @Test func copiesMayComeBeforeTheFirstByTheirClocks() throws {
        #expect(areNew([(try frame(squitter), 1), (try frame(squitter, after: -1.9), 2)]) == [true, false])
    }

    @Test func afterTheWindowTheSameBitsAreNew() throws {
        #expect(areNew([(try frame(squitter), 1), (try frame(squitter, after: 2.1), 2)]) == [true, true])
        #expect(areNew([(try frame(reply), 1), (try frame(reply, after: 1.1), 2)]) == [true, true])
        #expect(areNew([(try frame(reply), 1), (try frame(reply, after: 0.9), 2)]) == [true, false])
    }

    @Test func repliesAtTwoSatelliteClocksAreCopiesWithinHalfAMillisecondOnly() throws {
        let early = try frame(reply, isExact: true)
        #expect(areNew([(early, 1), (try frame(reply, after: 0.000_4, isExact: true), 2)]) == [true, false])
        #expect(areNew([(early, 1), (try frame(reply, after: 0.000_6, isExact: true), 2)]) == [true, true])
        // Only one of the clocks is that good.
        #expect(areNew([(early, 1), (try frame(reply, after: 0.000_6), 2)]) == [true, false])
    }

    @Test func differentFramesAreHardlyEverMistaken() {
        var table = Deduplicator(sizeExponent: 10)
        var random = SeededGenerator(seed: 6)
        var mistaken = 0
        for _ in 0..<50_000 {
            let frame = ReceivedFrame(frame: Frame(high: random.next(), low: random.next()), time: Self.start)
            if case .copy = table.judge(frame, by: number(Int(random.next() % 1_000))) { mistaken += 1 }
        }
        #expect(mistaken <= 2)
    }

    @Test func anyTimesAndAnyNumberOfCopiesNeitherTrapNorLoop() throws {
        var table = Deduplicator(sizeExponent: 8)
        var register = ReceiverRegister()
        let numbers = (0..<100).map { register.number(FeedID(rawValue: $0), nil) }
        var random = SeededGenerator(seed: 7)
        let times: [Int64] = [.min, .max, 0, 1, -1, .min + 1]
        for step in 0..<100_000 {
            var received = try frame(random.next() % 2 == 0 ? squitter : reply)
            received.time = Timestamp(
                nanoseconds: step % 7 == 0 ? times[step % 6] : Int64(random.next() % 3_000_000_000)
            )
            received.level = Float(bitPattern: UInt32(truncatingIfNeeded: random.next()))
            switch table.judge(received, by: numbers[Int(random.next() % 100)]) {
            case .first(let place), .copy(let place):
                #expect(table.hearings(place, register).all.count <= Hearings.capacity)
            }
        }
    }
}
