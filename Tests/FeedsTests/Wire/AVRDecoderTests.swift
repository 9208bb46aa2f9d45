import Aero
import Feeds
import ModeS
import Testing

struct AVRDecoderTests {
    private static let long = "8D406B902015A678D4D220AA4BDA"
    private static let short = "02E197B00179C3"

    @Test(
        "every form of a line",
        arguments: [
            ("*8D406B902015A678D4D220AA4BDA;", nil, nil), (":8d406b902015a678d4d220aa4bda;", nil, nil),
            ("@0000000F4240 8D;", nil, nil), ("@0000000F42408D406B902015A678D4D220AA4BDA;", 1_000_000, nil),
            ("%0000000f42408D406B902015A678D4D220AA4BDA;", 1_000_000, nil),
            ("<0000000F4240FF8D406B902015A678D4D220AA4BDA;", 1_000_000, 0),
            ("*8D406B902015A678D4D220AA4BDA;(120,15,A3F)", nil, nil),
            ("  *8D406B902015A678D4D220AA4BDA; \r", nil, nil), ("8D406B902015A678D4D220AA4BDA", nil, nil),
        ] as [(String, UInt64?, Float?)]
    )
    func forms(line: String, ticks: UInt64?, level: Float?) {
        var decoder = AVRDecoder()
        let got = decoder.decodeAll(Array((line + "\n").utf8)).frames
        if line.contains(" 8D;") {
            #expect(got.isEmpty)
            #expect(decoder.counters.garbageLines == 1)
        } else {
            #expect(got.map(\.frame.hex) == [Self.long])
            #expect(got.first?.ticks == ticks)
            #expect(got.first?.level == level)
        }
    }

    @Test func heartbeatsModeACAndGarbageAreCounted() {
        let text = "*0000;\n*7700;\nhello\n*8D40;\n*0D406B902015A678D4D220AA4BDA;\n*\(Self.short);\n\n*zz;\n"
        var decoder = AVRDecoder()
        let batch = decoder.decodeAll(Array(text.utf8), pieces: 5)
        #expect(batch.frames.map(\.frame.hex) == [Self.short])
        #expect(batch.modeAC.map(\.reply.rawValue) == [0x7700, 0x8D40])
        #expect(decoder.counters.heartbeats == 1)
        #expect(decoder.counters.modeAC == 2)
        #expect(decoder.counters.badLengths == 1)
        #expect(decoder.counters.garbageLines == 2)
    }

    @Test func aLineWithoutEndIsThrownAwayAndTheNextIsRead() {
        let text = String(repeating: "8", count: 100_000) + "\n*\(Self.short);\n"
        var decoder = AVRDecoder()
        #expect(decoder.decodeAll(Array(text.utf8), pieces: 100).frames.count == 1)
        #expect(decoder.counters.garbageLines == 1)
    }

    @Test("round trip", arguments: [AVREncoder.Form.plain, .timed, .timedWithSignal])
    func roundTrip(form: AVREncoder.Form) {
        var random = SeededGenerator(12)
        let sent = (0..<100).map { _ in random.frame() }
        var encoder = AVREncoder(form: form)
        var output: [UInt8] = []
        encoder.encode(OutputBatch(frames: sent), into: &output)
        for pieces in [1, 7, 65_536] {
            var decoder = AVRDecoder(clock: ClockKind.none)
            let got = decoder.decodeAll(output, pieces: pieces).frames
            #expect(got.map(\.frame) == sent.map(\.frame))
            if form != .plain { #expect(got.map(\.ticks) == sent.map(\.ticks)) }
        }
    }

    @Test func theMarkIsSeen() {
        var encoder = AVREncoder()
        var decoder = AVRDecoder()
        #expect(decoder.decodeAll(encoder.simulationMark(at: Timestamp(seconds: 1))).sawSimulationMark)
    }

    @Test func randomTextNeverTraps() {
        let letters = Array("*:@%<0123456789abcdefABCDEF;;(),\n\n\r \u{0}MSG".utf8)
        for seed in 0..<60 {
            var random = SeededGenerator(UInt64(seed))
            let bytes = (0..<20_000).map { _ in
                random.next() % 50 == 0
                    ? UInt8(truncatingIfNeeded: random.next()) : letters[Int(random.next() % UInt64(letters.count))]
            }
            var live = AVRDecoder()
            _ = live.decodeAll(bytes, pieces: 1 + seed * 3)
            var file = AVRDecoder(time: .recording(start: Timestamp(seconds: 0)))
            _ = file.decodeAll(bytes)
            var sbs = SBSDecoder()
            _ = sbs.decodeAll(bytes, pieces: 1 + seed * 3)
            _ = WireFormat.guess(bytes.span)
        }
    }

    @Test(.enabled(if: Recordings.present, "needs recordings"))
    func theListOfFramesIsReadWhole() throws {
        var decoder = AVRDecoder(time: .recording(start: Timestamp(seconds: 1_500_000_000)))
        let got = decoder.decodeAll(try Recordings.bytes("modes/twuillemin_example1.txt"), pieces: 1000).frames
        #expect(got.count == 1_230)
        #expect(
            got.filter { DownlinkFormat(of: $0.frame) == .extendedSquitter && $0.frame.remainder == 0 }.count == 464
        )
        #expect(decoder.counters.rejected == 0)
    }
}
