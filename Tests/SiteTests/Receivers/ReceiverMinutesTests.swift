import Testing

@testable import Site

struct ReceiverMinutesTests {
    private func receiver(_ frames: Int, _ positions: Int = 0, name: String = "roof") -> Receiver {
        var source = SourceStatus(
            id: "s1",
            name: name,
            specification: "beast+tcp://h:1",
            format: "beast",
            state: .connected
        )
        (source.counters.frames, source.counters.positions) = (frames, positions)
        return Receiver.all(of: source)[0]
    }

    @Test("what came in a minute is counted from the look that is a minute old, not from the beginning")
    func minute() throws {
        var minutes = ReceiverMinutes()
        for step in 0...30 { minutes.note([receiver(step * 100, step)], at: Double(step) * 5) }
        let count = try #require(minutes.count(of: receiver(3100, 31), at: 155))
        #expect(count.seconds >= 60 && count.seconds <= 65)
        #expect(count.frames == Int(count.seconds / 5) * 100)
        #expect(count.positions == Int(count.seconds / 5))
    }

    @Test("without an earlier look nothing is told, and a young one says how long it counted")
    func young() {
        var minutes = ReceiverMinutes()
        #expect(minutes.count(of: receiver(5), at: 0) == nil)
        minutes.note([receiver(5)], at: 0)
        #expect(minutes.count(of: receiver(5), at: 0) == nil)
        #expect(minutes.count(of: receiver(9), at: 2) == .init(seconds: 2, frames: 4, positions: 0))
        #expect(minutes.count(of: receiver(9, name: "other"), at: 2) == nil)
    }

    @Test("looks are no closer than five seconds, and a counter that went back began anew")
    func restarts() {
        var minutes = ReceiverMinutes()
        minutes.note([receiver(100)], at: 0)
        #expect(!minutes.isDue(at: 4.9) && minutes.isDue(at: 5))
        minutes.note([receiver(900)], at: 4)
        #expect(minutes.count(of: receiver(130), at: 8) == .init(seconds: 8, frames: 30, positions: 0))
        #expect(minutes.count(of: receiver(7), at: 8) == .init(seconds: 8, frames: 7, positions: 0))
    }

    @Test("after a long time without a look the old one does not count")
    func silence() {
        var minutes = ReceiverMinutes()
        minutes.note([receiver(100)], at: 0)
        #expect(minutes.count(of: receiver(200), at: 1000) == nil)
    }
}
