import Aero
import ModeS
import Radio
import Testing

struct RtlTcpTests {
    private static let greeting: [UInt8] = Array("RTL0".utf8) + [0, 0, 0, 5, 0, 0, 0, 29]

    @Test("a greeting names tuner and gains")
    func readsGreeting() throws {
        let greeting = try RtlTcpGreeting(Self.greeting.span)
        #expect(greeting.tuner == .r820t)
        #expect(greeting.gainCount == 29)
    }

    @Test("what is no greeting is refused")
    func refusesOthers() throws {
        let short = Array(Self.greeting.prefix(11))
        #expect(throws: RtlTcpError.badLength(bytes: 11)) { try RtlTcpGreeting(short.span) }
        let other = Array("HTTP/1.1 400".utf8)
        #expect(throws: RtlTcpError.notRtlTcp(firstBytes: Array("HTTP".utf8))) { try RtlTcpGreeting(other.span) }
        let strange = Array("RTL0".utf8) + [1, 2, 3, 4, 0, 0, 0, 0]
        let greeting = try RtlTcpGreeting(strange.span)
        #expect(greeting.tuner == .unknown)
    }

    @Test("commands are one byte of number and four of value, big-endian")
    func encodesCommands() {
        #expect(RtlTcpCommand.frequency(hertz: 1_090_000_000).bytes == [0x01, 0x40, 0xF8, 0x14, 0x80])
        #expect(RtlTcpCommand.sampleRate(hertz: 2_400_000).bytes == [0x02, 0x00, 0x24, 0x9F, 0x00])
        #expect(RtlTcpCommand.manualGain(true).bytes == [0x03, 0, 0, 0, 1])
        #expect(RtlTcpCommand.gain(tenthsOfDecibel: 496).bytes == [0x04, 0, 0, 1, 0xF0])
        #expect(RtlTcpCommand.correction(partsPerMillion: -2).bytes == [0x05, 0xFF, 0xFF, 0xFF, 0xFE])
        #expect(RtlTcpCommand.digitalGainControl(false).bytes == [0x08, 0, 0, 0, 0])
        #expect(RtlTcpCommand.gainIndex(28).bytes == [0x0D, 0, 0, 0, 28])
        #expect(RtlTcpCommand.biasTee(true).bytes == [0x0E, 0, 0, 0, 1])
    }

    @Test("the settings are sent rate first")
    func greetingCommands() throws {
        var settings = RtlTcpSettings()
        settings.gain = .tenthsOfDecibel(400)
        let decoder = try RtlTcpDecoder(settings: settings, start: TestSignal.start)
        let numbers = stride(from: 0, to: decoder.greetingCommands.count, by: 5).map { decoder.greetingCommands[$0] }
        #expect(numbers == [0x02, 0x01, 0x05, 0x03, 0x04, 0x08])
    }

    @Test("frames come out of the stream, however it is cut", arguments: [1, 5, 12, 13, 4096, 1_000_000])
    func decodesStream(chunk: Int) throws {
        let sent = TestSignal.traffic(perFormat: 2)
        let stream = Self.greeting + (try TestSignal.modulate(sent, seconds: 0.01))
        var decoder = try RtlTcpDecoder(start: TestSignal.start)
        var frames: [ReceivedFrame] = []
        for from in stride(from: 0, to: stream.count, by: chunk) {
            let part = Array(stream[from..<min(from + chunk, stream.count)])
            try decoder.decode(part.span, into: &frames)
        }
        decoder.finish(into: &frames)
        #expect(decoder.greeting?.tuner == .r820t)
        #expect(frames.map(\.frame) == sent.map(\.frame))
    }

    @Test("a gain that is ours is set to the highest step once the server has told how many there are, and follows")
    func adaptiveGain() throws {
        var settings = RtlTcpSettings()
        settings.gain = .adaptive
        var decoder = try RtlTcpDecoder(settings: settings, start: TestSignal.start)
        #expect(decoder.statistics.gainStep == nil)
        var frames: [ReceivedFrame] = []
        try decoder.decode(Self.greeting.span, into: &frames)
        #expect(decoder.takeCommands() == [.gainIndex(28)])
        #expect(decoder.takeCommands().isEmpty)
        // Eleven seconds at both ends of the range.
        let loud = (0..<4_800_000).map { UInt8($0 / 2 % 2 * 255) }
        for _ in 0..<11 { try decoder.decode(loud.span, into: &frames) }
        #expect(decoder.takeCommands() == [.gainIndex(27)])
        #expect(decoder.statistics.gainStep == 27)
    }

    @Test("a server that tells of no gain, or of absurdly many, is left alone", arguments: [UInt8(0), 0xFF])
    func adaptiveGainWithoutSteps(highest: UInt8) throws {
        var settings = RtlTcpSettings()
        settings.gain = .adaptive
        var decoder = try RtlTcpDecoder(settings: settings, start: TestSignal.start)
        var frames: [ReceivedFrame] = []
        let greeting = Array("RTL0".utf8) + [0, 0, 0, 5, highest, 0, 0, 0]
        try decoder.decode(greeting.span, into: &frames)
        #expect(decoder.takeCommands().isEmpty && decoder.statistics.gainStep == nil)
    }

    @Test("another server is noticed at the first byte that differs, and every time after")
    func otherServer() throws {
        var decoder = try RtlTcpDecoder(start: TestSignal.start)
        var frames: [ReceivedFrame] = []
        let bytes = Array("RTX".utf8)
        #expect(throws: RtlTcpError.notRtlTcp(firstBytes: bytes)) { try decoder.decode(bytes.span, into: &frames) }
        let nothing: [UInt8] = []
        #expect(throws: RtlTcpError.self) { try decoder.decode(nothing.span, into: &frames) }
    }
}
