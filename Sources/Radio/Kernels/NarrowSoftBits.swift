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

    /// No sum of positive taps is above 28: with an envelope within 0…825 no partial sum leaves 16 bits.
    private static let taps: [[Int16]] = [
        [1, 0, 2, -3, 1, 7, 4, -5, -9, 4, -1, 0, 0, -3, 2, 0],
        [0, 2, 0, 1, -5, 8, 5, -2, -7, -3, 4, -3, 2, -3, 0, 1],
        [-1, 3, -2, 3, -4, 3, 7, 2, -6, -8, 5, -2, 2, -2, -2, 2],
        [-2, 3, 0, 0, 0, -4, 9, 4, -3, -8, 1, 2, -2, 1, -3, 2],
        [-2, 2, 2, -2, 3, -5, 6, 7, -1, -6, -6, 5, -3, 2, -3, 1],
    ]

    /// Computes the places `start ..< start + count` of all rows from the envelope at and between the samples.
    static func fill(even: [Int16], odd: [Int16], rows: inout [Int16], stride: Int, from start: Int, count: Int) {
        precondition(start >= before && count >= 0 && start + count <= stride)
        precondition(even.count >= start + count + behind && odd.count >= start + count + behind)
        precondition(rows.count >= SoftBits.phases * stride)
        let even = even.span.extracting(start - before..<start + count + behind)
        let odd = odd.span.extracting(start - before..<start + count + behind)
        var rows = rows.mutableSpan
        for row in 0..<SoftBits.phases {
            let target = row * stride + start
            for index in 0..<count { rows[target + index] = 4 }
            let filter = taps[row]
            for pair in 0..<before + behind + 1 {
                let (early, late) = (filter[2 * pair], filter[2 * pair + 1])
                let samples = even.extracting(pair..<pair + count)
                let middles = odd.extracting(pair..<pair + count)
                for index in 0..<count {
                    rows[target + index] = rows[target + index] &+ samples[index] &* early &+ middles[index] &* late
                }
            }
            for index in 0..<count { rows[target + index] = rows[target + index] &>> 3 }
        }
    }
}
