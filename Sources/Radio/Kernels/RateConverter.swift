import Aero

/// Brings 2.0 MS/s up to 2.4 MS/s and the points half way between: twelve values out for five samples in, by a windowed sinc of
/// 32 taps for each.
///
/// Output sample m stands at the time of m / 2.4 MHz from the first input sample, so that the time stamps need no correction.
struct RateConverter: Sendable {
    /// What comes out, full scale ±32768.
    struct Output {
        var inPhase: [Int16] = []
        var quadrature: [Int16] = []
        /// Half way to the next sample.
        var middleInPhase: [Int16] = []
        var middleQuadrature: [Int16] = []
    }

    private static let taps = 32
    /// Input samples before the point that a filter needs.
    private static let before = 15
    /// Filters for the points at 0, 5, … 55 twelfths of an input sample, whole parts taken off.
    private let table: [Int16]
    private var inPhase = [Int16](repeating: 0, count: before)
    private var quadrature = [Int16](repeating: 0, count: before)
    /// Which of the six pairs of a sample and its middle comes next.
    private var pair = 0

    init() {
        var table: [Int16] = []
        for point in 0..<12 {
            let fraction = Double(point * 5 % 12) / 12
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
    }

    /// Takes input samples of full scale ±32768 and appends what they allow to the output.
    mutating func convert(_ newI: [Int16], _ newQ: [Int16], into output: inout Output) {
        inPhase += newI
        quadrature += newQ
        var start = 0
        while start + Self.taps + 1 <= inPhase.count {
            let first = 2 * pair * Self.taps
            output.inPhase.append(Self.dot(inPhase, from: start, table, from: first))
            output.quadrature.append(Self.dot(quadrature, from: start, table, from: first))
            let later = start + (10 * pair + 5) / 12 - 10 * pair / 12
            output.middleInPhase.append(Self.dot(inPhase, from: later, table, from: first + Self.taps))
            output.middleQuadrature.append(Self.dot(quadrature, from: later, table, from: first + Self.taps))
            pair += 1
            // The whole part of 5/6 m grows by one at every step but the one from pair 0 to 1.
            if pair != 1 { start += 1 }
            if pair == 6 { pair = 0 }
        }
        inPhase.removeFirst(start)
        quadrature.removeFirst(start)
    }

    /// Lets out the end of the signal by appending silence.
    mutating func flush(into output: inout Output) {
        let silence = [Int16](repeating: 0, count: Self.taps - Self.before)
        convert(silence, silence, into: &output)
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
