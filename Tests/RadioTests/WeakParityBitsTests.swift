import Aero
import ModeS
import Radio
import Testing

struct WeakParityBitsTests {
    private static let address: UInt32 = 0x15_7710
    private static let sister: UInt32 = 0x15_7711

    private func received(_ frame: Frame, at seconds: Double, level: Float) -> ReceivedFrame {
        ReceivedFrame(frame: frame, time: TestSignal.start.advanced(bySeconds: seconds), level: level)
    }

    @Test("a strong reply has hardly a weak parity bit, a squitter tells nothing")
    func strong() throws {
        let squitter = TestSignal.frame(format: 17, address: Self.address, content: 0x1234_5678_9ABC)
        let sent = [
            received(squitter, at: 1e-3, level: -12),
            received(
                TestSignal.frame(format: 4, address: Self.address, content: 0xABCD_EF01_2345),
                at: 2e-3,
                level: -12
            ),
            received(
                TestSignal.frame(format: 20, address: Self.address, content: 0xABCD_EF01_2345),
                at: 3e-3,
                level: -12
            ),
        ]
        let heard = try TestSignal.demodulate(try TestSignal.modulate(sent, seconds: 4e-3)).frames
        #expect(heard.map { $0.weakParityBits == nil } == [true, false, false])
        #expect(heard.allSatisfy { ($0.weakParityBits ?? 0).nonzeroBitCount <= 2 })
    }

    @Test("the wrong bit of a reply that reads as the neighbour's is a weak one")
    func wrongBitIsWeak() throws {
        var random = Numbers(state: 11)
        var sent: [ReceivedFrame] = []
        for (number, address) in [Self.address, Self.sister].enumerated() {
            let squitter = TestSignal.frame(format: 17, address: address, content: 0x1234_5678_9ABC)
            sent.append(received(squitter, at: 1e-3 * Double(number + 1), level: -12))
        }
        let replies = 6_000
        for number in 0..<replies {
            let reply = TestSignal.frame(format: 4, address: Self.address, content: random.next())
            sent.append(received(reply, at: 4e-3 + 150.0237e-6 * Double(number), level: -31))
        }
        let bytes = try TestSignal.modulate(sent, seconds: 0.92, noise: -40)
        let heard = try TestSignal.demodulate(bytes).frames.filter { $0.weakParityBits != nil }
        let wrong = heard.filter { $0.frame.remainder == Self.sister }
        let weakOfWrong = wrong.filter { ($0.weakParityBits ?? 0) & 1 == 1 }.count
        let right = heard.filter { $0.frame.remainder == Self.address }
        let weakOfRight = right.filter { ($0.weakParityBits ?? 0) & 1 == 1 }.count
        #expect(wrong.count >= 10)
        #expect(weakOfWrong * 10 >= wrong.count * 8)
        #expect(weakOfRight * 5 <= right.count)
    }
}
