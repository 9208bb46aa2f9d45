import Aero
import Feeds
import ModeS
import TestSupport
import Testing

struct UATDecoderTests {
    static let start = Timestamp(seconds: 1_718_712_345)
    static let short = "00a66ef135445d525a0c0519119021204800"
    static let long = "0b2b48fe3aef1f88621a0856110a31c01105c4e6c4e6c40a9a820300000000000000"

    @Test func aLineGivesItsFrameAndWhatTheReceiverKnows() throws {
        var decoder = UATDecoder()
        let text = "-\(Self.short);rs=3;rssi=-12.3;t=1718712345.678;rt=77;\r\n-\(Self.long);\n"
        let batch = decoder.decodeAll(Array(text.utf8), arrival: Self.start.advanced(bySeconds: 1))
        #expect(batch.uat.count == 2)
        #expect(batch.count == 2 && !batch.isEmpty)
        let first = try #require(batch.uat.first)
        #expect(first.frame.hex == Self.short)
        #expect(first.correctedBytes == 3)
        #expect(first.level == -12.3)
        #expect(first.time == Self.start.advanced(bySeconds: 0.678))
        let last = try #require(batch.uat.last)
        #expect(last.frame.hex == Self.long)
        #expect(last.correctedBytes == 0)
        #expect(last.level == nil)
        #expect(last.time == Self.start.advanced(bySeconds: 1))
        #expect(decoder.counters.frames == 2)
        #expect(decoder.counters.rejected == 0)
        #expect(!batch.sawSimulationMark)
    }

    @Test func uplinksAndNotesAreCountedAndPassedOver() {
        var decoder = UATDecoder()
        let uplink = "+" + String(repeating: "3c", count: 432) + ";rs=2/0/0/0/0/0;"
        let batch = decoder.decodeAll(Array("\(uplink)\n!program=dump978-fa;fecfix=1;\n\n\(uplink)\n".utf8))
        #expect(batch.isEmpty)
        #expect(decoder.counters.uplinks == 2)
        #expect(decoder.counters.ignored == 1)
        #expect(decoder.counters.rejected == 0)
    }

    @Test(
        "lines that are no frame",
        arguments: [
            "*8D406B902015A678D4D220AA4BDA;", "nonsense", "-", "-;", "-\(short)", "-\(short.dropLast());",
            "-\(short.dropLast(2));", "-\(long.replacing("0b", with: "00"));", "-0g\(short.dropFirst(2));",
            "-08\(short.dropFirst(2));", "- \(short);", String(repeating: "-", count: 1500),
        ]
    )
    func refused(line: String) {
        var decoder = UATDecoder()
        let batch = decoder.decodeAll(Array((line + "\n").utf8))
        #expect(batch.isEmpty)
        #expect(decoder.counters.rejected == 1)
    }

    @Test(
        "a field that makes no sense is left out and counted, the frame stays",
        arguments: ["rs=x", "rs=256", "rs=-1", "rssi=", "rssi=999", "t=", "t=1e9", "t=-5", "t=99999999999"]
    )
    func badField(field: String) throws {
        var decoder = UATDecoder()
        let batch = decoder.decodeAll(Array("-\(Self.short);\(field);\n".utf8), arrival: Self.start)
        let frame = try #require(batch.uat.first)
        #expect(frame.time == Self.start && frame.level == nil && frame.correctedBytes == 0)
        #expect(decoder.counters.badFields == 1)
    }

    @Test func aClockThatIsOffIsNotBelievedLive() throws {
        var decoder = UATDecoder()
        let batch = decoder.decodeAll(Array("-\(Self.short);t=1718712340.0;\n".utf8), arrival: Self.start)
        #expect(batch.uat.first?.time == Self.start)
        #expect(decoder.counters.clockDisagreements == 1)
    }

    @Test func aRecordingKeepsItsOwnTimes() {
        var decoder = UATDecoder(time: .recording(start: Timestamp(seconds: 5)))
        let text = "-\(Self.short);\n-\(Self.short);t=1718712340.5;\n-\(Self.long);"
        let batch = decoder.decodeAll(Array(text.utf8))
        // The last line of a file may lack its end.
        #expect(batch.uat.map(\.time.seconds) == [5, 1_718_712_340.5, 1_718_712_340.5])
    }

    @Test("the same however the stream is cut", arguments: [1, 2, 7, 33])
    func cuts(pieces: Int) {
        let text = Array("-\(Self.short);rs=1;\n+00;\n-\(Self.long);t=1718712345.1;\njunk\n".utf8)
        var whole = UATDecoder()
        var cut = UATDecoder()
        let expected = whole.decodeAll(text, arrival: Self.start)
        #expect(cut.decodeAll(text, pieces: pieces, arrival: Self.start).uat == expected.uat)
        #expect(cut.counters == whole.counters)
        #expect(expected.uat.count == 2)
    }

    @Test func anUnfinishedLiveLineIsDroppedAndARestartForgetsIt() {
        var decoder = UATDecoder()
        var batch = FeedBatch()
        decoder.decode(Array("-\(Self.short.prefix(20))".utf8).span, arrival: Self.start, into: &batch)
        decoder.restart()
        decoder.decode(Array("-\(Self.long);\n-\(Self.short);".utf8).span, arrival: Self.start, into: &batch)
        decoder.finish(into: &batch)
        #expect(batch.uat.map(\.frame.hex) == [Self.long])
        #expect(decoder.counters.rejected == 0)
    }

    @Test func randomBytesNeverTrap() {
        var random = SeededGenerator(12)
        let alphabet = Array("-+!;=.rst0123456789abcdef\n\r \u{0}".utf8)
        for _ in 0..<2_000 {
            var decoder = UATDecoder()
            let count = Int.random(in: 0...400, using: &random)
            let bytes = (0..<count).map { _ in
                Bool.random(using: &random)
                    ? alphabet.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
            }
            let batch = decoder.decodeAll(bytes)
            #expect(batch.uat.count == Int(decoder.counters.frames))
            _ = WireFormat.guess(bytes.span)
        }
    }

    @Test func theFormatIsToldFromItsFirstBytes() {
        let text = Array("-\(Self.short);rs=1;\n+\(String(repeating: "0", count: 864));\n-\(Self.long);\n".utf8)
        for cut in 0..<30 { #expect(WireFormat.guess(text.span.extracting(cut...)) == .uat) }
    }

    @Test(.enabled(if: UATRecording.isThere, "needs recordings"))
    func everyLineOfTheRecordingsIsAccountedFor() throws {
        let bytes = try UATRecording.bytes()
        var decoder = UATDecoder(time: .recording(start: Timestamp(seconds: 0)))
        let batch = decoder.decodeAll(bytes)
        #expect(batch.uat.count == 441)
        #expect(decoder.counters.uplinks == 2837)
        #expect(decoder.counters.rejected == 0)
        #expect(batch.uat.count { $0.correctedBytes > 0 } > 100)
        #expect(WireFormat.guess(bytes.span) == .uat)
    }
}
