import Aero
import ModeS
import TestSupport
import Testing

struct FrameRepairTests {
    private static let now = Timestamp(seconds: 1_000)
    private static let squitter = Frame.published("8D406B902015A678D4D220AA4BDA")
    private static let allCall = FrameEncoding.allCallReply(address: AircraftAddress(icao: 0x406B90))
    private static let device = FrameEncoding.nonTransponder(
        address: AircraftAddress(icao: 0x406B90),
        control: 0,
        field: squitter.field56
    )

    private func heard(_ times: Int) -> HeardAddresses {
        var heard = HeardAddresses()
        for _ in 0..<times { heard.hear(0x406B90, at: Self.now) }
        return heard
    }

    @Test("any one wrong bit behind the fifth is found", arguments: [squitter, allCall, device])
    func oneBit(frame: Frame) throws {
        let repair = FrameRepair(.one)
        for bit in 6...frame.bitCount {
            let damaged = frame.flipping(bit: bit)
            let mended = repair.mend(damaged, heard: heard(0), at: Self.now)
            // A wrong bit at the end of DF11 looks like the code of a radar: nothing says that it is wrong.
            if frame.bits(1, 5) == 11, damaged.remainder < 80 {
                #expect(mended == nil, "bit \(bit)")
            } else {
                #expect(mended?.frame == frame, "bit \(bit)")
                #expect(mended?.bits == 1)
            }
        }
    }

    @Test func bitsThatSayWhatKindOfFrameItIsAreNeverTouched() {
        for mode in BitRepair.allCases {
            for bit in 2...5 {
                let mended = FrameRepair(mode).mend(
                    Self.squitter.flipping(bit: bit),
                    heard: heard(5),
                    at: Self.now
                )
                #expect(mended?.frame.bits(1, 5) != 17)
            }
        }
    }

    @Test("two wrong bits only in an aircraft heard clean twice in a minute", arguments: [squitter, allCall, device])
    func twoBits(frame: Frame) {
        var random = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            let first = Int.random(in: 6...frame.bitCount, using: &random)
            let second = Int.random(in: 6...frame.bitCount, using: &random)
            let damaged = frame.flipping(bit: first).flipping(bit: second)
            guard first != second, damaged.remainder >= 80 else { continue }
            // A wrong address is another aircraft's, and that one was not heard.
            for mode in [BitRepair.two, .soft] {
                let mended = FrameRepair(mode).mend(damaged, heard: heard(2), at: Self.now)
                #expect(mended?.frame == frame && mended?.bits == 2, "bits \(first), \(second)")
                #expect(FrameRepair(mode).mend(damaged, heard: heard(1), at: Self.now) == nil)
                let late = Self.now.advanced(bySeconds: 61)
                #expect(FrameRepair(mode).mend(damaged, heard: heard(2), at: late) == nil)
            }
            #expect(FrameRepair(.one).mend(damaged, heard: heard(2), at: Self.now) == nil)
            #expect(FrameRepair(.none).mend(damaged, heard: heard(2), at: Self.now) == nil)
        }
    }

    @Test("formats with the address over the parity are never repaired", arguments: [0, 4, 5, 16, 19, 20, 21, 24])
    func neverThese(format: UInt64) {
        var random = SeededGenerator(seed: format)
        let repair = FrameRepair(.two)
        for _ in 0..<1_000 {
            let high = random.next() & 0x07FF_FFFF_FFFF_FFFF | format << 59
            let frame = Frame(high: high, low: random.next())
            #expect(repair.mend(frame, heard: heard(3), at: Self.now) == nil)
            #expect(FrameRepair.certainAddress(of: frame) == nil)
        }
    }

    @Test func whatIsCleanStaysAsItIs() {
        let repair = FrameRepair(.two)
        for frame in [Self.squitter, Self.allCall, Self.device] {
            #expect(repair.mend(frame, heard: heard(3), at: Self.now) == nil)
            #expect(FrameRepair.certainAddress(of: frame) == 0x406B90)
        }
        let reply = FrameEncoding.allCallReply(address: AircraftAddress(icao: 0x406B90), interrogator: 22)
        #expect(repair.mend(reply, heard: heard(3), at: Self.now) == nil)
        #expect(FrameRepair.certainAddress(of: reply) == nil)
        #expect(FrameRepair.certainAddress(of: SimulationMarker.frame) == nil)
    }

    @Test func noiseIsMendedOnlyToWhatIsOneBitAway() {
        var random = SeededGenerator(seed: 12)
        let repair = FrameRepair(.two)
        var mended = 0
        for _ in 0..<100_000 {
            let noise = Frame(high: random.next() >> 5 | 17 << 59, low: random.next())
            guard let (frame, bits) = repair.mend(noise, heard: heard(2), at: Self.now) else { continue }
            #expect(frame.remainder == 0 && bits == 1)
            mended += 1
        }
        // 107 remainders of 2^24 belong to one bit: 0.6 of 100,000.
        #expect(mended <= 5)
    }
}
