/// Soft bits over all samples: one row a sub-sample phase (a fifth of a sample), value above 0 for a "1".
///
/// Row p at sample n is the early half minus the late half of a bit that starts p fifths after sample n. The taps stand on the
/// envelope at n, n + 1/2, … n + 7/2.
/// Ours: fitted by least squares to frames of the shared generator with known bits (2.4 MS/s, 8 and 11 dB, seeds 778 and 7711, not
/// used for scoring), rounded, made symmetric about the middle of the bit and of sum zero.
enum SoftBits {
    /// Rows: one for each fifth of a sample.
    static let phases = 5

    /// Computes all rows from the envelope at and between the samples.
    static func fill(even: [Int16], odd: [Int16], rows: inout [Int16], stride: Int, count: Int) {
        precondition(rows.count >= phases * stride && count <= stride)
        var rows = rows.mutableSpan
        fine(even.span, odd.span, into: &rows, from: 0 * stride, count: count, taps: (-1, 8, 1, -3, -6, 1, 0, 0))
        fine(even.span, odd.span, into: &rows, from: 1 * stride, count: count, taps: (-2, 8, 6, -2, -8, -2, 0, 0))
        fine(even.span, odd.span, into: &rows, from: 2 * stride, count: count, taps: (0, 2, 8, 2, -6, -8, 2, 0))
        fine(even.span, odd.span, into: &rows, from: 3 * stride, count: count, taps: (0, -1, 6, 3, -1, -8, 1, 0))
        fine(even.span, odd.span, into: &rows, from: 4 * stride, count: count, taps: (0, -1, 3, 8, 0, -8, -3, 1))
    }

    /// Computes all rows from the envelope at the samples alone.
    static func fillCoarse(even: [Int16], rows: inout [Int16], stride: Int, count: Int) {
        precondition(rows.count >= phases * stride && count <= stride)
        var rows = rows.mutableSpan
        coarse(even.span, into: &rows, from: 0 * stride, count: count, taps: (3, 4, -8, 1))
        coarse(even.span, into: &rows, from: 1 * stride, count: count, taps: (2, 6, -8, 0))
        coarse(even.span, into: &rows, from: 2 * stride, count: count, taps: (0, 8, -6, -2))
        coarse(even.span, into: &rows, from: 3 * stride, count: count, taps: (-1, 8, -4, -3))
        coarse(even.span, into: &rows, from: 4 * stride, count: count, taps: (-2, 8, 0, -6))
    }

    // Largest envelope 724, positive taps of a row at most 14: 10,136 before the shift, 2,534 after it, four of them 10,136.
    @inline(__always)
    private static func fine(
        _ even: Span<Int16>,
        _ odd: Span<Int16>,
        into rows: inout MutableSpan<Int16>,
        from base: Int,
        count: Int,
        taps: (Int16, Int16, Int16, Int16, Int16, Int16, Int16, Int16)
    ) {
        precondition(even.count >= count + 3 && odd.count >= count + 3 && rows.count >= base + count)
        let e0 = even.extracting(0..<count)
        let e1 = even.extracting(1..<count + 1)
        let e2 = even.extracting(2..<count + 2)
        let e3 = even.extracting(3..<count + 3)
        let o0 = odd.extracting(0..<count)
        let o1 = odd.extracting(1..<count + 1)
        let o2 = odd.extracting(2..<count + 2)
        let o3 = odd.extracting(3..<count + 3)
        for index in 0..<count {
            let first = e0[index] &* taps.0 &+ o0[index] &* taps.1 &+ e1[index] &* taps.2 &+ o1[index] &* taps.3
            let second = e2[index] &* taps.4 &+ o2[index] &* taps.5 &+ e3[index] &* taps.6 &+ o3[index] &* taps.7
            rows[base + index] = (first &+ second) &>> 2
        }
    }

    @inline(__always)
    private static func coarse(
        _ even: Span<Int16>,
        into rows: inout MutableSpan<Int16>,
        from base: Int,
        count: Int,
        taps: (Int16, Int16, Int16, Int16)
    ) {
        precondition(even.count >= count + 3 && rows.count >= base + count)
        let e0 = even.extracting(0..<count)
        let e1 = even.extracting(1..<count + 1)
        let e2 = even.extracting(2..<count + 2)
        let e3 = even.extracting(3..<count + 3)
        for index in 0..<count {
            rows[base + index] =
                (e0[index] &* taps.0 &+ e1[index] &* taps.1 &+ e2[index] &* taps.2 &+ e3[index] &* taps.3) &>> 1
        }
    }
}
