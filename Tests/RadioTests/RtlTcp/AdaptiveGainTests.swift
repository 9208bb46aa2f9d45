import Radio
import Testing

struct AdaptiveGainTests {
    private static let rate = 2_400_000

    /// A band that goes on, ten seconds at a time.
    private struct Band {
        var statistics = DemodulatorStatistics()
        var gain = AdaptiveGain(steps: 29, sampleRate: AdaptiveGainTests.rate)

        mutating func pass(noise: Float, clipped: Double = 0, frames: Int = 1000, strong: Int = 0) -> Int? {
            statistics.samples += 10 * AdaptiveGainTests.rate
            statistics.noiseLevel = noise
            statistics.clippedSamples += Int(clipped * 10 * Double(AdaptiveGainTests.rate))
            statistics.frames += frames
            statistics.strongFrames += strong
            return gain.follow(statistics)
        }
    }

    @Test("it begins at the highest step and stays where all is well")
    func stays() {
        var band = Band()
        #expect(band.gain.step == 28)
        for _ in 0..<20 { #expect(band.pass(noise: -30) == nil) }
        #expect(band.gain.step == 28)
    }

    @Test("noise, clipping and strong frames each take it one step down in ten seconds")
    func down() {
        var band = Band()
        #expect(band.pass(noise: -20) == 27)
        #expect(band.pass(noise: -30, clipped: 0.006) == 26)
        #expect(band.pass(noise: -30, strong: 51) == 25)
        #expect(band.pass(noise: -30, clipped: 0.004, strong: 49) == nil)
        // A few frames tell nothing.
        #expect(band.pass(noise: -30, frames: 10, strong: 10) == nil)
    }

    @Test("it never leaves the tuner's steps")
    func bounds() {
        var band = Band()
        for _ in 0..<100 { _ = band.pass(noise: -10, clipped: 0.5) }
        #expect(band.gain.step == 0)
        for _ in 0..<100 { _ = band.pass(noise: -50) }
        #expect(band.gain.step == 28)
        var single = AdaptiveGain(steps: 1, sampleRate: 1)
        var statistics = DemodulatorStatistics()
        statistics.samples = 100
        statistics.noiseLevel = 0
        #expect(single.follow(statistics) == nil)
    }

    @Test("after a burst it waits a minute before it goes up")
    func patience() {
        var band = Band()
        #expect(band.pass(noise: -38, clipped: 0.01) == 27)
        for _ in 0..<5 { #expect(band.pass(noise: -38) == nil) }
        #expect(band.pass(noise: -38) == 28)
    }

    @Test("a step that is driven over whenever it is tried is tried ever more seldom")
    func backsOff() {
        var band = Band()
        var (tries, driven) = ([Int](), 0)
        for round in 0..<1_440 {
            // Only the highest step is too much.
            let isHigh = band.gain.step == 28
            if isHigh { driven += 1 }
            if band.pass(noise: -38, clipped: isHigh ? 0.01 : 0) == 28 { tries.append(round) }
        }
        // Four hours: after one minute, two, four, 8, 16, 32, and then each hour.
        #expect(tries.prefix(6) == [6, 19, 44, 93, 190, 383] && tries.count <= 9, "\(tries)")
        #expect(driven == tries.count + 1)
        // Calm again: what is driven over long after it was tried begins anew.
        var other = Band()
        _ = other.pass(noise: -38, clipped: 0.01)
        for _ in 0..<7 { _ = other.pass(noise: -38) }
        #expect(other.gain.step == 28)
        for _ in 0..<30 { _ = other.pass(noise: -30) }
        #expect(other.pass(noise: -38, clipped: 0.01) == 27)
        for _ in 0..<5 { #expect(other.pass(noise: -38) == nil) }
        #expect(other.pass(noise: -38) == 28)
    }

    @Test("less than ten seconds say nothing, nor does a receiver without noise yet")
    func early() {
        var gain = AdaptiveGain(steps: 29, sampleRate: Self.rate)
        var statistics = DemodulatorStatistics()
        statistics.samples = 9 * Self.rate
        statistics.noiseLevel = -10
        #expect(gain.follow(statistics) == nil)
        statistics.samples = 11 * Self.rate
        statistics.noiseLevel = nil
        #expect(gain.follow(statistics) == nil)
        statistics.noiseLevel = -10
        #expect(gain.follow(statistics) == 27)
    }
}
