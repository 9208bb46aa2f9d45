/// Where within three samples a preamble fits the soft bits best.
///
/// The preamble reads as the bits 1, 1, _, 0, 0 of the rows of soft bits: lags 0, 12, 36 and 48 ticks of 12 MHz, that is of a fifth
/// of a sample. A kernel with `unsafe`: sixty loads from known places for each candidate (the tests hold a checked twin).
enum PreambleFit {
    /// Samples behind the middle one that are looked at.
    static let reach = 12

    /// The best of the fifteen ticks of a sample, the one before and the one behind, and its score in the unit of the soft bits.
    ///
    /// - Parameters:
    ///   - rows: `SoftBits.phases` rows of `stride` values within ±12,000.
    ///   - sample: the middle one.
    static func best(_ rows: [Int16], stride: Int, around sample: Int) -> (tick: Int, score: Int) {
        precondition(sample >= 1 && sample + reach <= stride && rows.count >= SoftBits.phases * stride)
        // The score above, the tick below, so that one maximum finds both without a branch; the first of equals wins.
        var best = Int.min
        unsafe rows.withUnsafeBufferPointer { rows in
            for phase in 0..<SoftBits.phases {
                let first = place(phase, stride) &+ sample
                let second = place(phase + 12, stride) &+ sample
                let fourth = place(phase + 36, stride) &+ sample
                let fifth = place(phase + 48, stride) &+ sample
                for step in -1...1 {
                    // safe: the highest index is that of tick 4 + 48 of row 2, sample + 1 + 10, which the precondition covers.
                    let early = unsafe Int(rows[first &+ step]) &+ Int(rows[second &+ step])
                    let score = unsafe early &- Int(rows[fourth &+ step]) &- Int(rows[fifth &+ step])
                    best = max(best, score &<< 8 | (31 &- SoftBits.phases &* (step &+ 1) &- phase))
                }
            }
        }
        return (SoftBits.phases * (sample - 1) + 31 - best & 0xFF, best >> 8)
    }

    @inline(__always)
    private static func place(_ tick: Int, _ stride: Int) -> Int {
        tick % SoftBits.phases &* stride &+ tick / SoftBits.phases
    }
}
