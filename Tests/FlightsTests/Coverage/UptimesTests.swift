import Aero
import Flights
import Testing

@Suite struct UptimesTests {
    private let antenna: Listener
    private let provider: Listener

    init() throws {
        antenna = try #require(Listener(number: 1, kind: .receiver))
        provider = try #require(Listener(number: 2, kind: .polledByArea))
    }

    private func t(_ seconds: Double) -> Timestamp { Timestamp(seconds: 1_750_000_000 + seconds) }

    @Test func unknownIsNotUp() {
        #expect(!Uptimes().isUp(antenna, throughout: t(0)...t(1)))
        #expect(Uptimes().listeners.isEmpty)
    }

    @Test("any order of adding gives the same intervals")
    func joins() {
        let pieces = [t(0)...t(10), t(20)...t(30), t(10)...t(12), t(29)...t(40), t(100)...t(101), t(-5)...t(-1)]
        let expected = [t(-5)...t(-1), t(0)...t(12), t(20)...t(40), t(100)...t(101)]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<50 {
            var uptimes = Uptimes()
            for piece in pieces.shuffled(using: &generator) { uptimes.add(piece, of: antenna) }
            #expect(uptimes.intervals(of: antenna) == expected)
        }
    }

    @Test func mustBeUpAllTheWhile() {
        var uptimes = Uptimes()
        uptimes.add(t(0)...t(10), of: antenna)
        uptimes.add(t(20)...t(30), of: antenna)
        #expect(uptimes.isUp(antenna, throughout: t(0)...t(10)))
        #expect(uptimes.isUp(antenna, throughout: t(22)...t(25)))
        #expect(!uptimes.isUp(antenna, throughout: t(9)...t(21)))
        #expect(!uptimes.isUp(antenna, throughout: t(10)...t(11)))
        #expect(!uptimes.isUp(provider, throughout: t(0)...t(1)))
    }

    @Test("a receiver that is connected and hears nobody is down after the patience")
    func deafness() {
        var heard = Uptimes()
        for second in stride(from: 0.0, through: 3_000, by: 50) { heard.noteHearing(at: t(second), by: antenna) }
        for second in stride(from: 9_000.0, through: 12_000, by: 50) { heard.noteHearing(at: t(second), by: antenna) }
        var connected = Uptimes()
        connected.add(t(-100)...t(20_000), of: antenna)
        let both = connected.limited(by: heard)
        #expect(both.isUp(antenna, throughout: t(100)...t(2_900)))
        #expect(!both.isUp(antenna, throughout: t(4_000)...t(5_000)))
        #expect(both.intervals(of: antenna) == [t(0)...t(3_000), t(9_000)...t(12_000)])
        #expect(heard.limited(by: connected) == both)
        #expect(connected.limited(by: Uptimes()).listeners.isEmpty)
    }

    @Test("failed, throttled and filtered polls are downtime", arguments: [PollOutcome.failed, .throttled, .filtered])
    func polls(outcome: PollOutcome) {
        var uptimes = Uptimes()
        var polls = (0...10).map { Poll(time: t(Double($0) * 60), outcome: .answered) }
        polls[4] = Poll(time: t(240), outcome: outcome)
        uptimes.add(polls: polls, of: provider, period: 60)
        #expect(uptimes.intervals(of: provider) == [t(0)...t(180), t(300)...t(600)])
    }

    @Test func aPollThatWasNotAskedIsDowntimeToo() {
        var uptimes = Uptimes()
        uptimes.add(
            polls: [0.0, 60, 180, 400, 460].map { Poll(time: t($0), outcome: .answered) },
            of: provider,
            period: 60
        )
        #expect(uptimes.intervals(of: provider) == [t(0)...t(180), t(400)...t(460)])
    }

    @Test func boundedByForgettingTheOldest() {
        var uptimes = Uptimes()
        for index in 0..<Uptimes.capacity + 10 {
            uptimes.add(t(Double(index) * 10)...t(Double(index) * 10 + 1), of: antenna)
        }
        #expect(uptimes.intervals(of: antenna).count == Uptimes.capacity)
        #expect(uptimes.intervals(of: antenna).first == t(100)...t(101))
    }
}
