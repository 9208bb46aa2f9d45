import Aero
import Radio
import Testing

struct SampleLossWatchTests {
    private static let start = Timestamp(seconds: 1_700_000_000)

    /// Pieces of 20 ms, of which some do not come.
    private func lost(seconds: Int, rate: Int = 2_400_000, piece: (Int) -> Int) -> Int {
        var watch = SampleLossWatch(sampleRate: rate)
        for number in 0...50 * seconds {
            watch.note(samples: piece(number), at: Self.start.advanced(bySeconds: Double(number) / 50))
        }
        return watch.lost
    }

    @Test(
        "nothing is missing where all come, with the error of a dongle's oscillator",
        arguments: [47_995, 48_000, 48_005]
    )
    func complete(piece: Int) { #expect(lost(seconds: 60) { _ in piece } == 0) }

    @Test("one piece in fifty that does not come is missed")
    func lostPieces() {
        let expected = 60 * 48_000
        let found = lost(seconds: 60) { $0 % 50 == 7 ? 0 : 48_000 }
        #expect(abs(found - expected) <= expected / 50)
    }

    @Test("what comes late is not lost")
    func late() {
        // From the eighth second on nothing, in the twelfth all at once.
        #expect(
            lost(seconds: 40) { $0 > 400 && $0 < 600 ? 0 : $0 == 600 ? 200 * 48_000 : 48_000 } < 48_000 * 2
        )
    }

    @Test("a clock that is set, forward or back, loses nothing", arguments: [-86_400.0, 86_400])
    func clockSet(step: Double) {
        var watch = SampleLossWatch(sampleRate: 2_400_000)
        for number in 0...3000 {
            let shift = number > 1500 ? step : 0
            watch.note(samples: 48_000, at: Self.start.advanced(bySeconds: Double(number) / 50 + shift))
        }
        #expect(watch.lost == 0)
    }
}
