/// Picks the soft bits of one frame out of the rows, and packs their signs.
///
/// The kernel with `unsafe`: 112 loads from known places, of which the checked form tests each (3.1 instructions a bit instead of 6.4; the
/// tests hold a checked twin).
enum BitGather {
    /// Samples from the first soft bit of a frame to its last: 111 bits of 2.4 samples, rounded up.
    static let reach = 268

    /// Copies the soft bits of a frame, one behind the other.
    ///
    /// Five bits take twelve samples, so that every fifth bit stands in the same row.
    /// - Parameters:
    ///   - rows: `SoftBits.phases` rows of `stride` values.
    ///   - tick: of the first bit, in fifths of a sample.
    ///   - bits: 56 or 112.
    @inline(__always)
    static func gather(
        _ rows: [Int16],
        stride: Int,
        from tick: Int,
        bits: Int,
        into values: inout [112 of Int16]
    ) {
        precondition(bits == 56 || bits == 112)
        precondition(
            tick >= 0 && tick / SoftBits.phases + reach + 1 <= stride && rows.count >= SoftBits.phases * stride
        )
        let runs = bits == 112 ? 22 : 11
        var target = values.mutableSpan
        unsafe rows.withUnsafeBufferPointer { rows in
            unsafe target.withUnsafeMutableBufferPointer { target in
                // safe: the last bit is 5 * 22 + 1 < 112 or 5 * 11 < 56, counted from 0, the last sample below `stride` by the
                // precondition, in one of five rows.
                var first = 0
                while first < SoftBits.phases {
                    let start = tick &+ 12 &* first
                    let base = start % SoftBits.phases &* stride &+ start / SoftBits.phases
                    var run = 0
                    while run < runs {
                        unsafe target[5 &* run &+ first] = rows[base &+ 12 &* run]
                        run &+= 1
                    }
                    first &+= 1
                }
                // 112 = 5 * 22 + 2, 56 = 5 * 11 + 1.
                for bit in 5 * runs..<bits {
                    let start = tick &+ 12 &* bit
                    unsafe target[bit] = rows[start % SoftBits.phases &* stride &+ start / SoftBits.phases]
                }
            }
        }
    }

    /// The bits of 56 or 112 values: 1 where the value is not negative, the first highest.
    @inline(__always)
    static func signs(_ values: [112 of Int16], bits: Int) -> (high: UInt64, low: UInt64) {
        let span = values.span
        return unsafe span.withUnsafeBytes { bytes in
            var high: UInt64 = 0
            var low: UInt64 = 0
            // safe: 28 words of four values are 224 bytes, all there are.
            for word in 0..<14 {
                high = unsafe high &<< 4 | nibble(bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self))
            }
            guard bits == 112 else { return (high &<< 8, 0) }
            for word in 14..<16 {
                high = unsafe high &<< 4 | nibble(bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self))
            }
            for word in 16..<28 {
                low = unsafe low &<< 4 | nibble(bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self))
            }
            return (high, low &<< 16)
        }
    }

    /// Four bits of four 16-bit values as they lie in memory, by one multiplication that brings their signs side by side.
    @inline(__always)
    private static func nibble(_ word: UInt64) -> UInt64 {
        let positive = ~UInt64(littleEndian: word) &>> 15 & 0x0001_0001_0001_0001
        return (positive &* (1 << 63 | 1 << 46 | 1 << 29 | 1 << 12)) &>> 60
    }
}
