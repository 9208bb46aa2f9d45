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

    @Test("Mode A and C replies come as often as asked, each 20.3 µs from frame to frame, however the calls are cut")
    func fruit() throws {
        func render(_ cuts: Int) throws -> [UInt8] {
            var modulator = try Modulator(
                format: .sc16,
                sampleRate: 2_400_000,
                start: TestSignal.start,
                seed: 8,
                noiseLevel: nil,
                fruit: Fruit(perSecond: 100, levels: -6 ... -6)
            )
            var bytes: [UInt8] = []
            for cut in 1...cuts {
                let end = TestSignal.start.advanced(bySeconds: Double(cut) / Double(cuts))
                modulator.render([], until: end, into: &bytes)
            }
            return bytes
        }
        let bytes = try render(1)
        #expect(try render(7) == bytes)
        let powers = stride(from: 0, to: bytes.count, by: 4).map { place in
            let parts = [0, 2].map {
                Double(Int16(bitPattern: UInt16(bytes[place + $0]) | UInt16(bytes[place + $0 + 1]) << 8))
            }
            return parts[0] * parts[0] + parts[1] * parts[1]
        }
        // A quarter of full power, of which a pulse between two samples shows a fifth; framing pulses lie 48.7 samples apart.
        let loud = powers.map { $0 > 0.03 * 32_768 * 32_768 }
        var begins: [Int] = []
        for index in loud.indices where loud[index] && index - (begins.last ?? -1000) > 70 { begins.append(index) }
        #expect((75...125).contains(begins.count), "\(begins.count)")
        let framed = begins.filter { begin in (47...50).contains { begin + $0 < loud.count && loud[begin + $0] } }
        #expect(framed.count * 100 >= begins.count * 98, "\(framed.count) of \(begins.count)")
    }

    @Test("faults of the receiver are what they say")
    func faults() throws {
        var faults = ReceiverFaults()
        (faults.constantInPhase, faults.constantQuadrature, faults.gainImbalance) = (0.1, -0.05, 0.2)
        faults.crosstalk = 0.1
        var modulator = try Modulator(
            format: .sc16,
            sampleRate: 2_400_000,
            start: TestSignal.start,
            seed: 3,
            noiseLevel: -20,
            faults: faults
        )
        var bytes: [UInt8] = []
        modulator.render([], until: TestSignal.start.advanced(bySeconds: 0.1), into: &bytes)
        var (sumI, sumQ, squareI, squareQ, product) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for place in stride(from: 0, to: bytes.count, by: 4) {
            let i = Double(Int16(bitPattern: UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8)) / 32_768 - 0.1
            let q = Double(Int16(bitPattern: UInt16(bytes[place + 2]) | UInt16(bytes[place + 3]) << 8)) / 32_768 + 0.05
            (sumI, sumQ) = (sumI + i, sumQ + q)
            (squareI, squareQ, product) = (squareI + i * i, squareQ + q * q, product + i * q)
        }
        let number = Double(bytes.count / 4)
        #expect(abs(sumI / number) < 0.001 && abs(sumQ / number) < 0.001)
        // Half of a hundredth in each part.
        #expect(abs(squareI / number / 0.005 - 1) < 0.03)
        #expect(abs(squareQ / number / 0.005 - 1.45) < 0.04)
        #expect(abs(product / squareI - 0.1) < 0.01)
    }

    @Test("a fast clock takes more samples of the same air, and frames are still read")
    func clockError() throws {
        var faults = ReceiverFaults()
        faults.clockError = 40
        let sent = TestSignal.traffic(perFormat: 4)
        var modulator = try Modulator(
            format: .uc8,
            sampleRate: 2_400_000,
            start: TestSignal.start,
            seed: 3,
            noiseLevel: -40,
            faults: faults
        )
        var bytes: [UInt8] = []
        modulator.render(sent, until: TestSignal.start.advanced(bySeconds: 1), into: &bytes)
        #expect(abs(modulator.samples - Int((1 - 80e-6) * 2_400_096)) <= 1)
        #expect(try TestSignal.demodulate(bytes).frames.count * 100 >= sent.count * 97)
    }
}
