import Aero
import Radio
import Testing

struct SampleClockTests {
    private static let start = Timestamp(seconds: 1_700_000_000)
    private static let rate = 2_400_000
    /// Pieces of 20 ms.
    private static let piece = 48_000

    /// What a source sends, and how it comes.
    private struct Source {
        /// Samples of a piece by its number.
        var samples: (Int) -> Int = { _ in SampleClockTests.piece }
        /// Seconds that a piece is on the way.
        var delay: (Int) -> Double = { _ in 0 }
        /// By how much the clock of the day was set by then.
        var set: (Double) -> Double = { _ in 0 }
        var seconds = 60
    }

    /// How many samples are missed, and by how much the time of a piece is wrong when it has come, in seconds: of each piece after `from`.
    private func heard(_ source: Source, from: Double = 0) -> (lost: Int, errors: [Double]) {
        var clock = SampleClock(sampleRate: Self.rate)
        var (count, errors, come, lost) = (0, [Double](), 0.0, 0)
        for number in 0..<50 * source.seconds {
            let sent = Double(number + 1) / 50
            // Nothing overtakes.
            come = max(come, sent + source.delay(number))
            let arrival = Self.start.advanced(bySeconds: come + source.set(come))
            let samples = source.samples(number)
            count += samples
            clock.note(samples: samples, at: arrival, come)
            #expect(clock.lost >= lost)
            lost = clock.lost
            // The first arrival is the clock's beginning: one piece after the first sample was received.
            let told = 1.0 / 50 + Double(count) / Double(Self.rate) + clock.correction - source.set(0)
            if sent >= from, samples > 0 { errors.append(told - sent - source.set(come) + source.set(0)) }
        }
        return (clock.lost, errors)
    }

    @Test(
        "nothing is missing where all come, with the error of a dongle's oscillator, and times stay with the wall's clock",
        arguments: [47_995, 48_000, 48_005]
    )
    func complete(piece: Int) {
        let (lost, errors) = heard(Source(samples: { _ in piece }, seconds: 7_200), from: 60)
        #expect(lost == 0)
        #expect(errors.allSatisfy { abs($0) < 0.005 }, "\(errors.min() ?? 0) to \(errors.max() ?? 0)")
    }

    @Test("without pieces in between times stay right and what did not come is counted", arguments: [2, 50, 500])
    func lostPieces(every: Int) {
        let source = Source(samples: { $0 % every == 1 ? 0 : Self.piece }, seconds: 600)
        let (lost, errors) = heard(source, from: 30)
        let expected = 600 * 50 / every * Self.piece
        #expect(abs(lost - expected) <= expected / 20, "\(lost) of \(expected)")
        // The losses of two windows at most.
        let most = 0.05 + 4 / Double(every)
        #expect(errors.allSatisfy { abs($0) < most }, "\(errors.min() ?? 0) to \(errors.max() ?? 0)")
    }

    @Test("one sample in five hundred, lost evenly, is missed in the end")
    func crumbs() {
        let (lost, errors) = heard(Source(samples: { _ in Self.piece - 96 }, seconds: 3_600), from: 60)
        let expected = 3_600 * 50 * 96
        #expect(abs(lost - expected) < expected / 5, "\(lost) of \(expected)")
        #expect(errors.allSatisfy { abs($0) < 0.06 })
    }

    @Test("what comes late is not lost, and the times of what comes after it are right")
    func late() {
        // From the eighth second on nothing, in the twelfth all at once.
        let source = Source(delay: { $0 > 400 && $0 < 600 ? Double(600 - $0) / 50 : 0 })
        let (lost, errors) = heard(source, from: 20)
        #expect(lost == 0 && errors.allSatisfy { abs($0) < 0.03 })
    }

    @Test("a network that delays by turns moves no time and loses nothing")
    func jitter() {
        // Every ninth piece comes at once, the others up to a fifth of a second later.
        let (lost, errors) = heard(Source(delay: { Double($0 * 7_919 % 9) / 45 }, seconds: 600), from: 20)
        #expect(lost == 0 && errors.allSatisfy { abs($0) < 0.03 }, "\(lost)")
    }

    @Test(
        "a clock that is set, forward or back, or brought round slowly, loses nothing, and times go with it at once",
        arguments: [-86_400.0, -60, -1, 1, 60, 86_400]
    )
    func clockSet(step: Double) {
        let set = heard(Source(set: { $0 > 30 ? step : 0 }, seconds: 90), from: 20)
        #expect(set.lost == 0 && set.errors.allSatisfy { abs($0) < 0.03 }, "\(set.errors.max() ?? 0)")
        let slewed = heard(Source(set: { $0 * 500e-6 * (step < 0 ? -1 : 1) }, seconds: 1_200), from: 20)
        #expect(slewed.lost == 0 && slewed.errors.allSatisfy { abs($0) < 0.03 })
    }

    @Test("faster than told: times are of the future by two windows' worth at most")
    func fast() {
        let (lost, errors) = heard(Source(samples: { _ in Self.piece * 3 / 2 }, seconds: 120), from: 20)
        #expect(lost == 0 && errors.allSatisfy { (-0.1...2.1).contains($0) }, "\(errors.max() ?? 0)")
    }
}
