import Aero
import ModeS
import Radio
import Testing

struct ModulatorTests {
    @Test("the bytes do not depend on how the calls are cut")
    func callsMayBeCutAnywhere() throws {
        let frames = TestSignal.traffic(perFormat: 3)
        let whole = try TestSignal.modulate(frames, seconds: 0.02)
        var modulator = try Modulator(
            format: .uc8,
            sampleRate: 2_400_000,
            start: TestSignal.start,
            seed: 1,
            noiseLevel: -40
        )
        var pieces: [UInt8] = []
        var next = 0
        for step in 1...40 {
            let end = TestSignal.start.advanced(bySeconds: 0.0005 * Double(step))
            var batch: [ReceivedFrame] = []
            while next < frames.count, frames[next].time < end {
                batch.append(frames[next])
                next += 1
            }
            modulator.render(batch, until: end, into: &pieces)
        }
        #expect(pieces == whole)
        #expect(pieces.count == modulator.samples * 2)
    }

    @Test("another seed, another noise; the same seed, the same")
    func seeds() throws {
        let one = try TestSignal.modulate([], seconds: 0.01, seed: 5)
        #expect(try TestSignal.modulate([], seconds: 0.01, seed: 5) == one)
        #expect(try TestSignal.modulate([], seconds: 0.01, seed: 6) != one)
    }

    @Test("noise has the power asked for", arguments: [Float(-30), -20])
    func noisePower(level: Float) throws {
        let bytes = try TestSignal.modulate([], seconds: 0.1, noise: level)
        let power = bytes.reduce(0.0) { $0 + (Double($1) - 127.5) * (Double($1) - 127.5) } / Double(bytes.count / 2)
        let expected = 127.5 * 127.5 * (level == -30 ? 1e-3 : 1e-2)
        #expect(abs(power / expected - 1) < 0.05)
    }

    @Test("no noise, no frames: silence in the middle of the range")
    func silence() throws {
        let bytes = try TestSignal.modulate([], seconds: 0.001, noise: nil)
        #expect(bytes.allSatisfy { $0 == 127 || $0 == 128 })
    }

    @Test("an end before the beginning writes nothing")
    func endBeforeBeginning() throws {
        var modulator = try Modulator(format: .uc8, sampleRate: 2_400_000, start: TestSignal.start, seed: 1)
        var bytes: [UInt8] = []
        modulator.render([], until: TestSignal.start.advanced(bySeconds: -5), into: &bytes)
        #expect(bytes.isEmpty)
    }

    @Test("frames out of reach are cut, not waited for")
    func lateFrames() throws {
        var modulator = try Modulator(format: .uc8, sampleRate: 2_400_000, start: TestSignal.start, seed: 1)
        var bytes: [UInt8] = []
        modulator.render([], until: TestSignal.start.advanced(bySeconds: 0.01), into: &bytes)
        let late = ReceivedFrame(frame: SimulationMarker.frame, time: Timestamp(nanoseconds: .min))
        modulator.render([late], until: TestSignal.start.advanced(bySeconds: 0.02), into: &bytes)
        #expect(bytes.count == modulator.samples * 2)
    }

    @Test("other sample rates are refused")
    func otherRates() {
        #expect(throws: DemodulatorError.unsupportedSampleRate(1)) {
            try Modulator(format: .uc8, sampleRate: 1, start: TestSignal.start, seed: 1)
        }
    }
}
