import Aero

/// Brings 2.0 MS/s up to 2.4 MS/s: six samples out for five in, by a windowed sinc of 16 taps for each of the six positions.
///
/// Output sample m stands at the time of m / 2.4 MHz from the first input sample, so that the time stamps need no correction.
struct RateConverter: Sendable {
    private static let taps = 16
    /// Input samples before the point that a filter needs.
    private static let before = 7
    private let table: [Int16]
    private var inPhase: [Int16]
    private var quadrature: [Int16]
    /// Which of the six positions comes next.
    private var position = 0

    init() {
        var table: [Int16] = []
        for position in 0..<6 {
            // Output m lies at 5/6 m input samples; the part behind the point makes the filter.
            let fraction = Double(position * 5 % 6) / 6
            var weights: [Double] = []
            for tap in 0..<Self.taps {
                let distance = Double(tap - Self.before) - fraction
                let angle = Double.pi * distance
                let sinc = abs(distance) < 1e-9 ? 1 : Trigonometry.sine(angle) / angle
                let half = Double(Self.taps) / 2 + 0.5
                weights.append(abs(distance) < half ? sinc * (0.5 + 0.5 * Trigonometry.cosine(angle / half)) : 0)
            }
            let sum = weights.reduce(0, +)
            table += weights.map { Int16(($0 / sum * 16_384).rounded()) }
        }
        self.table = table
        inPhase = [Int16](repeating: 0, count: Self.before)
        quadrature = inPhase
    }

    /// Takes input samples of full scale ±32768 and appends what they allow to the output.
    mutating func convert(
        inPhase newI: Span<Int16>,
        quadrature newQ: Span<Int16>,
        appendingTo outI: inout [Int16],
        _ outQ: inout [Int16]
    ) {
        for index in 0..<newI.count {
            inPhase.append(newI[index])
            quadrature.append(newQ[index])
        }
        var start = 0
        while start + Self.taps <= inPhase.count {
            outI.append(Self.dot(inPhase, from: start, table, from: position * Self.taps))
            outQ.append(Self.dot(quadrature, from: start, table, from: position * Self.taps))
            position += 1
            // The whole part of 5/6 m grows by one at every step but the one from position 0 to 1.
            if position != 1 { start += 1 }
            if position == 6 { position = 0 }
        }
        inPhase.removeFirst(start)
        quadrature.removeFirst(start)
    }

    /// Lets out the end of the signal by appending silence.
    mutating func flush(appendingTo outI: inout [Int16], _ outQ: inout [Int16]) {
        let silence = [Int16](repeating: 0, count: Self.taps - Self.before - 1)
        convert(inPhase: silence.span, quadrature: silence.span, appendingTo: &outI, &outQ)
    }

    @inline(__always)
    private static func dot(_ row: [Int16], from start: Int, _ table: [Int16], from first: Int) -> Int16 {
        let samples = row.span.extracting(start..<start + taps)
        let filter = table.span.extracting(first..<first + taps)
        var sum: Int32 = 8192
        for tap in 0..<taps { sum = sum &+ Int32(samples[tap]) &* Int32(filter[tap]) }
        return Int16(clamping: sum &>> 14)
    }
}
