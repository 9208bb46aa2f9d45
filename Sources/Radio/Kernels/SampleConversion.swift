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

    /// The parts of a few samples of 8 bits within the ±255 the filters are laid out for.
    ///
    /// A kernel with `unsafe`: both bytes of a sample are read at once (1.2 instructions a sample; 5.8 where they are read one by one).
    /// - Parameters:
    ///   - bytes: pairs, in phase first.
    ///   - turn: see `SampleRow`.
    ///   - centre: what is taken for zero, in halves of a step of the format, in phase and quadrature, within ±40: nothing then
    ///     leaves ±300, for which the filters have room.
    ///   - start: the first sample, and where its parts go.
    static func parts(
        of bytes: [UInt8],
        turn: UInt8,
        centre: (Int16, Int16),
        into first: inout [Int16],
        _ second: inout [Int16],
        from start: Int,
        count: Int
    ) {
        precondition(
            count >= 0 && count < 1 << 30 && start >= 0 && start < 1 << 30 && bytes.count >= 2 * (start + count)
        )
        precondition(first.count >= start + count && second.count >= start + count)
        precondition((-40...40).contains(centre.0) && (-40...40).contains(centre.1))
        let turned = UInt16(turn) &* 0x0101
        let (centreI, centreQ) = (centre.0 &+ 255, centre.1 &+ 255)
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe first.withUnsafeMutableBufferPointer { first in
                unsafe second.withUnsafeMutableBufferPointer { second in
                    // safe: the last byte is 2 * (start + count) - 1 < bytes.count, the last number start + count - 1.
                    let bytes = unsafe UnsafeRawBufferPointer(rebasing: bytes[2 * start..<2 * (start + count)])
                    let first = unsafe UnsafeMutableBufferPointer(rebasing: first[start..<start + count])
                    let second = unsafe UnsafeMutableBufferPointer(rebasing: second[start..<start + count])
                    for index in 0..<count {
                        let raw = unsafe bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
                        let pair = UInt16(littleEndian: raw) ^ turned
                        unsafe first[index] = Int16(bitPattern: pair & 0xFF) &* 2 &- centreI
                        unsafe second[index] = Int16(bitPattern: pair &>> 8) &* 2 &- centreQ
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func word(_ low: UInt8, _ high: UInt8) -> Int16 {
        Int16(bitPattern: UInt16(low) | UInt16(high) &<< 8)
    }

    /// Takes the centre out of full-scale numbers and brings them into the ±255 the filters are laid out for, rounding and clamping.
    ///
    /// - Parameters:
    ///   - shift: 1…7; 7 keeps full scale, each less makes the signal twice as strong.
    ///   - centre: what is taken for zero, in twos of the numbers, within ±2,560: so it is as large however often the signal is doubled.
    static func scale(_ row: [Int16], shift: Int, centre: Int16 = 0, into result: inout [Int16], count: Int) {
        precondition(row.count >= count && result.count >= count && (1...7).contains(shift))
        precondition((-2_560...2_560).contains(centre))
        let raw = row.span
        var scaled = result.mutableSpan
        let left = Int16(shift - 1)
        // Within ±18,944, half a step of the result included.
        let middle = (Int16(1) &<< left) / 2 &- centre
        for index in 0..<count {
            scaled[index] = max(-255, min(255, ((raw[index] &>> 1) &+ middle) &>> left))
        }
    }

    /// Adds 64ths of both parts to the quadrature part, within ±300: neither leaves 16 bits on the way.
    static func balance(
        _ first: [Int16],
        _ second: inout [Int16],
        gain: Int16,
        cross: Int16,
        from start: Int,
        count: Int
    ) {
        precondition(start >= 0 && start < 1 << 30 && count >= 0 && count < 1 << 30)
        precondition(first.count >= start + count && second.count >= start + count)
        precondition((-20...20).contains(gain) && (-20...20).contains(cross))
        let inPhase = first.span
        var quadrature = second.mutableSpan
        for index in 0..<count {
            let q = quadrature[start + index]
            let change = (q &* gain &+ inPhase[start + index] &* cross) &>> 6
            quadrature[start + index] = max(-300, min(300, q &+ change))
        }
    }

    /// How many samples of full scale ±32768 stand at its end with a part of theirs: 8 bits at 0 or 255, 12 at ±2047, 16 at ±32767.
    static func clipped(_ first: [Int16], _ second: [Int16], from start: Int, count: Int) -> Int {
        precondition(start >= 0 && count >= 0 && first.count >= start + count && second.count >= start + count)
        let inPhase = first.span.extracting(start..<start + count)
        let quadrature = second.span.extracting(start..<start + count)
        var sum: Int32 = 0
        for index in 0..<count {
            let i = inPhase[index]
            let q = quadrature[index]
            // All ones where a part is at the end. The end of eight bits is 255 of 255, 32,640.
            let high = max(max(i, ~i), max(q, ~q))
            sum = sum &+ Int32((32_639 &- high) &>> 15)
        }
        return Int(-sum)
    }

    /// The same for pairs of bytes.
    static func clipped(_ bytes: [UInt8], turn: UInt8, from start: Int, count: Int) -> Int {
        precondition(
            count >= 0 && count < 1 << 30 && start >= 0 && start < 1 << 30 && bytes.count >= 2 * (start + count)
        )
        let bytes = bytes.span.extracting(2 * start..<2 * (start + count))
        var sum: Int32 = 0
        for index in 0..<count {
            let i = Int16(bytes[2 * index] ^ turn)
            let q = Int16(bytes[2 * index + 1] ^ turn)
            let high = max(max(i, 255 &- i), max(q, 255 &- q))
            sum = sum &+ Int32((254 &- high) &>> 15)
        }
        return Int(-sum)
    }
}
