import Aero
import Testing

@testable import Store

struct RetentionClockTests {
    private let start = Timestamp(seconds: 1_790_000_000)

    private func wall(_ seconds: Double) -> Timestamp { start.advanced(bySeconds: seconds) }

    @Test func aClockThatGoesOnIsBelieved() {
        var clock = RetentionClock()
        for minute in 0..<5_000 {
            // As a clock that is slewed: half a second more in a minute.
            let seconds = Double(minute) * 60.5
            #expect(clock.time(wall: wall(seconds), steady: 7 + Double(minute) * 60) == wall(seconds))
        }
    }

    @Test func whatItJumpsForwardIsNotBelievedForTwoDays() {
        var clock = RetentionClock()
        _ = clock.time(wall: wall(0), steady: 100)
        let jump = 172_800.0 * 10
        for minute in 1..<2_880 {
            let seconds = Double(minute) * 60
            #expect(clock.time(wall: wall(jump + seconds), steady: 100 + seconds) == wall(seconds))
        }
        let later = 172_800.0 + 120
        #expect(clock.time(wall: wall(jump + later), steady: 100 + later) == wall(jump + later))
    }

    @Test func twoJumpsAreAddedAndOneBackTakesThemAway() {
        var clock = RetentionClock()
        _ = clock.time(wall: wall(0), steady: 0)
        #expect(clock.time(wall: wall(86_460), steady: 60) == wall(60))
        #expect(clock.time(wall: wall(172_920), steady: 120) == wall(120))
        #expect(clock.time(wall: wall(180), steady: 180) == wall(180))
        #expect(clock.time(wall: wall(240), steady: 240) == wall(240))
    }

    @Test func aClockThatIsSetBackIsBelieved() {
        var clock = RetentionClock()
        _ = clock.time(wall: wall(0), steady: 0)
        #expect(clock.time(wall: wall(-86_400), steady: 60) == wall(-86_400))
        // And set right again: that is a jump forward like any other.
        #expect(clock.time(wall: wall(120), steady: 120) == wall(-86_340))
    }

    @Test func aMachineThatSleptIsNoJump() {
        var clock = RetentionClock()
        _ = clock.time(wall: wall(0), steady: 0)
        #expect(clock.time(wall: wall(500_000), steady: 500_000) == wall(500_000))
    }
}
