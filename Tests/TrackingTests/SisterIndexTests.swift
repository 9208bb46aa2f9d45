import Aero
import ModeS
import Testing

@testable import Tracking

struct SisterIndexTests {
    private func sisters(of address: UInt32, among others: [UInt32]) -> [UInt32] {
        var heard = HeardAddresses()
        var index = SisterIndex()
        let time = Timestamp(seconds: 1)
        for other in others + [address] where heard.hear(other, at: time) {
            _ = index.activate(other, heard, at: time)
        }
        return index.active(of: address, heard, at: time)
    }

    @Test(
        "one bit, two bits, and any bits within four neighbours",
        arguments: [0x1, 0x80_0000, 0x10_0001, 0x7, 0xD0, 0xF000]
    )
    func neighbours(difference: UInt32) {
        #expect(sisters(of: 0x15_7710, among: [0x15_7710 ^ difference]) == [0x15_7710 ^ difference])
        #expect(sisters(of: 0x15_7710 ^ difference, among: [0x15_7710]) == [0x15_7710])
    }

    @Test("three scattered bits are no neighbour", arguments: [0x13, 0x1_0101, 0x1F])
    func strangers(difference: UInt32) {
        #expect(sisters(of: 0x15_7710, among: [0x15_7710 ^ difference]).isEmpty)
    }

    @Test func eachDifferenceIsListedOnce() {
        #expect(SisterPattern.all.count == 24 + 276 + 22 + 3 * 21)
        #expect(Set(SisterPattern.all).count == SisterPattern.all.count)
        #expect(SisterPattern.all.allSatisfy { $0 < 1 << 24 })
        #expect(SisterPattern.runs.allSatisfy(SisterPattern.isBurst))
        #expect(!SisterPattern.isBurst(0b1) && SisterPattern.isBurst(0b1001) && !SisterPattern.isBurst(0b10001))
    }

    @Test func theSilentAreLeftOutAndComeBack() {
        var heard = HeardAddresses()
        var index = SisterIndex()
        for address: UInt32 in [0x10, 0x11] where heard.hear(address, at: Timestamp(seconds: 0)) {
            _ = index.activate(address, heard, at: Timestamp(seconds: 0))
        }
        heard.hear(0x10, at: Timestamp(seconds: 50))
        #expect(index.active(of: 0x10, heard, at: Timestamp(seconds: 50)) == [0x11])
        #expect(index.active(of: 0x10, heard, at: Timestamp(seconds: 100)).isEmpty)
        let isNew = heard.hear(0x11, at: Timestamp(seconds: 101))
        #expect(isNew)
        let fresh = index.activate(0x11, heard, at: Timestamp(seconds: 101))
        #expect(fresh.isEmpty)
        #expect(index.active(of: 0x10, heard, at: Timestamp(seconds: 101)) == [0x11])
    }
}
