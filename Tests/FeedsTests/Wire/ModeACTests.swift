import Aero
import Feeds
import ModeS
import Testing

/// Mode A/C replies through both formats.
struct ModeACTests {
    private static func replies(_ count: Int) -> [ReceivedModeAC] {
        var random = SeededGenerator(77)
        return (0..<count).map { index in
            ReceivedModeAC(
                reply: ModeACReply(rawValue: UInt16(truncatingIfNeeded: random.next()) | 1),
                time: Timestamp(seconds: 100 + Double(index)),
                ticks: UInt64(index + 1) * 12_000_000
            )
        }
    }

    @Test("Beast gives back what was sent, cut anywhere", arguments: [1, 3, 11, 65_536])
    func beast(pieces: Int) {
        let sent = Self.replies(300)
        var encoder = BeastEncoder()
        var bytes: [UInt8] = []
        encoder.encode(OutputBatch(modeAC: sent), into: &bytes)
        var decoder = BeastDecoder(time: .recording(start: Timestamp(seconds: 100)), clock: .ticks)
        let got = decoder.decodeAll(bytes, pieces: pieces).modeAC
        #expect(got.map(\.reply) == sent.map(\.reply))
        #expect(got.map(\.ticks) == sent.map(\.ticks))
        #expect(got.map(\.time) == sent.map(\.time))
        #expect(decoder.counters.modeAC == 300 && decoder.counters.rejected == 0)
    }

    @Test("AVR gives back what was sent", arguments: [AVREncoder.Form.plain, .timed, .timedWithSignal])
    func avr(form: AVREncoder.Form) {
        let sent = Self.replies(100)
        var encoder = AVREncoder(form: form)
        var bytes: [UInt8] = []
        encoder.encode(OutputBatch(modeAC: sent), into: &bytes)
        var decoder = AVRDecoder(clock: ClockKind.none)
        let got = decoder.decodeAll(bytes, pieces: 7).modeAC
        #expect(got.map(\.reply) == sent.map(\.reply))
        if form != .plain { #expect(got.map(\.ticks) == sent.map(\.ticks)) }
    }

    /// In a recording replies wait like frames until it is known what the stamps count.
    @Test func nothingIsLostWhileTheClockIsOpen() {
        let sent = Self.replies(5)
        var encoder = BeastEncoder()
        var bytes: [UInt8] = []
        encoder.encode(OutputBatch(modeAC: sent), into: &bytes)
        var decoder = BeastDecoder(time: .recording(start: Timestamp(seconds: 100)))
        let batch = decoder.decodeAll(bytes, pieces: 5)
        #expect(batch.modeAC.map(\.reply) == sent.map(\.reply))
    }

    @Test func theReceiverIsNamedOrKeptQuiet() {
        var reply = Self.replies(1)[0]
        reply.receiver = 0x1A
        var blinded = BeastEncoder(blinding: { $0 &+ 1 })
        var quiet = BeastEncoder()
        var named: [UInt8] = []
        var silent: [UInt8] = []
        blinded.encode(reply, into: &named)
        quiet.encode(reply, into: &silent)
        var decoder = BeastDecoder()
        #expect(decoder.decodeAll(named, pieces: 100).modeAC.map(\.receiver) == [0x1B])
        decoder.restart()
        #expect(decoder.decodeAll(silent, pieces: 100).modeAC.map(\.receiver) == [nil])
    }

    @Test func batchesCountThem() {
        let batch = FeedBatch(modeAC: Self.replies(3))
        #expect(!batch.isEmpty && batch.count == 3)
        #expect(FeedBatch().isEmpty)
    }
}
