/// When the receivers listen: always, or for a moment now and then, so that a sky run fast gives no more than a program can take.
struct Sampling: Sendable {
    /// Nanoseconds between two listening moments of one aircraft; 0: always.
    let period: Int64
    /// Nanoseconds a moment lasts.
    let open: Int64
    /// Share of the messages that is kept at all.
    let keep: Double

    /// All, but for a share left out.
    static func continuous(keep: Double) -> Sampling { Sampling(period: 0, open: 0, keep: keep) }

    /// The first message of a stream at or after a time.
    func first(_ time: Int64, interval: Double, beat: UInt64, _ generator: inout SeededGenerator) -> Int64 {
        gated(time + Int64(generator.unit() * interval * 1e9), interval, beat, &generator)
    }

    /// The message after the one at `time`; the standard lets the interval vary by a fifth.
    func following(_ time: Int64, interval: Double, beat: UInt64, _ generator: inout SeededGenerator) -> Int64 {
        gated(time + Int64(generator.number(0.8, 1.2) * interval * 1e9), interval, beat, &generator)
    }

    /// The next message that falls into a listening moment.
    private func gated(_ time: Int64, _ interval: Double, _ beat: UInt64, _ generator: inout SeededGenerator) -> Int64 {
        guard period > 0 else { return time }
        let phase = Int64(beat % UInt64(period))
        let into = ((time - phase) % period + period) % period
        if into < open { return time }
        var opening = time - into + period
        // Slow streams miss many moments; twenty is where patience ends.
        for _ in 0..<20 {
            let offset = Int64(generator.unit() * interval * 1e9)
            if offset < open { return opening + offset }
            opening += period
        }
        return opening
    }
}
