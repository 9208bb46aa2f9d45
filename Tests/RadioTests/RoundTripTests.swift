import Aero
import ModeS
import Radio
import Testing

struct RoundTripTests {
    @Test("every format survives at all phases", arguments: [SampleFormat.uc8, .sc8, .sc16, .sc16q11])
    func everyFormatAtFullRate(format: SampleFormat) throws {
        let sent = TestSignal.traffic()
        let bytes = try TestSignal.modulate(sent, seconds: 0.08, format: format)
        let (heard, statistics) = try TestSignal.demodulate(bytes, format: format)
        #expect(heard.map(\.frame) == sent.map(\.frame))
        #expect(statistics.frames == sent.count)
        #expect(statistics.framesByFormat[24] == 20)
        #expect(heard.allSatisfy { $0.repairedBits == 0 })
    }

    @Test("time stamps stand within a microsecond, levels within a decibel", arguments: [2_000_000, 2_400_000])
    func timesAndLevels(rate: Int) throws {
        let sent = TestSignal.traffic()
        let bytes = try TestSignal.modulate(sent, seconds: 0.08, rate: rate)
        let (heard, _) = try TestSignal.demodulate(bytes, rate: rate)
        var checked = 0
        // Pulses behind the narrower filter of the lower rate do not reach their full height.
        let expected: Float = rate == 2_400_000 ? -14.3 : -16
        for received in heard {
            let near = sent.filter { abs(received.time.seconds(since: $0.time)) < 100e-6 }
            guard let original = near.first, original.frame == received.frame else { continue }
            #expect(abs(received.time.seconds(since: original.time)) < 0.3e-6)
            let ticks = try #require(received.ticks)
            #expect(abs(Double(ticks) / 12e6 - original.time.seconds(since: TestSignal.start)) < 0.3e-6)
            let level = try #require(received.level)
            #expect(abs(level - expected) < 1.6)
            checked += 1
        }
        // Behind ±0.9 MHz a run of equal bits hardly moves the envelope: at the lower rate some frames are beyond reach.
        #expect(checked * 10 >= sent.count * (rate == 2_400_000 ? 10 : 8))
    }

    @Test("what is sent with 16 bits and little gain is heard")
    func faintSixteenBits() throws {
        let sent = TestSignal.traffic(level: -62)
        let bytes = try TestSignal.modulate(sent, seconds: 0.08, format: .sc16, noise: -86)
        let (heard, _) = try TestSignal.demodulate(bytes, format: .sc16)
        #expect(heard.map(\.frame) == sent.map(\.frame))
        let levels = heard.compactMap(\.level)
        #expect(levels.min() ?? 0 > -63.5 && levels.max() ?? 0 < -60.5)
    }

    @Test("a signal beyond full scale is still read")
    func overload() throws {
        let sent = TestSignal.traffic(level: 6)
        let (heard, statistics) = try TestSignal.demodulate(try TestSignal.modulate(sent, seconds: 0.08))
        #expect(heard.count * 10 >= sent.count * 9)
        #expect(statistics.strongFrames == heard.count)
        #expect(heard.allSatisfy { ($0.level ?? 1) < 0 })
    }

    @Test("the weaker of two rates of effort hears strong traffic too", arguments: Effort.allCases)
    func efforts(effort: Effort) throws {
        let sent = TestSignal.traffic()
        let bytes = try TestSignal.modulate(sent, seconds: 0.08)
        let (heard, _) = try TestSignal.demodulate(bytes, repair: .soft, effort: effort)
        #expect(heard.count * 100 >= sent.count * 97)
    }

    @Test(
        "a weaker frame beneath a stronger one is read, in order of time",
        arguments: zip(
            [SampleFormat.uc8, .sc16, .uc8, .sc16, .uc8],
            [2_400_000, 2_400_000, 2_500_000, 6_000_000, 12_000_000]
        )
    )
    func overlapping(format: SampleFormat, rate: Int) throws {
        var random = Numbers(state: 31)
        var sent: [ReceivedFrame] = []
        func add(_ number: UInt32, at microseconds: Double, level: Float) {
            let frame = TestSignal.frame(format: 17, address: 0x40_0000 + number, content: random.next())
            sent.append(
                ReceivedFrame(
                    frame: frame,
                    time: TestSignal.start.advanced(bySeconds: microseconds / 1e6),
                    level: level
                )
            )
        }
        for pair in 0..<60 {
            let begin = 1000 + 400.0237 * Double(pair)
            // The weaker one begins before, within and far behind; 10 to 18 dB below. Higher rates have less noise in the band, and so are
            // doubled more often: what is stronger clips then, and stays.
            let level: Float = rate > 2_500_000 ? -16 : -10
            add(1, at: begin, level: level)
            add(2, at: begin + [-70, -33, 27, 71][pair % 4], level: level - 10 - Float(pair % 5) * 2)
        }
        sent.sort { $0.time < $1.time }
        let bytes = try TestSignal.modulate(sent, seconds: 0.03, format: format, rate: rate, noise: -44)
        let low = try TestSignal.demodulate(bytes, format: format, rate: rate, effort: .low)
        let normal = try TestSignal.demodulate(bytes, format: format, rate: rate)
        let high = try TestSignal.demodulate(bytes, format: format, rate: rate, effort: .high)
        func found(_ frames: [ReceivedFrame], of number: UInt64) -> Int {
            frames.filter { $0.frame.bits(9, 32) == 0x40_0000 + number }.count
        }
        #expect(found(low.frames, of: 1) >= 50 && low.statistics.cancelledFrames == 0)
        #expect(found(low.frames, of: 2) <= 20)
        for (result, stronger, weaker) in [(normal, 55, found(low.frames, of: 2) + 1), (high, 58, 50)] {
            #expect(found(result.frames, of: 1) >= stronger)
            #expect(found(result.frames, of: 2) >= weaker, "\(found(result.frames, of: 2))")
            #expect(zip(result.frames, result.frames.dropFirst()).allSatisfy { $0.time <= $1.time })
            #expect(Set(result.frames.map(\.frame)).isSubset(of: Set(sent.map(\.frame))))
            #expect(result.statistics.cancelledFrames >= weaker - 10)
        }
    }
}
