import Aero
import Feeds
import ModeS
import Radio
import Site
import Testing
import Tracking

@testable import pelacak

struct ReceptionHistoryTests {
    private static let begin = Timestamp(seconds: 1_795_377_960)

    private func at(_ seconds: Double) -> Timestamp { Self.begin.advanced(bySeconds: seconds) }

    private func tally(_ count: Int, level: Float? = -12.5, repaired: UInt8 = 0) throws -> ReceptionTally {
        let frame = try Frame(hex: "8D40621D58C382D690C8AC2863A7")
        var tally = ReceptionTally()
        for _ in 0..<count {
            tally.note(
                ReceivedFrame(frame: frame, time: Self.begin, level: level, repairedBits: repaired),
                .believed
            )
        }
        return tally
    }

    @Test("messages are counted by kind and level; what is no message is refused")
    func counted() throws {
        var tally = try tally(3)
        tally.note(
            ReceivedFrame(frame: try Frame(hex: "5D40621D58C382"), time: Self.begin, level: -70, repairedBits: 1),
            .copy
        )
        tally.note(
            ReceivedFrame(frame: try Frame(hex: "8D40621D58C382D690C8AC2863A7"), time: Self.begin, level: .nan),
            .unattributed
        )
        tally.note(.report, count: 4)
        var slot = ReceptionSlot(start: 0)
        tally.add(to: &slot)
        tally.add(to: &slot)
        #expect(slot.messages[ReceptionKind.squitter.rawValue] == 8)
        #expect(slot.messages[ReceptionKind.allCall.rawValue] == 2 && slot.messages[ReceptionKind.report.rawValue] == 8)
        #expect(slot.levels[12] == 6 && slot.levels[59] == 2 && slot.levels.reduce(0, +) == 8)
        #expect(slot.repaired == 2)
    }

    @Test("every format of a frame has a kind, and every kind a word of its own and a place")
    func kinds() {
        for format in 0..<64 { #expect(ReceptionKind(format: format).rawValue < ReceptionKind.allCases.count) }
        #expect(Set(ReceptionKind.allCases.map(\.word)).count == ReceptionKind.allCases.count)
        #expect(ReceptionKind.allCases.count == 8, "a tally has as many places")
    }

    @Test("an hour and a day are counted together; rates are of the time it was open")
    func both() throws {
        var history = ReceptionHistory(isRecording: false)
        for second in 0..<7200 {
            history.advance(to: at(Double(second)))
            if second % 2 == 0 { history.add(try tally(5), at: at(Double(second)), isSimulated: false) }
        }
        let (hour, day) = (history.slots(of: .hour), history.slots(of: .day))
        #expect(hour.count == 60 && day.count == 9)
        #expect(hour.allSatisfy { $0.messageCount == 150 })
        #expect(hour.dropLast().allSatisfy { abs($0.watchedSeconds - 60) < 0.001 })
        #expect(day.reduce(0) { $0 + $1.messageCount } == 18_000)
        #expect(day[1].levels[12] == 2250)
    }

    @Test("a silence of more than two minutes was not watched; one of less was")
    func silences() throws {
        var history = ReceptionHistory(isRecording: true)
        history.add(try tally(1), at: at(0), isSimulated: false)
        history.add(try tally(1), at: at(100), isSimulated: false)
        history.add(try tally(1), at: at(1000), isSimulated: false)
        let watched = history.slots(of: .day).reduce(0) { $0 + $1.watchedSeconds }
        #expect(abs(watched - 100) < 0.001)
    }

    @Test("a clock that is set back, or a recording that plays again, begins anew; a little back is nothing")
    func back() throws {
        var history = ReceptionHistory(isRecording: true)
        for second in 0..<600 { history.add(try tally(1), at: at(Double(second)), isSimulated: false) }
        history.add(try tally(1), at: at(540), isSimulated: false)
        #expect(history.slots(of: .hour).reduce(0) { $0 + $1.messageCount } == 601)
        #expect(history.last == at(599))
        history.add(try tally(1), at: at(0), isSimulated: false)
        #expect(history.slots(of: .hour).map(\.messageCount) == [1])
        #expect(history.slots(of: .day).map(\.messageCount) == [1])
    }

    @Test("what was simulated is forgotten when the data become real, and the other way")
    func worlds() throws {
        var history = ReceptionHistory(isRecording: false)
        history.add(try tally(9), at: at(0), isSimulated: true)
        #expect(history.isSimulated == true)
        history.add(try tally(1), at: at(5), isSimulated: false)
        #expect(history.isSimulated == false)
        #expect(history.slots(of: .hour).map(\.messageCount) == [1])
    }

    @Test("counters of a demodulator become what came since, also when its connection begins anew")
    func radio() {
        var history = ReceptionHistory(isRecording: false)
        var statistics = DemodulatorStatistics()
        (statistics.samples, statistics.parityFailures, statistics.clippedSamples) = (2_400_000, 100, 7)
        (statistics.noiseLevel, statistics.gainStep) = (-30, 20)
        history.note(statistics, gain: nil, at: at(1))
        (statistics.samples, statistics.parityFailures, statistics.lostSamples) = (4_800_000, 150, 1000)
        (statistics.noiseLevel, statistics.gainStep) = (-34, 21)
        history.note(statistics, gain: nil, at: at(2))
        // What came late is taken off again; a lost sample that was told stays told.
        statistics.lostSamples = 900
        history.note(statistics, gain: nil, at: at(3))
        statistics = DemodulatorStatistics()
        (statistics.samples, statistics.parityFailures) = (2_400_000, 3)
        history.note(statistics, gain: 42.1, at: at(4))
        let slot = history.slots(of: .hour)[0]
        #expect(slot.samples == 7_200_000 && slot.refused == 153 && slot.lostSamples == 1000)
        #expect(slot.clippedSamples == 7)
        #expect(slot.noiseMean.map { abs($0 + 32.667) < 0.01 } == true && slot.noiseHighest == -30)
        #expect(slot.gain == 42.1 && slot.gainStep == nil)
        #expect(history.hasRadio)
    }

    @Test("what the reader of bytes refused and dropped is counted once")
    func wire() {
        var history = ReceptionHistory(isRecording: false)
        var counters = WireCounters()
        history.note(counters, at: at(0))
        #expect(history.last == nil, "nothing was counted, so nothing is known")
        (counters.badLengths, counters.overRate) = (5, 2)
        history.note(counters, at: at(1))
        history.note(counters, at: at(2))
        counters = WireCounters()
        counters.badLengths = 1
        history.note(counters, at: at(3))
        history.drop(4, at: at(4))
        let slot = history.slots(of: .hour)[0]
        #expect(slot.refused == 6 && slot.dropped == 6)
    }

    @Test("there are no more sources than can run at once: the one that was silent longest gives way")
    func many() throws {
        var book = ReceptionBook()
        for number in 0..<3 * ReceptionBook.capacity {
            let one = try tally(1)
            book.change("feed \(number)", isRecording: false) {
                $0.add(one, at: at(Double(number)), isSimulated: false)
            }
            #expect(book.histories.count <= ReceptionBook.capacity)
        }
        #expect(book.histories["feed \(3 * ReceptionBook.capacity - 1)"] != nil && book.histories["feed 0"] == nil)
        book.change(known: "feed 0") { _ in Issue.record("it is not known any more") }
        #expect(book.histories["feed 0"] == nil)
    }
}
