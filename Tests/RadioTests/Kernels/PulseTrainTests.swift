import ModeS
import Testing

@testable import Radio

struct PulseTrainTests {
    @Test("each shape is the triangle over the pulses, as late as it says", arguments: 0..<5, [UInt64(17), 4])
    func shapes(phase: Int, format: UInt64) {
        let frame = TestSignal.frame(format: format, address: 0x40_6B90, content: 0x1234_5678_9ABC)
        var train = PulseTrain()
        // The train before leaves nothing behind.
        train.draw(TestSignal.frame(format: 20, address: 0x40_1234, content: 0xFFFF_0000_FFFF), phase: 2)
        train.draw(frame, phase: phase)
        var isOn = [Int: Bool]()
        var starts = [0, 12, 42, 54]
        let bits = Array(frame.hex).flatMap { digit -> [Bool] in
            let value = digit.hexDigitValue ?? 0
            return (0..<4).map { value >> (3 - $0) & 1 == 1 }
        }
        for (index, bit) in bits.enumerated() { starts.append(96 + 12 * index + (bit ? 0 : 6)) }
        for start in starts { for tick in start..<start + 6 { isOn[tick] = true } }
        #expect(train.count == (frame.isLong ? 298 : 164))
        for shape in 0..<PulseTrain.shapes {
            for sample in 0..<train.count {
                let tick = 5 * (sample - PulseTrain.before) - phase - 4 * (shape - 3)
                let expected = (-3...3).reduce(0) { $0 + (isOn[tick + $1] == true ? 4 - abs($1) : 0) }
                #expect(Int(train.rows[train.starts[shape] + sample]) == expected)
            }
        }
    }

    @Test("numbers are rounded to the nearest")
    func rounding() {
        var random = Numbers(state: 5)
        for _ in 0..<1000 {
            let value = Float.random(in: -4_000_000...4_000_000, using: &random)
            #expect(Rounding.integer(value) == Int32(value.rounded(.toNearestOrEven)))
        }
    }
}
