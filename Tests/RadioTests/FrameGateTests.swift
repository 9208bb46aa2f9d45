import Aero
import ModeS
import Testing

@testable import Radio

struct FrameGateTests {
    private let squitter = TestSignal.frame(format: 17, address: 0x40_6B90, content: 0x9ABC_DEF0_1234_5678)
    private let now = TestSignal.start

    /// Strengths of a frame of which some bits are weak.
    private func strengths(_ frame: Frame, weak: [Int] = []) -> BitStrengths {
        var result = BitStrengths(bits: frame.bitCount)
        for bit in 1...frame.bitCount { result.set(bit - 1, weak.contains(bit) ? 10 : 100) }
        result.settle()
        return result
    }

    private func gate(_ repair: BitRepair, heard: Int) -> FrameGate {
        var gate = FrameGate(repair: repair)
        for _ in 0..<heard { _ = gate.learn(squitter, at: now) }
        return gate
    }

    private func mended(_ gate: FrameGate, _ frame: Frame, weak: [Int]) -> (Frame, UInt8)? {
        let verdict = gate.mend(frame, remainder: frame.remainder, at: now, strengths: strengths(frame, weak: weak))
        guard case .accepted(let result, let bits) = verdict else { return nil }
        return (result, bits)
    }

    @Test("one wrong bit is mended, but never in the first five", arguments: 2...112)
    func oneBit(bit: Int) {
        let damaged = squitter.flipping(bit: bit)
        for repair in [BitRepair.one, .two, .soft] {
            let result = mended(gate(repair, heard: 2), damaged, weak: [bit])
            if bit <= 5 {
                #expect(result?.0 != squitter)
            } else {
                #expect(result?.0 == squitter && result?.1 == 1)
            }
        }
        #expect(mended(gate(.none, heard: 2), damaged, weak: [bit]) == nil)
    }

    @Test("two wrong bits need an address heard twice")
    func twoBits() {
        let damaged = squitter.flipping(bit: 40).flipping(bit: 90)
        #expect(mended(gate(.one, heard: 5), damaged, weak: [40, 90]) == nil)
        #expect(mended(gate(.two, heard: 1), damaged, weak: [40, 90]) == nil)
        let result = mended(gate(.two, heard: 2), damaged, weak: [40, 90])
        #expect(result?.0 == squitter && result?.1 == 2)
    }

    @Test("three wrong bits are mended only if all are weak")
    func threeBits() {
        let damaged = squitter.flipping(bit: 40).flipping(bit: 61).flipping(bit: 90)
        #expect(mended(gate(.two, heard: 5), damaged, weak: [40, 61, 90]) == nil)
        #expect(mended(gate(.soft, heard: 5), damaged, weak: [40, 61]) == nil)
        let result = mended(gate(.soft, heard: 2), damaged, weak: [40, 61, 90])
        #expect(result?.0 == squitter && result?.1 == 3)
    }

    @Test("an unheard address is mended only in a frame that is sure otherwise")
    func unheardAddress() {
        let damaged = squitter.flipping(bit: 77)
        #expect(mended(gate(.one, heard: 0), damaged, weak: [77])?.0 == squitter)
        #expect(mended(gate(.one, heard: 0), damaged, weak: []) == nil)
        #expect(mended(gate(.one, heard: 0), damaged, weak: [77] + Array(20...40)) == nil)
    }

    @Test("replies with address parity are never mended", arguments: [0, 4, 5, 16, 20, 21, 24] as [UInt64])
    func addressParity(format: UInt64) {
        let reply = TestSignal.frame(format: format, address: 0x40_6B90, content: 0x1357_9BDF_0246)
        #expect(reply.remainder == 0x40_6B90)
        #expect(mended(gate(.soft, heard: 5), reply.flipping(bit: 30), weak: [30]) == nil)
    }

    @Test("an address is forgotten after a minute")
    func memory() {
        let reply = TestSignal.frame(format: 4, address: 0x40_6B90, content: 0x1357_9BDF_0246)
        func accepts(after seconds: Double) -> Bool {
            var gate = gate(.none, heard: 1)
            let verdict = gate.judge(reply, remainder: reply.remainder, at: now.advanced(bySeconds: seconds)) {
                strengths(reply)
            }
            if case .accepted = verdict { return true }
            return false
        }
        #expect(accepts(after: 59))
        #expect(!accepts(after: 61))
    }

    @Test("an interrogator code is believed when its bits are sure, else taken for damage")
    func interrogatorCode() {
        let plain = TestSignal.frame(format: 11, address: 0x40_6B90, content: 0)
        let coded = plain.flipping(bit: 54)
        func judge(_ repair: BitRepair, heard: Int, weak: [Int]) -> Frame? {
            var gate = gate(repair, heard: heard)
            let verdict = gate.judge(coded, remainder: coded.remainder, at: now) { strengths(coded, weak: weak) }
            guard case .accepted(let frame, _) = verdict else { return nil }
            return frame
        }
        #expect(coded.remainder == 4)
        #expect(judge(.none, heard: 1, weak: []) == coded)
        #expect(judge(.none, heard: 0, weak: []) == nil)
        #expect(judge(.none, heard: 1, weak: [54]) == nil)
        #expect(judge(.one, heard: 1, weak: [54]) == plain)
    }

    @Test("a code above 79 is no code")
    func codeTooHigh() {
        let plain = TestSignal.frame(format: 11, address: 0x40_6B90, content: 0)
        let damaged = plain.flipping(bit: 50).flipping(bit: 52)
        #expect(damaged.remainder == 80)
        var gate = gate(.none, heard: 3)
        let verdict = gate.judge(damaged, remainder: damaged.remainder, at: now) { strengths(damaged) }
        guard case .refused = verdict else {
            Issue.record("accepted")
            return
        }
    }

    @Test("weak bits are listed, none of the first five")
    func weakBits() {
        let some = strengths(squitter, weak: [2, 9, 70, 112])
        let list = some.listWeak()
        #expect(some.weakBits == 4 && list.count == 3)
        #expect((0..<3).map { list.bits[$0] } == [9, 70, 112])
        #expect(strengths(squitter).weaker(than: 50) == 0)
        #expect(strengths(squitter, weak: [3, 4]).weaker(than: 50) == 2)
        #expect(strengths(squitter, weak: Array(6...40)).listWeak().count == BitStrengths.listed)
    }
}
