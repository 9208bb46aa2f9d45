/// Soft bits of samples taken at less than 2.4 MS/s, on the rows of `SoftBits`.
///
/// Behind ±1 MHz a run of equal bits, pulses of 1 MHz, hardly moves the envelope, and each bit smears over its neighbours. So the filters
/// are twice as long: their taps stand on the envelope at n - 2, n - 3/2, … n + 11/2.
/// Ours: fitted by least squares to frames of the shared generator (2.0 MS/s at 15, 20 and 25 dB and 2.048 MS/s at 15 and 25 dB, seed 555200, not
/// used for scoring), rounded and of sum zero. Whole frames at 2.0 MS/s and 15 dB: 40 % instead of 18; at 25 dB 90 instead of 80.
enum NarrowSoftBits {
    /// Samples before the place that are looked at, and behind it.
    static let before = 2
    static let behind = 5

    /// No sum of positive taps is above 27: with an envelope within 0…825 no partial sum leaves 16 bits.
    private static let taps: [[Int16]] = [
        [2, -1, 3, -4, 1, 6, 6, -7, -8, 3, 1, -1, 0, -4, 3, 0],
        [2, 1, 1, 0, -5, 7, 7, -4, -6, -4, 5, -4, 1, -3, 0, 2],
        [0, 3, -2, 3, -5, 3, 6, 4, -8, -7, 5, 0, -2, -1, -2, 3],
        [-3, 4, 0, 1, -1, -3, 8, 7, -6, -6, -1, 4, -4, 1, -3, 2],
        [-2, 1, 2, 0, 2, -5, 6, 7, 0, -7, -6, 6, -2, 1, -2, -1],
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
