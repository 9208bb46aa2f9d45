import Testing

@testable import Radio

struct PreambleFitTests {
    private static let stride = 60

    @Test("the best tick and its score are those that a checked loop finds")
    func sameAsChecked() {
        var random = Numbers(state: 8)
        for _ in 0..<500 {
            let rows = (0..<SoftBits.phases * Self.stride).map { _ in Int16.random(in: -12_000...12_000, using: &random)
            }
            let sample = Int.random(in: 1...Self.stride - PreambleFit.reach, using: &random)
            func value(_ tick: Int) -> Int { Int(rows[tick % 5 * Self.stride + tick / 5]) }
            func score(_ tick: Int) -> Int { value(tick) + value(tick + 12) - value(tick + 36) - value(tick + 48) }
            let ticks = 5 * (sample - 1)..<5 * (sample + 2)
            let found = PreambleFit.best(rows, stride: Self.stride, around: sample)
            #expect(ticks.contains(found.tick))
            #expect(found.score == score(found.tick))
            #expect(found.score == ticks.map(score).max())
        }
    }
}
