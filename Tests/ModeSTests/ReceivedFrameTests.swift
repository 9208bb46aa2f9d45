import Aero
import Testing

@testable import ModeS

struct ReceivedFrameTests {
    @Test(arguments: ["8D40621D58C382D690C8AC2863A7", "5D4840D6F8740F"])
    func aRepairedFrameKnowsWhatWasReceived(hex: String) throws {
        let good = try Frame(hex: hex)
        for count in 1...4 {
            var bad = good
            for place in 0..<count { bad = bad.flipping(bit: good.bitCount - 13 * place) }
            var received = ReceivedFrame(frame: bad, time: Timestamp(seconds: 0))
            #expect(received.frameAsReceived == bad)
            received.repair(to: good, bits: UInt8(count))
            #expect(received.frame == good && received.repairedBits == UInt8(count))
            #expect(received.frameAsReceived == bad)
        }
    }

    @Test func beyondFourBitsOnlyTheRepairedFrameIsKnown() throws {
        let good = try Frame(hex: "8D40621D58C382D690C8AC2863A7")
        var received = ReceivedFrame(frame: (6...10).reduce(good) { $0.flipping(bit: $1) }, time: Timestamp(seconds: 0))
        received.repair(to: good, bits: 5)
        #expect(received.frameAsReceived == good)
    }

    @Test func itTakesNoMoreRoomThanBefore() { #expect(MemoryLayout<ReceivedFrame>.stride == 72) }
}
