import Aero
import ModeS
import Testing

@testable import Radio

struct UnheardRepliesTests {
    /// Formats whose parity names their sender.
    static let formats: [UInt64] = [0, 4, 5, 16, 20, 21]

    private func reply(_ number: Int, at start: Int) -> UnheardReplies.Reply {
        let frame = TestSignal.frame(format: 4, address: 0x40_6B90, content: UInt64(number) << 44)
        return UnheardReplies.Reply(frame: frame, start: start, power: 0.01, weakParityBits: 0)
    }

    @Test("replies come out once, in order of time, those of others stay")
    func takenOnce() {
        var memory = UnheardReplies()
        memory.keep(reply(1, at: 9000), address: 1)
        memory.keep(reply(2, at: 2000), address: 1)
        memory.keep(reply(3, at: 3000), address: 2)
        #expect(memory.take(1, at: 10_000).map(\.start) == [2000, 9000])
        #expect(memory.take(1, at: 10_000).isEmpty)
        #expect(memory.take(2, at: 10_000).map(\.start) == [3000])
    }

    @Test("the same reply met twice is one")
    func repetition() {
        var memory = UnheardReplies()
        for start in [2000, 2001, 2006, 4000] { memory.keep(reply(1, at: start), address: 1) }
        #expect(memory.take(1, at: 5000).map(\.start) == [2000, 4000])
    }

    @Test("what is too old is not given out, and the oldest gives way")
    func bounds() {
        var memory = UnheardReplies()
        memory.keep(reply(1, at: 0), address: 1)
        memory.keep(reply(2, at: 1), address: 1)
        #expect(memory.take(1, at: UnheardReplies.memoryTicks + 1).map(\.start) == [1])
        for number in 0...UnheardReplies.capacity { memory.keep(reply(number, at: 500 * number), address: 7) }
        let left = memory.take(7, at: 500 * UnheardReplies.capacity)
        #expect(left.count == UnheardReplies.capacity && left.first?.start == 500)
        #expect(memory.count == UnheardReplies.capacity + 3)
    }

    @Test("a reply heard before its sender is given out when the sender is heard", arguments: Effort.allCases, formats)
    func lateReply(effort: Effort, format: UInt64) throws {
        let address: UInt32 = 0x40_6B90
        func sent(_ format: UInt64, _ number: UInt64, at milliseconds: Double) -> ReceivedFrame {
            ReceivedFrame(
                frame: TestSignal.frame(format: format, address: address, content: number &* 0x1357_9BDF_0246_8ACF),
                time: TestSignal.start.advanced(bySeconds: milliseconds / 1e3),
                level: -14
            )
        }
        let early = [sent(format, 1, at: 3), sent(format, 2, at: 9.0002)]
        let squitter = sent(17, 3, at: 12.0003)
        let then = sent(format, 4, at: 12.6001)
        let bytes = try TestSignal.modulate(early + [squitter, then], seconds: 0.02)
        let (heard, statistics) = try TestSignal.demodulate(bytes, effort: effort)
        #expect(Set(heard.map(\.frame)) == Set((early + [squitter, then]).map(\.frame)) && heard.count == 4)
        #expect(statistics.lateFrames == 2 && statistics.frames == 4)
        // With the time, the level and the bits they had, behind the squitter that tells of them.
        let late = heard.filter { received in early.contains { $0.frame == received.frame } }
        for (received, original) in zip(late, early) {
            #expect(received.frame == original.frame)
            #expect(abs(received.time.seconds(since: original.time)) < 0.3e-6)
            #expect(abs((received.level ?? 0) - (heard.first?.level ?? 0)) < 1)
            #expect((received.weakParityBits ?? .max).nonzeroBitCount <= 2)
            let ticks = try #require(received.ticks)
            #expect(abs(Double(ticks) / 12e6 - original.time.seconds(since: TestSignal.start)) < 0.3e-6)
        }
        let places = heard.map(\.frame)
        let known = try #require(places.firstIndex(of: squitter.frame))
        #expect(early.allSatisfy { (places.firstIndex(of: $0.frame) ?? 0) > known })
    }

    @Test("nobody's replies stay where they are", arguments: formats)
    func nobody(format: UInt64) throws {
        let frames = (0..<20).map { number in
            ReceivedFrame(
                frame: TestSignal.frame(format: format, address: 0x40_6B90, content: UInt64(number) << 44),
                time: TestSignal.start.advanced(bySeconds: 0.002 + 0.0005 * Double(number)),
                level: -14
            )
        }
        // Another address becomes known, and a repaired squitter makes none known.
        let other = ReceivedFrame(
            frame: TestSignal.frame(format: 17, address: 0x40_6B91, content: 5),
            time: TestSignal.start.advanced(bySeconds: 0.013),
            level: -14
        )
        let damaged = ReceivedFrame(
            frame: TestSignal.frame(format: 17, address: 0x40_6B90, content: 5).flipping(bit: 60),
            time: TestSignal.start.advanced(bySeconds: 0.014),
            level: -14
        )
        let bytes = try TestSignal.modulate(frames + [other, damaged], seconds: 0.02)
        let (heard, statistics) = try TestSignal.demodulate(bytes, repair: .soft)
        #expect(heard.allSatisfy { DownlinkFormat(of: $0.frame)?.hasAddressParity == false })
        #expect(statistics.keptReplies >= 20 && statistics.lateFrames == 0)
    }
}
