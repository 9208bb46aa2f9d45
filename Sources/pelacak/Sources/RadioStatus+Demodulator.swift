import Radio
import Site

extension RadioStatus {
    /// What a demodulator has counted, as the site tells it.
    ///
    /// - Parameters:
    ///   - before: what it had counted a while ago, from which messages a second are reckoned.
    ///   - rate: samples a second.
    ///   - gain: what was asked for, in tenths of a decibel.
    init(_ now: DemodulatorStatistics, since before: DemodulatorStatistics?, rate: Int, gain: Int?) {
        self.init()
        samples = now.samples
        lostSamples = now.lostSamples
        clippedSamples = now.clippedSamples
        noiseLevel = now.noiseLevel.map(Double.init)
        peakLevel = now.peakLevel.map(Double.init)
        if let before, now.samples > before.samples, now.frames >= before.frames {
            let seconds = Double(now.samples - before.samples) / Double(rate)
            messagesPerSecond = Double(now.frames - before.frames) / seconds
        }
        self.gain = gain.map { Double($0) / 10 }
        gainStep = now.gainStep
        frames = now.frames
        strongFrames = now.strongFrames
        repaired = now.framesByRepairedBits.dropFirst().reduce(0, +)
        refused = now.parityFailures + now.doubtfulInterrogatorCodes
        levels = now.framesByLevel
    }
}
