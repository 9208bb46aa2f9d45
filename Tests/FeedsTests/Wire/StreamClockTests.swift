import Aero
import ModeS
import Testing

@testable import Feeds

struct StreamClockTests {
    private static let start = Timestamp(seconds: 1_700_000_000)

    private func gnss(_ nanoseconds: Int64) -> UInt64 {
        let ofDay = nanoseconds % 86_400_000_000_000
        return UInt64(ofDay / 1_000_000_000) << 30 | UInt64(ofDay % 1_000_000_000)
    }

    @Test func liveTicksOfTwelveMegahertzAreFound() {
        var clock = StreamClock(base: .arrival, kind: nil)
        let first: UInt64 = 0xFFFF_FF00_0000
        for step in 0..<400 {
            let arrival = Self.start.advanced(bySeconds: Double(step) / 100 + (step % 3 == 0 ? 0.02 : 0))
            _ = clock.time(of: (first &+ UInt64(step) * 120_000) & StreamClock.mask, arrival: arrival)
        }
        #expect(clock.kind == .ticks)
        #expect(clock.disagreements == 0)
    }

    @Test func liveGNSSIsFoundAndPutsFramesOnTheirOwnTime() throws {
        var clock = StreamClock(base: .arrival, kind: nil)
        var time: Timestamp?
        for step in 0..<400 {
            let sent = Self.start.advanced(bySeconds: Double(step) / 100)
            time = clock.time(of: gnss(sent.nanoseconds), arrival: sent.advanced(bySeconds: 0.3))
        }
        #expect(clock.kind == .gps)
        #expect(time == Self.start.advanced(bySeconds: 3.99))
    }

    @Test func stampsThatFollowNoClockAreNotUsed() {
        var clock = StreamClock(base: .arrival, kind: nil)
        for step in 0..<400 {
            _ = clock.time(of: UInt64(step) * 977, arrival: Self.start.advanced(bySeconds: Double(step) / 100))
        }
        #expect(clock.kind == ClockKind.none)
    }

    @Test func aLiveClockMoreThanTwoSecondsOffIsFlaggedAndArrivalCounts() {
        var clock = StreamClock(base: .arrival, kind: .gps)
        let wrong = gnss(Self.start.advanced(bySeconds: 5).nanoseconds)
        #expect(clock.time(of: wrong, arrival: Self.start) == Self.start)
        #expect(clock.disagreements == 1)
    }

    @Test func liveTicksWrapWithoutAJump() throws {
        var clock = StreamClock(base: .arrival, kind: .ticks)
        var last = Self.start
        for step in 0..<100 {
            let arrival = Self.start.advanced(bySeconds: Double(step) / 10)
            let ticks = (0xFFFF_FFFF_0000 &+ UInt64(step) * 1_200_000) & StreamClock.mask
            let timeFound = clock.time(of: ticks, arrival: arrival)
            let time = try #require(timeFound)
            #expect(abs(time.seconds(since: arrival)) < 0.001)
            last = time
        }
        #expect(last > Self.start)
        #expect(clock.disagreements == 0)
    }

    @Test func aRecordingWithGNSSStampsIsFoundAndCrossesMidnight() throws {
        // Ten seconds before midnight, 100 frames a second.
        let midnight = Timestamp(nanoseconds: 1_700_006_400_000_000_000)
        let begin = midnight.advanced(bySeconds: -10)
        var clock = StreamClock(base: .recording(start: begin.advanced(bySeconds: -3000)), kind: nil)
        for step in 0..<2000 {
            let sent = begin.advanced(bySeconds: Double(step) / 100)
            let time = clock.time(of: gnss(sent.nanoseconds), arrival: Self.start)
            if clock.kind != nil, let time { #expect(abs(time.seconds(since: sent)) < 1e-6) }
        }
        #expect(clock.kind == .gps)
    }

    @Test func aRecordingGoesOnWhenItsReceiverWasStartedAgain() throws {
        var clock = StreamClock(base: .recording(start: Self.start), kind: .ticks)
        _ = clock.time(of: 120_000_000_000, arrival: Self.start)
        let beforeFound = clock.time(of: 120_012_000_000, arrival: Self.start)
        let before = try #require(beforeFound)
        #expect(before == Self.start.advanced(bySeconds: 1))
        let afterFound = clock.time(of: 12_000, arrival: Self.start)
        let after = try #require(afterFound)
        #expect(after == before)
        #expect(clock.disagreements == 1)
    }

    @Test func extremeStampsAndInstantsNeverTrap() {
        for base in [
            TimeBase.arrival, .recording(start: Timestamp(nanoseconds: .max)),
            .recording(start: Timestamp(nanoseconds: .min)),
        ] {
            for kind in [ClockKind.ticks, .gps, ClockKind.none, nil] {
                var clock = StreamClock(base: base, kind: kind)
                var random = SeededGenerator(5)
                for step in 0..<5000 {
                    let arrival = Timestamp(
                        nanoseconds: step % 3 == 0 ? .max : step % 3 == 1 ? .min : Int64(bitPattern: random.next())
                    )
                    _ = clock.time(of: random.next() & StreamClock.mask, arrival: arrival)
                }
            }
        }
    }
}
