/// Where a preamble may start.
///
/// The preamble (pulses at 0, 1, 3.5 and 4.5 µs) reads as the bits 1, 1, _, 0, 0 of the rows of soft bits: lags 0, 12, 36 and 48
/// ticks of 12 MHz, that is of a fifth of a sample.
enum PreambleSearch {
    /// Samples beyond the start that the search looks at.
    static let reach = 19

    /// The row and the shift in samples that a lag leads to from a row.
    @inline(__always)
    static func place(phase: Int, lag: Int) -> (row: Int, shift: Int) { ((phase + lag) % 5, (phase + lag) / 5) }

    /// The best preamble score over the five phases at `count` samples from `start` on.
    static func score(rows: [Int16], stride: Int, from start: Int, into result: inout [Int16], count: Int) {
        precondition(rows.count >= SoftBits.phases * stride && stride >= start + count + 11 && result.count >= count)
        let rows = rows.span
        var best = result.mutableSpan
        for phase in 0..<SoftBits.phases {
            let (r0, s0) = place(phase: phase, lag: 0)
            let (r1, s1) = place(phase: phase, lag: 12)
            let (r3, s3) = place(phase: phase, lag: 36)
            let (r4, s4) = place(phase: phase, lag: 48)
            let a = rows.extracting(r0 * stride + start + s0..<r0 * stride + start + s0 + count)
            let b = rows.extracting(r1 * stride + start + s1..<r1 * stride + start + s1 + count)
            let c = rows.extracting(r3 * stride + start + s3..<r3 * stride + start + s3 + count)
            let d = rows.extracting(r4 * stride + start + s4..<r4 * stride + start + s4 + count)
            if phase == 0 {
                for index in 0..<count { best[index] = a[index] &+ b[index] &- c[index] &- d[index] }
            } else {
                for index in 0..<count {
                    best[index] = max(best[index], a[index] &+ b[index] &- c[index] &- d[index])
                }
            }
        }
    }

    /// Marks with -1 the samples that stand above the threshold, are a local maximum, and are followed by the quiet stretch
    /// between the last preamble pulse and the first bit; all others with 0.
    ///
    /// - Parameters:
    ///   - score: `count + 2` values, the first of which belongs to the sample before the first marked.
    ///   - envelope: `count + reach` values from `start` on, where the first marked sample stands.
    ///   - quietFloor: what six quiet samples may sum up to, before a share of the score is added.
    static func mark(
        score: [Int16],
        envelope: [Int16],
        from start: Int,
        threshold: Int16,
        quietFloor: Int16,
        into result: inout [Int16],
        count: Int
    ) {
        precondition(score.count >= count + 2 && envelope.count >= start + count + reach && result.count >= count)
        let score = score.span
        let envelope = envelope.span.extracting(start..<start + count + reach)
        var marks = result.mutableSpan
        let before = score.extracting(0..<count)
        let here = score.extracting(1..<count + 1)
        let after = score.extracting(2..<count + 2)
        let q0 = envelope.extracting(13..<13 + count)
        let q1 = envelope.extracting(14..<14 + count)
        let q2 = envelope.extracting(15..<15 + count)
        let q3 = envelope.extracting(16..<16 + count)
        let q4 = envelope.extracting(17..<17 + count)
        let q5 = envelope.extracting(18..<18 + count)
        for index in 0..<count {
            let value = here[index]
            let quiet = (q0[index] &+ q1[index]) &+ (q2[index] &+ q3[index]) &+ (q4[index] &+ q5[index])
            let allowed = quietFloor &+ (value &>> 2)
            // Margins instead of conditions: their signs are joined by one "or", which vectorises.
            let margin =
                (value &- threshold) | (value &- before[index] &- 1) | (value &- after[index]) | (allowed &- quiet)
            marks[index] = ~(margin &>> 15)
        }
    }

    /// Whether any of 32 marks is set.
    @inline(__always)
    static func anyMarked(_ marks: [Int16], from start: Int) -> Bool {
        let part = marks.span.extracting(start..<start + 32)
        var any: Int16 = 0
        for index in 0..<32 { any |= part[index] }
        return any != 0
    }
}
