/// Bytes of any sample format to two rows of 16-bit numbers of full scale ±32768.
enum SampleConversion {
    /// Converts whole samples.
    ///
    /// - Parameters:
    ///   - bytes: `count` samples.
    ///   - first: takes the in-phase numbers from `start` on.
    ///   - second: takes the quadrature numbers from `start` on.
    static func convert(
        _ bytes: Span<UInt8>,
        format: SampleFormat,
        count: Int,
        into first: inout [Int16],
        _ second: inout [Int16],
        from start: Int
    ) {
        precondition(bytes.count >= count * format.bytesPerSample)
        precondition(start >= 0 && first.count >= start + count && second.count >= start + count)
        var inPhase = first.mutableSpan
        var quadrature = second.mutableSpan
        switch format {
        case .uc8:
            // A function of its own, with the factor in sight: only so the compiler sees that nothing can overflow, and the
            // loop vectorises.
            pairs(bytes.extracting(0..<2 * count), into: &inPhase, &quadrature, from: start, count: count)
        case .sc8:
            for index in 0..<count {
                inPhase[start + index] = Int16(Int8(bitPattern: bytes[2 * index])) &* 256
                quadrature[start + index] = Int16(Int8(bitPattern: bytes[2 * index + 1])) &* 256
            }
        case .sc16:
            for index in 0..<count {
                inPhase[start + index] = word(bytes[4 * index], bytes[4 * index + 1])
                quadrature[start + index] = word(bytes[4 * index + 2], bytes[4 * index + 3])
            }
        case .sc16q11:
            for index in 0..<count {
                inPhase[start + index] = max(-2048, min(2047, word(bytes[4 * index], bytes[4 * index + 1]))) &* 16
                quadrature[start + index] =
                    max(-2048, min(2047, word(bytes[4 * index + 2], bytes[4 * index + 3]))) &* 16
            }
        }
    }

    private static func pairs(
        _ bytes: Span<UInt8>,
        into inPhase: inout MutableSpan<Int16>,
        _ quadrature: inout MutableSpan<Int16>,
        from start: Int,
        count: Int
    ) {
        precondition(count >= 0 && count < 1 << 30 && start >= 0 && start < 1 << 30)
        precondition(bytes.count >= 2 * count)
        precondition(inPhase.count >= start + count && quadrature.count >= start + count)
        for index in 0..<count {
            let i = Int16(bytes[2 * index])
            let q = Int16(bytes[2 * index + 1])
            inPhase[start + index] = (i &* 2 &- 255) &* 128
            quadrature[start + index] = (q &* 2 &- 255) &* 128
        }
    }

    @inline(__always)
    private static func word(_ low: UInt8, _ high: UInt8) -> Int16 {
        Int16(bitPattern: UInt16(low) | UInt16(high) &<< 8)
    }

    /// Brings full-scale numbers into the ±255 the filters are laid out for, rounding and clamping.
    ///
    /// - Parameter shift: 1…7; 7 keeps full scale, each less makes the signal twice as strong.
    static func scale(_ row: [Int16], shift: Int, into result: inout [Int16], count: Int) {
        precondition(row.count >= count && result.count >= count && (1...7).contains(shift))
        let raw = row.span
        var scaled = result.mutableSpan
        let first = Int16(shift - 1)
        for index in 0..<count {
            let rounded = ((raw[index] &>> first) &+ 1) &>> 1
            scaled[index] = max(-255, min(255, rounded))
        }
    }
}
