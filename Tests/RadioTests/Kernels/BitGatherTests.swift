import ModeS
import Testing

@testable import Radio

struct BitGatherTests {
    private static let stride = 400

    private func rows(_ random: inout Numbers) -> [Int16] {
        (0..<SoftBits.phases * Self.stride).map { _ in Int16.random(in: -12_000...12_000, using: &random) }
    }

    @Test("the soft bits are those that a checked loop finds", arguments: [56, 112])
    func sameAsChecked(bits: Int) {
        var random = Numbers(state: 5)
        for _ in 0..<200 {
            let rows = rows(&random)
            let tick = Int.random(in: 0...5 * (Self.stride - BitGather.reach - 1), using: &random)
            var values = [112 of Int16](repeating: 0)
            BitGather.gather(rows, stride: Self.stride, from: tick, bits: bits, into: &values)
            for bit in 0..<112 {
                let place = tick + 12 * bit
                #expect(values[bit] == (bit < bits ? rows[place % 5 * Self.stride + place / 5] : 0))
            }
        }
    }

    @Test("the signs are packed in order, and nothing behind a short frame", arguments: [56, 112])
    func signs(bits: Int) {
        var random = Numbers(state: 6)
        for _ in 0..<200 {
            var values = [112 of Int16](repeating: 0)
            for bit in 0..<bits { values[bit] = Int16.random(in: .min ... .max, using: &random) }
            let (high, low) = BitGather.signs(values, bits: bits)
            for bit in 0..<bits {
                let isOne = bit < 64 ? high >> UInt64(63 - bit) & 1 == 1 : low >> UInt64(127 - bit) & 1 == 1
                #expect(isOne == (values[bit] >= 0))
            }
            #expect(bits == 56 ? high & 0xFF == 0 && low == 0 : low & 0xFFFF == 0)
        }
    }
}
