/// Soft bits over all samples: one row a sub-sample phase (a fifth of a sample), value above 0 for a "1".
///
/// Row p at sample n is the early half minus the late half of a bit that starts p fifths after sample n. The taps stand on the
/// envelope at n, n + 1/2, … n + 7/2.
/// Ours: fitted by least squares to frames of the shared generator with known bits (2.4 MS/s, 8 and 11 dB, seeds 778 and 7711, not
/// used for scoring), rounded, made symmetric about the middle of the bit and of sum zero.
enum SoftBits {
    /// Rows: one for each fifth of a sample.
    static let phases = 5

    /// Computes the places `start ..< start + count` of all rows from the envelope at and between the samples.
    ///
    /// A kernel with `unsafe`, eight places at a time: it is called for sixteen places as often as for a whole frame, and the checked form spends more on
    /// its bounds and on whether rows overlap than on those (the tests hold it as a twin).
    static func fill(even: [Int16], odd: [Int16], rows: inout [Int16], stride: Int, from start: Int, count: Int) {
        precondition(start >= 0 && count >= 0 && rows.count >= phases * stride && start + count <= stride)
        precondition(even.count >= start + count + 3 && odd.count >= start + count + 3)
        guard count >= 8 else {
            for index in start..<start + count { one(even, odd, &rows, stride, index) }
            return
        }
        unsafe even.withUnsafeBytes { even in
            unsafe odd.withUnsafeBytes { odd in
                unsafe rows.withUnsafeMutableBytes { rows in
                    // safe: the last eight places end at start + count, which with three more is within both envelopes and with four strides
                    // within the rows.
                    let end = start + count
                    var place = start
                    while place < end {
                        // The last step does some places again.
                        place = min(place, end - 8)
                        unsafe eight(even, odd, rows, stride, place)
                        place &+= 8
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func eight(
        _ even: UnsafeRawBufferPointer,
        _ odd: UnsafeRawBufferPointer,
        _ rows: UnsafeMutableRawBufferPointer,
        _ stride: Int,
        _ place: Int
    ) {
        // safe: as the caller says.
        let taps = unsafe Points(
            e0: even.loadUnaligned(fromByteOffset: 2 &* place, as: SIMD8<Int16>.self),
            o0: odd.loadUnaligned(fromByteOffset: 2 &* place, as: SIMD8<Int16>.self),
            e1: even.loadUnaligned(fromByteOffset: 2 &* place &+ 2, as: SIMD8<Int16>.self),
            o1: odd.loadUnaligned(fromByteOffset: 2 &* place &+ 2, as: SIMD8<Int16>.self),
            e2: even.loadUnaligned(fromByteOffset: 2 &* place &+ 4, as: SIMD8<Int16>.self),
            o2: odd.loadUnaligned(fromByteOffset: 2 &* place &+ 4, as: SIMD8<Int16>.self),
            e3: even.loadUnaligned(fromByteOffset: 2 &* place &+ 6, as: SIMD8<Int16>.self),
            o3: odd.loadUnaligned(fromByteOffset: 2 &* place &+ 6, as: SIMD8<Int16>.self)
        )
        let row = 2 &* stride
        let first = 2 &* place
        unsafe rows.storeBytes(of: taps.sum(-1, 8, 1, -3, -6, 1, 0, 0), toByteOffset: first, as: SIMD8<Int16>.self)
        unsafe rows.storeBytes(
            of: taps.sum(-2, 8, 6, -2, -8, -2, 0, 0),
            toByteOffset: first &+ row,
            as: SIMD8<Int16>.self
        )
        unsafe rows.storeBytes(
            of: taps.sum(0, 2, 8, 2, -6, -8, 2, 0),
            toByteOffset: first &+ 2 &* row,
            as: SIMD8<Int16>.self
        )
        unsafe rows.storeBytes(
            of: taps.sum(0, -1, 6, 3, -1, -8, 1, 0),
            toByteOffset: first &+ 3 &* row,
            as: SIMD8<Int16>.self
        )
        unsafe rows.storeBytes(
            of: taps.sum(0, -1, 3, 8, 0, -8, -3, 1),
            toByteOffset: first &+ 4 &* row,
            as: SIMD8<Int16>.self
        )
    }

    /// One place, where there are not eight.
    private static func one(_ even: [Int16], _ odd: [Int16], _ rows: inout [Int16], _ stride: Int, _ index: Int) {
        for phase in 0..<phases {
            var sum: Int16 = 0
            for tap in 0..<8 {
                let point = tap % 2 == 0 ? even[index + tap / 2] : odd[index + tap / 2]
                sum = sum &+ point &* taps[phase][tap]
            }
            rows[index + phase * stride] = sum &>> 2
        }
    }

    /// The filters, a row each; `eight` has them as constants.
    private static let taps: [[Int16]] = [
        [-1, 8, 1, -3, -6, 1, 0, 0],
        [-2, 8, 6, -2, -8, -2, 0, 0],
        [0, 2, 8, 2, -6, -8, 2, 0],
        [0, -1, 6, 3, -1, -8, 1, 0],
        [0, -1, 3, 8, 0, -8, -3, 1],
    ]

    /// Computes the same places from the envelope at the samples alone.
    static func fillCoarse(even: [Int16], rows: inout [Int16], stride: Int, from start: Int, count: Int) {
        precondition(start >= 0 && count >= 0 && rows.count >= phases * stride && start + count <= stride)
        precondition(even.count >= start + count + 3)
        let even = even.span.extracting(start..<start + count + 3)
        var rows = rows.mutableSpan
        coarse(even, into: &rows, from: 0 * stride + start, count: count, taps: (3, 4, -8, 1))
        coarse(even, into: &rows, from: 1 * stride + start, count: count, taps: (2, 6, -8, 0))
        coarse(even, into: &rows, from: 2 * stride + start, count: count, taps: (0, 8, -6, -2))
        coarse(even, into: &rows, from: 3 * stride + start, count: count, taps: (-1, 8, -4, -3))
        coarse(even, into: &rows, from: 4 * stride + start, count: count, taps: (-2, 8, 0, -6))
    }

    /// The envelope at a sample, half way to the next, and so on; of eight samples at once.
    private struct Points {
        let e0: SIMD8<Int16>
        let o0: SIMD8<Int16>
        let e1: SIMD8<Int16>
        let o1: SIMD8<Int16>
        let e2: SIMD8<Int16>
        let o2: SIMD8<Int16>
        let e3: SIMD8<Int16>
        let o3: SIMD8<Int16>

        // Largest envelope 825, positive taps of a row at most 14: 11,550 before the shift, 2,887 after it, four of them 11,550.
        @inline(__always)
        func sum(
            _ t0: Int16,
            _ t1: Int16,
            _ t2: Int16,
            _ t3: Int16,
            _ t4: Int16,
            _ t5: Int16,
            _ t6: Int16,
            _ t7: Int16
        ) -> SIMD8<Int16> {
            let first = e0 &* t0 &+ o0 &* t1 &+ e1 &* t2 &+ o1 &* t3
            let second = e2 &* t4 &+ o2 &* t5 &+ e3 &* t6 &+ o3 &* t7
            return (first &+ second) &>> 2
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
