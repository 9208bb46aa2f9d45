import Aero
import Feeds
import Testing

struct PacerTests {
    private static let start = Timestamp(seconds: 1_700_000_000)

    @Test("the wait follows the speed", arguments: [(Pacer.Speed.realtime, 10.0), (.times(4), 2.5), (.maximum, 0)])
    func waits(speed: Pacer.Speed, expected: Double) {
        var pacer = Pacer(speed: speed)
        #expect(pacer.wait(for: Self.start, now: 100) == 0)
        #expect(abs(pacer.wait(for: Self.start.advanced(bySeconds: 10), now: 100) - expected) < 1e-9)
        #expect(pacer.wait(for: Self.start.advanced(bySeconds: 10), now: 200) == 0)
        #expect(pacer.wait(for: Self.start.advanced(bySeconds: -10), now: 100) == 0)
    }
}
