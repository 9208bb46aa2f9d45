public import Aero
public import ModeS

extension BandScene {
    /// A reply of Mode A or C as the truth of the scene tells it: sample and seconds of its first framing pulse, ratio in dB, "-", AC, "-", its bits as
    /// receivers hand them on. Whether another overlaps it is not told.
    ///
    /// - Parameters:
    ///   - sent: as `Modulator.replies` has it, stamped at its second framing pulse.
    ///   - start: time of the first sample.
    ///   - sampleRate: samples a second.
    public func truth(of sent: ReceivedModeAC, from start: Timestamp, sampleRate: Int) -> String {
        let seconds = sent.time.seconds(since: start) - 20.3e-6
        let ratio = Double((sent.level ?? noiseLevel) - noiseLevel)
        let words = [
            Decimals.text(seconds * Double(sampleRate), places: 2), Decimals.text(seconds, places: 6),
            Decimals.text(ratio, places: 1), "-", "AC", "-", sent.reply.hex,
        ]
        return words.joined(separator: " ")
    }
}
