/// The envelope of the signal at the samples and half way between them.
///
/// The complex signal is known between its samples, its envelope is not: sampled at 2.4 MS/s alone it folds over. So the signal is
/// interpolated first. Measured on generated frames: bit errors at 11 dB 1.2 % without, 0.4 % with, and the same at all phases.
enum Envelope {
    /// The envelope half way between the samples, by a filter of -1, 3, -10, 40, 40, -10, 3, -1 of 64, a windowed sinc.
    ///
    /// With input within ±255 no sum leaves 16 bits.
    /// - Parameters:
    ///   - first, second: in-phase and quadrature parts within ±255.
    ///   - start: the first point; point `index` lies between samples `index + 3` and `index + 4` of the rows and stands at
    ///     `index` of the result.
    static func between(
        _ first: [Int16],
        _ second: [Int16],
        from start: Int,
        into envelope: inout [Int16],
        count: Int
    ) {
        precondition(start >= 0 && count >= 0 && first.count >= start + count + 7)
        precondition(second.count >= start + count + 7 && envelope.count >= start + count)
        let inPhase = first.span.extracting(start..<start + count + 7)
        let quadrature = second.span.extracting(start..<start + count + 7)
        var result = envelope.mutableSpan
        let i0 = inPhase.extracting(0..<count)
        let i1 = inPhase.extracting(1..<count + 1)
        let i2 = inPhase.extracting(2..<count + 2)
        let i3 = inPhase.extracting(3..<count + 3)
        let i4 = inPhase.extracting(4..<count + 4)
        let i5 = inPhase.extracting(5..<count + 5)
        let i6 = inPhase.extracting(6..<count + 6)
        let i7 = inPhase.extracting(7..<count + 7)
        let q0 = quadrature.extracting(0..<count)
        let q1 = quadrature.extracting(1..<count + 1)
        let q2 = quadrature.extracting(2..<count + 2)
        let q3 = quadrature.extracting(3..<count + 3)
        let q4 = quadrature.extracting(4..<count + 4)
        let q5 = quadrature.extracting(5..<count + 5)
        let q6 = quadrature.extracting(6..<count + 6)
        let q7 = quadrature.extracting(7..<count + 7)
        for index in 0..<count {
            let nearI = (i3[index] &+ i4[index]) &* 40 &- (i2[index] &+ i5[index]) &* 10
            let x = (nearI &+ (i1[index] &+ i6[index]) &* 3 &- i0[index] &- i7[index]) &>> 5
            let nearQ = (q3[index] &+ q4[index]) &* 40 &- (q2[index] &+ q5[index]) &* 10
            let y = (nearQ &+ (q1[index] &+ q6[index]) &* 3 &- q0[index] &- q7[index]) &>> 5
            result[start + index] = min(724, length(x, y) &>> 1)
        }
    }

    /// The envelope at the samples.
    ///
    /// - Parameters:
    ///   - first, second: in-phase and quadrature parts within ±300.
    ///   - start: the place in both rows that belongs to the first value of the result.
    ///   - target: where the first value goes.
    static func magnitude(
        _ first: [Int16],
        _ second: [Int16],
        from start: Int,
        into envelope: inout [Int16],
        at target: Int = 0,
        count: Int
    ) {
        precondition(start >= 0 && count >= 0 && target >= 0 && first.count >= start + count)
        precondition(second.count >= start + count && envelope.count >= target + count)
        let inPhase = first.span.extracting(start..<start + count)
        let quadrature = second.span.extracting(start..<start + count)
        var result = envelope.mutableSpan
        for index in 0..<count { result[target + index] = length(inPhase[index], quadrature[index]) }
    }

    /// The envelope at samples of 8 bits, straight from their bytes: what all samples of a receiver go through.
    ///
    /// A kernel with `unsafe`: both bytes of a sample are read at once. Parameters as of `SampleConversion.parts`.
    static func magnitude(
        of bytes: [UInt8],
        turn: UInt8,
        centre: (Int16, Int16),
        from start: Int,
        into envelope: inout [Int16],
        count: Int
    ) {
        precondition(
            count >= 0 && count < 1 << 30 && start >= 0 && start < 1 << 30 && bytes.count >= 2 * (start + count)
        )
        precondition(envelope.count >= count)
        precondition((-40...40).contains(centre.0) && (-40...40).contains(centre.1))
        let turned = UInt16(turn) &* 0x0101
        let (centreI, centreQ) = (centre.0 &+ 255, centre.1 &+ 255)
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe envelope.withUnsafeMutableBufferPointer { envelope in
                // safe: the last byte is 2 * (start + count) - 1 < bytes.count, the last value count - 1 < envelope.count.
                let bytes = unsafe UnsafeRawBufferPointer(rebasing: bytes[2 * start..<2 * (start + count)])
                for index in 0..<count {
                    let raw = unsafe bytes.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
                    let pair = UInt16(littleEndian: raw) ^ turned
                    let i = Int16(bitPattern: pair & 0xFF) &* 2 &- centreI
                    let q = Int16(bitPattern: pair &>> 8) &* 2 &- centreQ
                    unsafe envelope[index] = length(i, q)
                }
            }
        }
    }

    /// The highest value of each of the blocks of `block` values that begin at a place.
    static func peaks(_ envelope: [Int16], from start: Int, into peaks: inout [Int16], blocks: Int) {
        precondition(start >= 0 && blocks >= 0 && blocks < 1 << 20 && envelope.count >= start + block * blocks)
        precondition(peaks.count >= blocks)
        let envelope = envelope.span
        var result = peaks.mutableSpan
        for number in 0..<blocks {
            let part = envelope.extracting(start + block * number..<start + block * number + block)
            var peak: Int16 = 0
            for index in 0..<block { peak = max(peak, part[index]) }
            result[number] = peak
        }
    }

    /// The sum of 128 values of the envelope: eight at a time in 16 bits, which they cannot leave.
    @inline(__always)
    static func sum(of block: Span<Int16>) -> Int32 {
        let a = block.extracting(0..<16)
        let b = block.extracting(16..<32)
        let c = block.extracting(32..<48)
        let d = block.extracting(48..<64)
        let e = block.extracting(64..<80)
        let f = block.extracting(80..<96)
        let g = block.extracting(96..<112)
        let h = block.extracting(112..<128)
        var sum: Int32 = 0
        for index in 0..<16 {
            let first = (a[index] &+ b[index]) &+ (c[index] &+ d[index])
            let second = (e[index] &+ f[index]) &+ (g[index] &+ h[index])
            sum = sum &+ Int32(first &+ second)
        }
        return sum
    }

    /// Values of the envelope that have one peak.
    static let block = 64

    /// Twice the length of the vector by the larger part and the smaller: max(a, 7/8 a + 1/2 b), within 3 % of the truth.
    @inline(__always)
    private static func length(_ x: Int16, _ y: Int16) -> Int16 {
        let a = max(x, 0 &- x)
        let b = max(y, 0 &- y)
        let large = max(a, b)
        let small = min(a, b)
        return max(large &+ large, large &+ large &- (large &>> 2) &+ small)
    }
}
