import Aero

/// Brings any rate from 2.0 to 12 MS/s to 2.4 MS/s and the points half way between, by a windowed sinc that passes what lies within
/// 1.2 MHz of the centre.
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

    /// Rates that can be converted, in samples a second.
    static let rates = 2_000_000...12_000_000
    /// Points a second that come out: samples and middles.
    private static let pointRate = 4_800_000
    /// Where a point lies between two input samples is known to this fraction of their distance, or better.
    private static let finestFractions = 480

    /// Values of one filter: a multiple of eight.
    private let taps: Int
    /// Input samples before the point that a filter needs.
    private let before: Int
    /// One filter for each fraction of an input sample.
    private let table: [Int16]
    private let fractions: Int
    private let rate: Int
    private var inPhase: [Int16]
    private var quadrature: [Int16]
    /// The first input sample of the next filter, counted from the start of the buffers, and what lies beyond it, in parts of
    /// `pointRate`.
    private var start = 0
    private var rest = 0

    /// - Parameter rate: one of `rates`.
    init(rate: Int) {
        precondition(Self.rates.contains(rate))
        self.rate = rate
        let pass = min(0.5, 1_200_000 / Double(rate))
        taps = 8 * Int((4 * max(1, Double(rate) / 2_400_000)).rounded(.up))
        before = taps / 2 - 1
        fractions = min(Self.finestFractions, Self.pointRate / Self.divisor(rate, Self.pointRate))
        var table: [Int16] = []
        for fraction in 0..<fractions {
            table += Self.filter(taps: taps, before: before, pass: pass, fraction: Double(fraction) / Double(fractions))
        }
        self.table = table
        inPhase = [Int16](repeating: 0, count: before)
        quadrature = inPhase
    }

    private static func filter(taps: Int, before: Int, pass: Double, fraction: Double) -> [Int16] {
        var weights: [Double] = []
        let half = Double(taps) / 2 + 0.5
        for tap in 0..<taps {
            let distance = Double(tap - before) - fraction
            let angle = 2 * Double.pi * pass * distance
            let sinc = abs(distance) < 1e-9 ? 1 : Trigonometry.sine(angle) / angle
            weights.append(
                abs(distance) < half ? sinc * (0.5 + 0.5 * Trigonometry.cosine(Double.pi * distance / half)) : 0
            )
        }
        let sum = weights.reduce(0, +)
        return weights.map { Int16(($0 / sum * 16_384).rounded()) }
    }

    private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }

    /// Takes input samples of full scale ±32768 and appends what they allow to the output.
    mutating func convert(_ newI: [Int16], _ newQ: [Int16], into output: inout Output) {
        inPhase += newI
        quadrature += newQ
        // Two points at a time, so that a sample never waits for its middle.
        while true {
            let (nextStart, nextRest) = Self.step(start, rest, by: rate)
            guard max(place(nextStart, nextRest).start, nextStart) + taps <= inPhase.count else { break }
            let here = place(start, rest)
            let middle = place(nextStart, nextRest)
            output.inPhase.append(dot(inPhase, here))
            output.quadrature.append(dot(quadrature, here))
            output.middleInPhase.append(dot(inPhase, middle))
            output.middleQuadrature.append(dot(quadrature, middle))
            (start, rest) = Self.step(nextStart, nextRest, by: rate)
        }
        let done = min(start, inPhase.count)
        inPhase.removeFirst(done)
        quadrature.removeFirst(done)
        start -= done
    }

    /// Lets out the end of the signal by appending silence.
    mutating func flush(into output: inout Output) {
        let silence = [Int16](repeating: 0, count: taps - before)
        convert(silence, silence, into: &output)
    }

    private static func step(_ start: Int, _ rest: Int, by rate: Int) -> (Int, Int) {
        let sum = rest + rate
        return (start + sum / pointRate, sum % pointRate)
    }

    /// The filter nearest to a point: its first input sample, and where it stands in the table.
    private func place(_ start: Int, _ rest: Int) -> (start: Int, filter: Int) {
        let fraction = (rest * fractions + Self.pointRate / 2) / Self.pointRate
        return fraction == fractions ? (start + 1, 0) : (start, fraction * taps)
    }

    @inline(__always)
    private func dot(_ row: [Int16], _ place: (start: Int, filter: Int)) -> Int16 {
        let samples = row.span.extracting(place.start..<place.start + taps)
        let filter = table.span.extracting(place.filter..<place.filter + taps)
        var sum: Int32 = 8192
        for tap in 0..<taps { sum = sum &+ Int32(samples[tap]) &* Int32(filter[tap]) }
        return Int16(clamping: sum &>> 14)
    }
}
