import ModeS
import TestSupport
import Testing

struct UATFrameTests {
    @Test("lengths that no frame has", arguments: [0, 1, 17, 19, 33, 35, 432])
    func badLength(bytes: Int) {
        #expect(throws: UATError.badLength(bytes: bytes)) { try UATFrame(bytes: [UInt8](repeating: 8, count: bytes)) }
        #expect(throws: UATError.badLength(bytes: bytes)) { try UATFrame(hex: String(repeating: "08", count: bytes)) }
    }

    @Test func typeZeroIsShortAndEveryOtherLong() throws {
        for type in 0...31 as ClosedRange<UInt8> {
            for count in [18, 34] {
                let bytes = [type << 3] + [UInt8](repeating: 0, count: count - 1)
                if (type == 0) == (count == 18) {
                    #expect(try UATFrame(bytes: bytes).payloadType == type)
                } else {
                    #expect(throws: UATError.lengthContradictsType(bytes: count, payloadType: type)) {
                        try UATFrame(bytes: bytes)
                    }
                }
            }
        }
    }

    @Test func hexadecimalInEitherCaseAndNothingElse() throws {
        let hex = "00a66ef135445d525a0c0519119021204800"
        #expect(try UATFrame(hex: hex).hex == hex)
        #expect(try UATFrame(hex: hex.uppercased()).hex == hex)
        #expect(throws: UATError.notHexadecimal(byte: UInt8(ascii: "g"))) { try UATFrame(hex: "0g" + hex.dropFirst(2)) }
    }

    @Test func randomTextNeverTraps() {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<50_000 {
            let count = Int.random(in: 0...72, using: &generator)
            let text = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            if let frame = try? UATFrame(hex: text.span) { _ = UATMessage(frame) }
            if let frame = try? UATFrame(bytes: text) { _ = UATMessage(frame) }
        }
    }
}
