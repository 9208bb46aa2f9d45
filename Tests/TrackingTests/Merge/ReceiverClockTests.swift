import Testing

@testable import Tracking

struct ReceiverClockTests {
    @Test func aClockThatIsOffIsSetRightAfterFourEqualErrors() {
        var clock = ReceiverClock()
        for _ in 0..<3 { clock.note(error: 700_000_000) }
        #expect(clock.offset == 0)
        clock.note(error: 700_000_000)
        #expect(clock.offset == 700_000_000)
    }

    @Test func jitterIsAveragedAndStrayErrorsDoNothing() {
        var clock = ReceiverClock()
        for step in 0..<400 { clock.note(error: (step % 2 == 0 ? 30_000_000 : 10_000_000) - clock.offset) }
        #expect(abs(clock.offset - 20_000_000) < 3_000_000)
        let before = clock.offset
        for step in 0..<100 { clock.note(error: step % 2 == 0 ? 1_000_000_000 : -1_000_000_000) }
        #expect(clock.offset == before)
    }

    @Test func noClockIsMovedByMoreThanTwoSeconds() {
        var clock = ReceiverClock()
        for _ in 0..<100 { clock.note(error: 1_900_000_000) }
        #expect(clock.offset == 2_000_000_000)
    }
}
