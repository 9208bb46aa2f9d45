import Aero
import ModeS

extension Demodulator {
    /// A frame as it is handed on.
    func received(_ frame: Frame, start: Int, power: Float, weak: UInt32?) -> ReceivedFrame {
        ReceivedFrame(
            frame: frame,
            time: time(ofStart: start),
            ticks: UInt64(truncatingIfNeeded: start + Self.stampTicks) & 0xFFFF_FFFF_FFFF,
            level: min(-0.01, Float(10 * Trigonometry.log10(Double(power)))),
            weakParityBits: weak
        )
    }

    /// From the start of the preamble to the end of bit 56, where a frame is stamped.
    static let stampTicks = 768

    static func length(of frame: Frame) -> Int {
        BitSlicer.dataStart + BitSlicer.bitTicks * frame.bitCount
    }

    func time(ofStart stream: Int) -> Timestamp { time(ofTick: stream + Self.stampTicks) }

    /// The time of a tick of the stream, UTC.
    func time(ofTick tick: Int) -> Timestamp {
        // One tick of 12 MHz is 250/3 ns.
        let offset = Int64(tick) &* 250 / 3
        let (sum, overflow) = start.nanoseconds.addingReportingOverflow(offset)
        return overflow ? start : Timestamp(nanoseconds: sum)
    }
}
