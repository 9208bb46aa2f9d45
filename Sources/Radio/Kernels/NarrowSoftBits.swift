/// Soft bits of samples taken at less than 2.4 MS/s, on the rows of `SoftBits`.
///
/// Behind ±1 MHz a run of equal bits, pulses of 1 MHz, hardly moves the envelope, and each bit smears over its neighbours. So the filters
/// are twice as long: their taps stand on the envelope at n - 2, n - 3/2, … n + 11/2.
/// Ours: fitted by least squares to frames of the shared generator, rounded and of sum zero: half of them made at 2.0 and 2.048 MS/s, whose
/// pulses are band-limited at 0.45 of the rate (seed 555200, 15 to 25 dB), half made at 2.4 and brought to 2.0 by a sharp filter (seeds
/// 555210 and 555212), as a receiver may do; none of them used for scoring. Whole frames of the first at 2.048 MS/s and 15 dB: 62 % instead of 34 with
/// the filters of `SoftBits`; of the second at 12 dB 63 instead of 54.
enum NarrowSoftBits {
    /// Samples before the place that are looked at, and behind it.
    static let before = 2
    static let behind = 5

    /// Computes the places `start ..< start + count` of all rows from the envelope at and between the samples.
    ///
    /// No sum of positive taps is above 28: with an envelope within 0…825 no partial sum leaves 16 bits.
    /// A kernel with `unsafe`, eight places at a time, as `SoftBits.fill` (the tests hold its checked twin).
    static func fill(even: [Int16], odd: [Int16], rows: inout [Int16], stride: Int, from start: Int, count: Int) {
        precondition(start >= before && count >= 0 && start + count <= stride)
        precondition(even.count >= start + count + behind && odd.count >= start + count + behind)
        precondition(rows.count >= SoftBits.phases * stride)
        guard count >= 8 else {
            for index in start..<start + count { one(even, odd, &rows, stride, index) }
            return
        }
        unsafe even.withUnsafeBytes { even in
            unsafe odd.withUnsafeBytes { odd in
                unsafe rows.withUnsafeMutableBytes { rows in
                    // safe: the first eight places look at `before` points more, the last end at start + count and look at `behind` more; with
                    // four strides they are within the rows.
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
        @inline(__always) func put(_ row: Int, _ early: SIMD8<Int16>, _ late: SIMD8<Int16>) {
            let value = (early &+ late &+ 4) &>> 3
            unsafe rows.storeBytes(of: value, toByteOffset: 2 &* (place &+ row &* stride), as: SIMD8<Int16>.self)
        }
        let e = unsafe Points(even, place)
        let o = unsafe Points(odd, place)
        put(0, e.sum(1, 2, 1, 4, -9, -1, 0, 2), o.sum(0, -3, 7, -5, 4, 0, -3, 0))
        put(1, e.sum(0, 0, -5, 5, -7, 4, 2, 0), o.sum(2, 1, 8, -2, -3, -3, -3, 1))
        put(2, e.sum(-1, -2, -4, 7, -6, 5, 2, -2), o.sum(3, 3, 3, 2, -8, -2, -2, 2))
        put(3, e.sum(-2, 0, 0, 9, -3, 1, -2, -3), o.sum(3, 0, -4, 4, -8, 2, 1, 2))
        put(4, e.sum(-2, 2, 3, 6, -1, -6, -3, -3), o.sum(2, -2, -5, 7, -6, 5, 2, 1))
    }

    /// The envelope from two before a place to five behind it; of eight places at once.
    private struct Points {
        let p0: SIMD8<Int16>
        let p1: SIMD8<Int16>
        let p2: SIMD8<Int16>
        let p3: SIMD8<Int16>
        let p4: SIMD8<Int16>
        let p5: SIMD8<Int16>
        let p6: SIMD8<Int16>
        let p7: SIMD8<Int16>

        @inline(__always)
        init(_ envelope: UnsafeRawBufferPointer, _ place: Int) {
            // safe: as the caller says.
            let first = 2 &* (place &- NarrowSoftBits.before)
            p0 = unsafe envelope.loadUnaligned(fromByteOffset: first, as: SIMD8<Int16>.self)
            p1 = unsafe envelope.loadUnaligned(fromByteOffset: first &+ 2, as: SIMD8<Int16>.self)
            p2 = unsafe envelope.loadUnaligned(fromByteOffset: first &+ 4, as: SIMD8<Int16>.self)
            p3 = unsafe envelope.loadUnaligned(fromByteOffset: first &+ 6, as: SIMD8<Int16>.self)
            p4 = unsafe envelope.loadUnaligned(fromByteOffset: first &+ 8, as: SIMD8<Int16>.self)
            p5 = unsafe envelope.loadUnaligned(fromByteOffset: first &+ 10, as: SIMD8<Int16>.self)
            p6 = unsafe envelope.loadUnaligned(fromByteOffset: first &+ 12, as: SIMD8<Int16>.self)
            p7 = unsafe envelope.loadUnaligned(fromByteOffset: first &+ 14, as: SIMD8<Int16>.self)
        }

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
            let first = p0 &* t0 &+ p1 &* t1 &+ p2 &* t2 &+ p3 &* t3
            let second = p4 &* t4 &+ p5 &* t5 &+ p6 &* t6 &+ p7 &* t7
            return first &+ second
        }
    }

    /// One place, where there are not eight.
    private static func one(_ even: [Int16], _ odd: [Int16], _ rows: inout [Int16], _ stride: Int, _ index: Int) {
        for phase in 0..<SoftBits.phases {
            var sum: Int16 = 4
            for pair in 0..<before + behind + 1 {
                let point = index - before + pair
                sum = sum &+ even[point] &* taps[phase][2 * pair] &+ odd[point] &* taps[phase][2 * pair + 1]
            }
            rows[index + phase * stride] = sum &>> 3
        }
    }

    /// The filters, a row each; `eight` has them as constants, those of the envelope at the samples and those half way apart.
    private static let taps: [[Int16]] = [
        [1, 0, 2, -3, 1, 7, 4, -5, -9, 4, -1, 0, 0, -3, 2, 0],
        [0, 2, 0, 1, -5, 8, 5, -2, -7, -3, 4, -3, 2, -3, 0, 1],
        [-1, 3, -2, 3, -4, 3, 7, 2, -6, -8, 5, -2, 2, -2, -2, 2],
        [-2, 3, 0, 0, 0, -4, 9, 4, -3, -8, 1, 2, -2, 1, -3, 2],
        [-2, 2, 2, -2, 3, -5, 6, 7, -1, -6, -6, 5, -3, 2, -3, 1],
    ]
}
