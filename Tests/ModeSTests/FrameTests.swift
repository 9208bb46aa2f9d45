import Aero
import ModeS
import TestSupport
import Testing

struct FrameTests {
    @Test(
        "parity of published frames",
        arguments: [
            "8D406B902015A678D4D220AA4BDA", "8D485020994409940838175B284F", "8D40621D58C382D690C8AC2863A7",
        ]
    )
    func publishedFramesHaveNoRemainder(hex: String) throws {
        let frame = try Frame(hex: hex)
        #expect(frame.hex == hex)
        #expect(frame.remainder == 0)
    }

    @Test func markerIsAValidExtendedSquitter() {
        #expect(SimulationMarker.frame.remainder == 0)
        #expect(SimulationMarker.frame.field56.bits(1, 5) == 23)
        #expect(DownlinkFormat(of: SimulationMarker.frame) == .nonTransponder)
    }

    @Test func lengthMustFitTheFirstBit() {
        #expect(throws: FrameError.badLength(bytes: 7)) { try Frame(hex: "8D406B902015A6") }
        #expect(throws: FrameError.badLength(bytes: 14)) { try Frame(hex: "02E197B00179C302E197B00179C3") }
        #expect(throws: FrameError.badLength(bytes: 0)) { try Frame(hex: "") }
        #expect(throws: FrameError.notHexadecimal(byte: UInt8(ascii: "x"))) { try Frame(hex: "8x") }
    }

    @Test func tableEqualsBitwiseDivision() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<2_000 {
            let frame = Frame(high: random.next(), low: random.next())
            var rest: UInt32 = 0
            for bit in 0..<frame.bitCount {
                let word = bit < 64 ? frame.high >> UInt64(63 - bit) : frame.low >> UInt64(127 - bit)
                // The division is of the whole frame: the last 24 bits are not shifted out.
                let carry = rest >> 23 & 1
                rest = (rest << 1 | UInt32(word & 1)) & 0xFF_FFFF
                if carry == 1 { rest ^= CRC24.generator }
            }
            #expect(frame.remainder == rest)
        }
    }

    @Test(arguments: [56, 112]) func everySingleBitErrorIsDetectedAndNamed(bits: Int) throws {
        let frame = try Frame(hex: bits == 112 ? "8D406B902015A678D4D220AA4BDA" : "5D484FDEA248F5")
        let whole = frame.remainder
        var seen: Set<UInt32> = []
        for bit in 2...bits {
            let damaged = frame.flipping(bit: bit)
            #expect(damaged.remainder ^ whole == CRC24.syndrome(ofBit: bit, frameBits: bits))
            #expect(seen.insert(damaged.remainder).inserted)
        }
    }
}
