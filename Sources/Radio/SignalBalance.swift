/// What a receiver adds to the signal: a constant (DC), and an unequal or crooked pair of parts (IQ imbalance). Followed on the quiet parts
/// of the stream, and taken out.
struct SignalBalance: Sendable {
    /// What is subtracted, in phase and quadrature, in units of ±255.
    private(set) var centre: (Float, Float) = (0, 0)
    /// By how much the quadrature part is to be made larger, and how much of the in-phase part it is to be given, each a share.
    private(set) var gain: Float = 0
    private(set) var cross: Float = 0

    /// The centre in whole steps of the ±255 scale, within ±40, so that no filter leaves 16 bits.
    var offset: (Int16, Int16) {
        (Int16(max(-40, min(40, centre.0.rounded()))), Int16(max(-40, min(40, centre.1.rounded()))))
    }

    /// Correction of the quadrature part in 64ths; zero where it would not be felt: below 3 %.
    var correction: (gain: Int16, cross: Int16) {
        guard abs(gain) > 0.03 || abs(cross) > 0.03 else { return (0, 0) }
        return (Int16(max(-20, min(20, (gain * 64).rounded()))), Int16(max(-20, min(20, (cross * 64).rounded()))))
    }

    /// The signal comes this much stronger from now on.
    mutating func scale(by factor: Float) { centre = (centre.0 * factor, centre.1 * factor) }

    /// Takes a stretch of corrected samples within ±300 that holds noise alone.
    ///
    /// - Parameter step: which share of what is left is taken out now; the larger, the quicker and the rougher.
    mutating func follow(_ first: Span<Int16>, _ second: Span<Int16>, step: Float) {
        var (sumI, sumQ, squareI, squareQ, product) = (Int32(0), Int32(0), Int32(0), Int32(0), Int32(0))
        let count = min(first.count, second.count, 4096)
        guard count > 0 else { return }
        // 4,096 squares of 300 stay within 32 bits.
        for index in 0..<count {
            let (i, q) = (Int32(first[index]), Int32(second[index]))
            sumI = sumI &+ i
            sumQ = sumQ &+ q
            squareI = squareI &+ i &* i
            squareQ = squareQ &+ q &* q
            product = product &+ i &* q
        }
        let number = Float(count)
        let (meanI, meanQ) = (Float(sumI) / number, Float(sumQ) / number)
        centre = (centre.0 + step * meanI, centre.1 + step * meanQ)
        let powerI = Float(squareI) / number - meanI * meanI
        let powerQ = Float(squareQ) / number - meanQ * meanQ
        // Less than two steps of noise tell nothing of their shape.
        guard powerI > 4, powerQ > 1 else { return }
        let ratio = (powerI / powerQ).squareRoot()
        gain = max(-0.3, min(0.3, gain + step * (ratio - 1)))
        cross = max(-0.3, min(0.3, cross - step * (Float(product) / number - meanI * meanQ) / powerI))
    }
}
