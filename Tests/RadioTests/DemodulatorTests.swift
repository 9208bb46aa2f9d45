import Aero
import ModeS
import Radio
import Testing

struct DemodulatorTests {
    #if DEBUG
        static let noiseSeconds = 0.5
    #else
        static let noiseSeconds = 10.0
    #endif

    @Test("the frames do not depend on the chunks", arguments: [2_000_000, 2_400_000], [SampleFormat.uc8, .sc16])
    func chunksMayBeCutAtAnyByte(rate: Int, format: SampleFormat) throws {
        let bytes = try TestSignal.modulate(TestSignal.traffic(perFormat: 8), seconds: 0.03, format: format, rate: rate)
        let whole = try TestSignal.demodulate(bytes, format: format, rate: rate, repair: .soft)
        #expect(whole.frames.count > 50)
        var random = Numbers(state: 99)
        for most in [1, 7, 1000, 40_000] {
            var cuts: [Int] = []
            var place = 0
            while place < bytes.count {
                place += Int.random(in: 0...most, using: &random)
                cuts.append(min(place, bytes.count))
            }
            let pieces = try TestSignal.demodulate(bytes, format: format, rate: rate, repair: .soft, cuts: cuts)
            #expect(pieces.frames == whole.frames)
            #expect(pieces.statistics == whole.statistics)
        }
    }

    @Test("noise makes no aircraft", arguments: [2_400_000, 2_000_000], BitRepair.allCases)
    func noiseMakesNoAircraft(rate: Int, repair: BitRepair) throws {
        var modulator = try Modulator(
            format: .uc8,
            sampleRate: rate,
            start: TestSignal.start,
            seed: 4242,
            noiseLevel: -30
        )
        var demodulator = try Demodulator(format: .uc8, sampleRate: rate, repair: repair, start: TestSignal.start)
        var frames: [ReceivedFrame] = []
        let seconds = repair == .soft ? Self.noiseSeconds : Self.noiseSeconds / 10
        var done = 0.0
        while done < seconds {
            done += 0.25
            var bytes: [UInt8] = []
            modulator.render([], until: TestSignal.start.advanced(bySeconds: done), into: &bytes)
            demodulator.scan(bytes.span, into: &frames)
        }
        demodulator.finish(into: &frames)
        #expect(frames.isEmpty)
        #expect(abs(try #require(demodulator.statistics.noiseLevel) - -30) < 1)
    }

    @Test("random bytes of any length never trap", arguments: SampleFormat.allCases, Effort.allCases)
    func randomBytes(format: SampleFormat, effort: Effort) throws {
        var random = Numbers(state: 3)
        for length in [0, 1, 2, 3, 4, 5, 7, 331, 1024, 20_001, 60_003] {
            let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            for rate in [2_000_000, 2_400_000] {
                let result = try TestSignal.demodulate(bytes, format: format, rate: rate, repair: .soft, effort: effort)
                #expect(result.statistics.samples == length / format.bytesPerSample)
                #expect(result.statistics.strayBytes == length % format.bytesPerSample)
                #expect(result.frames.allSatisfy { $0.frame.remainder == 0 })
            }
        }
    }

    @Test("extreme values never trap and make no frames", arguments: SampleFormat.allCases, Effort.allCases)
    func extremes(format: SampleFormat, effort: Effort) throws {
        let patterns: [[UInt8]] = [
            [0], [255], [0, 255], [0, 128], [255, 127], [0, 0, 255, 255], [0x80, 0, 0, 0x80, 0xFF],
        ]
        for pattern in patterns {
            let bytes = (0..<50_000).map { pattern[$0 % pattern.count] }
            for rate in [2_000_000, 2_400_000] {
                #expect(
                    try TestSignal.demodulate(bytes, format: format, rate: rate, repair: .soft, effort: effort).frames
                        .isEmpty
                )
            }
        }
    }

    @Test("full-scale square waves of all lengths never leave the planes")
    func squareWaves() throws {
        for half in 1...9 {
            let bytes = (0..<60_000).map { ($0 / 2 / half) % 2 == 0 ? UInt8(255) : 0 }
            for effort in Effort.allCases { _ = try TestSignal.demodulate(bytes, repair: .soft, effort: effort) }
        }
    }

    @Test("a frame at the very end is given out, one that is cut off is not")
    func endOfStream() throws {
        let frame = TestSignal.frame(format: 17, address: 0x40_6B90, content: 0x1234_5678_9ABC)
        // A long frame ends 56 µs after its time stamp.
        let sent = ReceivedFrame(frame: frame, time: TestSignal.start.advanced(bySeconds: 1e-3), level: -12)
        let bytes = try TestSignal.modulate([sent], seconds: 2e-3)
        let end = Int((1e-3 + 58e-6) * 2.4e6) * 2
        #expect(try TestSignal.demodulate(Array(bytes[..<end])).frames.map(\.frame) == [frame])
        #expect(try TestSignal.demodulate(Array(bytes[..<(end - 120)])).frames.isEmpty)
    }

    @Test("a reply whose address nobody has heard is not believed")
    func unheardAddress() throws {
        let reply = TestSignal.frame(format: 4, address: 0x40_6B90, content: 0xABCD_EF01_2345)
        let squitter = TestSignal.frame(format: 17, address: 0x40_6B90, content: 0x1234_5678_9ABC)
        func at(_ seconds: Double, _ frame: Frame) -> ReceivedFrame {
            ReceivedFrame(frame: frame, time: TestSignal.start.advanced(bySeconds: seconds), level: -12)
        }
        let before = try TestSignal.modulate([at(1e-3, reply), at(2e-3, squitter), at(3e-3, reply)], seconds: 4e-3)
        #expect(try TestSignal.demodulate(before).frames.map(\.frame) == [squitter, reply])
    }

    @Test("other sample rates are refused", arguments: [0, -1, 1_000_000, 2_400_001])
    func otherRates(rate: Int) {
        #expect(throws: DemodulatorError.unsupportedSampleRate(rate)) {
            try Demodulator(format: .uc8, sampleRate: rate, start: TestSignal.start)
        }
    }
}
