import Aero
public import ModeS

extension Demodulator {
    /// Where a frame stood.
    struct FrameSpan: Sendable {
        /// From its preamble to its end, in ticks of the stream.
        let ticks: Range<Int>
        /// Mean power of its pulses, full scale being 1.
        let power: Float
    }

    /// From the beginning of the first framing pulse to that of the second, where a reply is stamped.
    private static let replyStampTicks: Float = 20.3 * 12
    /// Ours: a reply within a frame is believed if it has twice its power.
    private static let standsOut: Float = 2

    /// Takes out the replies of Mode A and C found so far, in order of time: each stamped where its second framing pulse begins.
    public mutating func takeModeAC() -> [ReceivedModeAC] {
        defer { replies.removeAll(keepingCapacity: true) }
        return replies
    }

    /// Looks through the tile for replies of Mode A and C, once its frames are known.
    mutating func findModeAC() {
        guard modeAC != nil else { return }
        var found: [ModeACDetector.Found] = []
        modeAC?.scan(frontEnd.even, peaks: frontEnd.peaks, noise: frontEnd.noise, into: &found)
        let shift = SoftBits.phases * (row.firstSample - FrontEnd.origin)
        for one in found {
            let ticks = Float(SoftBits.phases)
            let start = shift + Int((one.start * ticks).rounded())
            let end = start + Int(ModeACDetector.longest * ticks)
            let power = (one.amplitude / frontEnd.currentScale) * (one.amplitude / frontEnd.currentScale)
            let isOfFrame = spans.contains { $0.ticks.overlaps(start..<end) && power < Self.standsOut * $0.power }
            guard !isOfFrame else { continue }
            let stamp = shift + Int((one.start * ticks + Self.replyStampTicks).rounded())
            guard stamp >= 0 else { continue }
            statistics.modeACReplies += 1
            replies.append(
                ReceivedModeAC(
                    reply: one.reply,
                    time: time(ofTick: stamp),
                    ticks: UInt64(truncatingIfNeeded: stamp) & 0xFFFF_FFFF_FFFF,
                    level: min(-0.01, Float(10 * Trigonometry.log10(Double(max(1e-9, power)))))
                )
            )
        }
        // A frame of this tile may reach into the next.
        let next = shift + SoftBits.phases * (FrontEnd.origin + FrontEnd.tile)
        spans.removeAll { $0.ticks.upperBound < next }
    }
}
