import ModeS

extension FrontEnd {
    /// Mean power of the pulses of a frame's first 64 bits, full scale being 1.
    ///
    /// - Parameter tick: start of the preamble in ticks of the row.
    func power(of frame: Frame, at tick: Int) -> Float {
        var sum = 0
        // Every fifth bit stands twelve samples further on.
        for first in 0..<5 {
            // The middle of the pulse lies 3 ticks behind the start of its half.
            let start = tick + BitSlicer.dataStart + BitSlicer.bitTicks * first
            let bits = frame.high &<< UInt64(first)
            let runs = (min(64, frame.bitCount) - first + 4) / 5
            sum &+= energy(at: point(nearest: start + 3), where: bits, runs: runs)
            sum &+= energy(at: point(nearest: start + 9), where: ~bits, runs: runs)
        }
        let scale = currentScale
        return max(1e-9, Float(sum) / (Float(min(64, frame.bitCount)) * scale * scale))
    }

    /// The squares of the envelope at a point and each twelve samples further on, of those for which the bit is set: the highest, the
    /// fifth after it, and so on.
    private func energy(at point: (sample: Int, isHalfWay: Bool), where bits: UInt64, runs: Int) -> Int {
        let envelope = point.isHalfWay ? odd : even
        let values = envelope.span.extracting(point.sample..<point.sample + 145)
        var (sum, left) = (0, bits)
        for run in 0..<min(13, runs) {
            let value = Int(values[12 * run]) & (0 &- Int(truncatingIfNeeded: left &>> 63))
            sum &+= value &* value
            left = left &<< 5
        }
        return sum
    }

    /// The nearest point of the envelope to a tick: of the samples and, where there are any, of the points half way.
    private func point(nearest tick: Int) -> (sample: Int, isHalfWay: Bool) {
        if coarse { return ((tick + 2) / SoftBits.phases, false) }
        let half = (2 * tick + 2) / SoftBits.phases
        return (half / 2, half & 1 == 1)
    }
}
