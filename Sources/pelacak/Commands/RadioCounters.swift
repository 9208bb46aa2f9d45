import Foundation
import ModeS
import Radio

extension DemodulatorStatistics {
    /// What a receiver's owner looks at, as one JSON object: levels in dBFS, counts since the beginning.
    ///
    /// - Parameter sampleRate: samples a second.
    func json(sampleRate: Int) -> String {
        var object = JSONObject()
        object.set("samples", samples)
        let seconds = Double(samples) / Double(sampleRate)
        object.set("seconds", (seconds * 1000).rounded() / 1000)
        if samples > 0 { object.set("messages_per_second", Self.rounded(Double(frames) / seconds)) }
        object.set("clipped_samples", clippedSamples)
        object.set("lost_samples", lostSamples)
        object.set("stray_bytes", strayBytes)
        if let noiseLevel { object.set("noise_dbfs", Self.rounded(Double(noiseLevel))) }
        if let peakLevel { object.set("peak_dbfs", Self.rounded(Double(peakLevel))) }
        if frames > 0, powerSum > 0 { object.set("mean_dbfs", Self.rounded(10 * log10(powerSum / Double(frames)))) }
        if let gainStep { object.set("gain_step", gainStep) }
        object.set("candidates", candidates)
        object.set("suppressed", suppressed)
        object.set("attempts", attempts)
        object.set("parity_failures", parityFailures)
        object.set("doubtful_interrogator_codes", doubtfulInterrogatorCodes)
        object.set("frames", frames)
        object.set("strong_frames", strongFrames)
        object.set("cancelled_frames", cancelledFrames)
        object.set("kept_replies", keptReplies)
        object.set("late_frames", lateFrames)
        if modeACReplies > 0 { object.set("mode_ac", modeACReplies) }
        object.set("df", raw: Self.object(framesByFormat))
        object.set("repaired_bits", raw: Self.object(framesByRepairedBits))
        // One place a decibel: "-12" are the frames from -12 up to, not with, -11 dBFS.
        var levels = JSONObject()
        for (index, count) in framesByLevel.enumerated() where count > 0 { levels.set("\(-1 - index)", count) }
        object.set("levels_dbfs", raw: levels.text)
        return object.text
    }

    private static func object(_ counts: [Int]) -> String {
        var object = JSONObject()
        for (index, count) in counts.enumerated() where count > 0 { object.set("\(index)", count) }
        return object.text
    }

    private static func rounded(_ level: Double) -> Double { (level * 10).rounded() / 10 }
}
