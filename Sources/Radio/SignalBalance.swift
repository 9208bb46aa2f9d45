/// What a receiver adds to the signal: a constant (DC), and an unequal or crooked pair of parts (IQ imbalance). Followed on the quiet parts
/// of the stream, and taken out.
struct SignalBalance: Sendable {
    /// What is subtracted, in phase and quadrature, in halves of a step of eight bits: however often the signal is doubled.
    private(set) var centre: (Float, Float) = (0, 0)
    /// By how much the quadrature part is to be made larger, and how much of the in-phase part it is to be given, each a share.
    private(set) var gain: Float = 0
    private(set) var cross: Float = 0

    /// How many stretches it was learnt from, up to 256.
    private(set) var blocks = 0

    /// The most that is taken out, twenty steps of eight bits: for bytes, so that no filter leaves 16 bits.
    private static let most: Float = 40
    /// Parts of the unit in which samples of 16 bits are centred: two of their steps.
    static let fineParts: Float = 64

    /// The centre in whole halves of a step of eight bits, within ±40.
    var offset: (Int16, Int16) { (Self.rounded(centre.0, parts: 1), Self.rounded(centre.1, parts: 1)) }

    /// The same in parts of `fineParts`, within ±2,560: for samples of 16 bits, before they are doubled.
    var fineOffset: (Int16, Int16) {
        (Self.rounded(centre.0, parts: Self.fineParts), Self.rounded(centre.1, parts: Self.fineParts))
    }

    private static func rounded(_ value: Float, parts: Float) -> Int16 {
        Int16((max(-most, min(most, value)) * parts).rounded())
    }

    /// Correction of the quadrature part in 64ths; zero where it would not be felt, below 3 %, and where it may be chance: 128 samples of noise
    /// tell both numbers to 9 %, many of them to as much less as the root of their number.
    var correction: (gain: Int16, cross: Int16) {
        let least = max(0.03, 0.27 / Float(max(1, blocks)).squareRoot())
        guard abs(gain) > least || abs(cross) > least else { return (0, 0) }
        return (Int16(max(-20, min(20, (gain * 64).rounded()))), Int16(max(-20, min(20, (cross * 64).rounded()))))
    }

    /// The signal is seen finer or coarser from now on: the next stretches count as if they were the first.
    mutating func beginAnew() { blocks = 0 }

    /// Takes stretches of 128 samples within ±300 that hold noise alone and were corrected by a centre and `correction`. The mean of all so far
    /// is what counts, later of the last 256.
    ///
    /// - Parameters:
    ///   - starts: where the stretches begin, at most 32 of them.
    ///   - offset: in the unit of `centre`.
    ///   - unit: of the samples, in that of `centre`: 1, a half for each time the signal was doubled.
    mutating func follow(
        _ first: Span<Int16>,
        _ second: Span<Int16>,
        at starts: [Int],
        correctedBy offset: (Float, Float),
        _ correction: (gain: Int16, cross: Int16),
        unit: Float = 1
    ) {
        guard !starts.isEmpty, starts.count <= 32 else { return }
        var (sumI, sumQ, squareI, squareQ, product) = (Int32(0), Int32(0), Int32(0), Int32(0), Int32(0))
        for start in starts {
            let inPhase = first.extracting(start..<start + 128)
            let quadrature = second.extracting(start..<start + 128)
            // 4,096 squares of 300 stay within 32 bits.
            for index in 0..<128 {
                let (i, q) = (Int32(inPhase[index]), Int32(quadrature[index]))
                sumI = sumI &+ i
                sumQ = sumQ &+ q
                squareI = squareI &+ i &* i
                squareQ = squareQ &+ q &* q
                product = product &+ i &* q
            }
        }
        blocks = min(256, blocks + starts.count)
        let step = Float(starts.count) / Float(blocks)
        let number = Float(128 * starts.count)
        let (meanI, meanQ) = (Float(sumI) / number, Float(sumQ) / number)
        centre.0 += step * (offset.0 + meanI * unit - centre.0)
        centre.1 += step * (offset.1 + meanQ * unit - centre.1)
        let powerI = Float(squareI) / number - meanI * meanI
        let powerQ = Float(squareQ) / number - meanQ * meanQ
        // Less than two steps of noise tell nothing of their shape.
        guard powerI > 4, powerQ > 1 else { return }
        let ratio = (powerI / powerQ).squareRoot()
        let leak = (Float(product) / number - meanI * meanQ) / powerI
        let seen = (Float(correction.gain) / 64 + ratio - 1, Float(correction.cross) / 64 - leak)
        gain = max(-0.3, min(0.3, gain + step * (seen.0 - gain)))
        cross = max(-0.3, min(0.3, cross + step * (seen.1 - cross)))
    }
}
