import Aero
import Site
import Testing

@testable import pelacak

struct HistoryAlarmTests {
    private func time(_ seconds: Double) -> Timestamp { Timestamp(seconds: 1_700_000_000 + seconds) }

    @Test("one word when it begins, however many parts stop one after the other, and one when it is over")
    func once() {
        var alarm = HistoryAlarm()
        let raw = HistoryStop(.raw, .diskFull)
        #expect(alarm.note([], detail: "", at: time(0)) == nil)
        #expect(alarm.note([raw], detail: "full", at: time(1)) == .stopped(parts: [.raw], isFull: true, detail: "full"))
        #expect(alarm.note([raw, HistoryStop(.real, .diskFull)], detail: "full", at: time(2)) == nil)
        // A disk that is all but full takes a little now and then.
        #expect(alarm.note([], detail: "", at: time(3)) == nil)
        #expect(alarm.note([raw], detail: "full", at: time(4)) == nil)
        #expect(alarm.note([], detail: "", at: time(13.9)) == nil)
        #expect(alarm.note([], detail: "", at: time(14)) == .again)
        #expect(alarm.note([], detail: "", at: time(15)) == nil)
        let other = HistoryStop(.simulated, .other)
        #expect(
            alarm.note([other], detail: "why", at: time(16))
                == .stopped(parts: [.simulated], isFull: false, detail: "why")
        )
    }
}
