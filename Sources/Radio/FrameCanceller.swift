import Aero
import ModeS

/// Takes a frame that was read out of the samples, so that a weaker one beneath it can be read too.
///
/// What a frame looks like is known once its bits are: its pulses, through the filter of the receiver, on a carrier that lies off the centre.
/// Carrier, strength, phase and filter are those that fit the samples best, by least squares. What lies beneath is hardly like the frame and
/// stays. Transmitters whose pulses do not keep their phase do not fit, and are left as they are.
struct FrameCanceller: Sendable {
    /// What is left.
    struct Rest {
        /// The samples that the frame was in.
        let samples: Range<Int>
        /// Mean power in the loudest quarter of them, in squares of the samples' unit.
        let loudest: Float
    }

    private var train = PulseTrain()
    /// The samples with the carrier taken out, in 32nds.
    private var stillI = [Int16](repeating: 0, count: PulseTrain.longest)
    private var stillQ = [Int16](repeating: 0, count: PulseTrain.longest)
    /// The carrier.
    private var cosines = [Float](repeating: 0, count: PulseTrain.longest)
    private var sines = [Float](repeating: 0, count: PulseTrain.longest)
    /// The frame as it fits best, without its carrier.
    private var modelI = [Float](repeating: 0, count: PulseTrain.longest)
    private var modelQ = [Float](repeating: 0, count: PulseTrain.longest)
    private var restI = [Int16](repeating: 0, count: PulseTrain.longest)
    private var restQ = [Int16](repeating: 0, count: PulseTrain.longest)

    /// Computes what is left of samples without a frame.
    ///
    /// - Parameters:
    ///   - frame: with all its bits right.
    ///   - sample: the last one at or before the start of the preamble.
    ///   - phase: how many fifths of a sample behind it the preamble starts, 0…4.
    ///   - inPhase, quadrature: samples within ±300.
    /// - Returns: `nil` if the frame does not fit, or does not lie within the samples. `apply` writes the rest.
    mutating func fit(_ frame: Frame, at sample: Int, phase: Int, to inPhase: [Int16], _ quadrature: [Int16]) -> Rest? {
        train.draw(frame, phase: phase)
        let samples = sample - PulseTrain.before..<sample - PulseTrain.before + train.count
        guard samples.lowerBound >= 0, samples.upperBound <= min(inPhase.count, quadrature.count) else { return nil }
        let turn = carrier(inPhase, quadrature, from: samples.lowerBound)
        stop(inPhase, quadrature, from: samples.lowerBound, turn: turn)
        guard let (real, imaginary) = weights() else { return nil }
        Self.sum(train, real, into: &modelI)
        Self.sum(train, imaginary, into: &modelQ)
        let before = subtract(from: inPhase, quadrature, from: samples.lowerBound)
        let (left, loudest) = power()
        // Ours: a frame that fits is most of what is there, whatever lies beneath.
        guard left * 3 < before else { return nil }
        return Rest(samples: samples, loudest: loudest)
    }

    /// Puts what was left by the last `fit` in the place of the samples.
    func apply(_ rest: Rest, to inPhase: inout [Int16], _ quadrature: inout [Int16]) {
        for index in 0..<rest.samples.count {
            inPhase[rest.samples.lowerBound + index] = restI[index]
            quadrature[rest.samples.lowerBound + index] = restQ[index]
        }
    }

    /// By how much the carrier turns from one sample to the next, in radians.
    private func carrier(_ inPhase: [Int16], _ quadrature: [Int16], from start: Int) -> Double {
        // Where the transmitter is on, by the triangle in the middle, so that the noise of the gaps stays out.
        let on = train.starts[PulseTrain.shapes / 2]
        var (weightedI, weightedQ) = ([300 of Int16](repeating: 0), [300 of Int16](repeating: 0))
        for index in 0..<train.count {
            weightedI[index] = (inPhase[start + index] &* train.rows[on + index]) &>> 3
            weightedQ[index] = (quadrature[start + index] &* train.rows[on + index]) &>> 3
        }
        var turn = 0.0
        // Each distance tells the turn finer than the one before, which tells how often it went round.
        for lag in [1, 12, train.count > 200 ? 96 : 48] {
            let (real, imaginary) = Self.correlation(weightedI, weightedQ, lag: lag, count: train.count - lag)
            let seen = Trigonometry.arcTangent(y: Double(imaginary), x: Double(real))
            let rounds = ((turn * Double(lag) - seen) / (2 * Double.pi)).rounded()
            turn = (seen + 2 * Double.pi * rounds) / Double(lag)
        }
        return turn
    }

    /// The sum of all values, each times the conjugate of that `lag` before. Values within ±600: 300 products stay within 32 bits.
    private static func correlation(
        _ first: [300 of Int16],
        _ second: [300 of Int16],
        lag: Int,
        count: Int
    ) -> (real: Int32, imaginary: Int32) {
        let first = first.span
        let second = second.span
        let i = first.extracting(0..<count)
        let q = second.extracting(0..<count)
        let laterI = first.extracting(lag..<lag + count)
        let laterQ = second.extracting(lag..<lag + count)
        var (real, imaginary) = (Int32(0), Int32(0))
        for index in 0..<count {
            real = real &+ Int32(laterI[index]) &* Int32(i[index]) &+ Int32(laterQ[index]) &* Int32(q[index])
            imaginary = imaginary &+ Int32(laterQ[index]) &* Int32(i[index]) &- Int32(laterI[index]) &* Int32(q[index])
        }
        return (real, imaginary)
    }

    /// Takes the carrier out.
    private mutating func stop(_ inPhase: [Int16], _ quadrature: [Int16], from start: Int, turn: Double) {
        let (stepCosine, stepSine) = (Trigonometry.cosine(turn), Trigonometry.sine(turn))
        var (cosine, sine) = (1.0, 0.0)
        for index in 0..<train.count {
            let (c, s) = (Float(cosine), Float(sine))
            (cosines[index], sines[index]) = (c, s)
            (cosine, sine) = (cosine * stepCosine - sine * stepSine, sine * stepCosine + cosine * stepSine)
            let (i, q) = (Float(inPhase[start + index]) * 32, Float(quadrature[start + index]) * 32)
            // Within ±300 each, turned within ±425, 13,600 of 32nds.
            stillI[index] = Int16(truncatingIfNeeded: Rounding.integer(i * c + q * s))
            stillQ[index] = Int16(truncatingIfNeeded: Rounding.integer(q * c - i * s))
        }
    }

    /// How much of each shape there is, real and imaginary part; `nil` if that cannot be told.
    private func weights() -> (real: [7 of Float], imaginary: [7 of Float])? {
        var products = [49 of Float](repeating: 0)
        var (real, imaginary) = ([7 of Float](repeating: 0), [7 of Float](repeating: 0))
        for one in 0..<PulseTrain.shapes {
            let start = train.starts[one]
            for other in 0...one {
                products[7 * one + other] = Float(
                    Self.product(train.rows, from: start, train.rows, from: train.starts[other], count: train.count)
                )
            }
            // Shapes are much alike; so little keeps the weights from running away.
            products[8 * one] *= 1.001
            real[one] = Float(Self.product(train.rows, from: start, stillI, from: 0, count: train.count)) / 32
            imaginary[one] = Float(Self.product(train.rows, from: start, stillQ, from: 0, count: train.count)) / 32
        }
        guard LeastSquares.factor(&products) else { return nil }
        LeastSquares.solve(products, &real)
        LeastSquares.solve(products, &imaginary)
        return (real, imaginary)
    }

    /// The sum of the products of two stretches of numbers: one within 0…16, the other within ±16,384; 300 of them stay within 32 bits.
    private static func product(
        _ first: [Int16],
        from one: Int,
        _ second: [Int16],
        from other: Int,
        count: Int
    ) -> Int32 {
        let first = first.span.extracting(one..<one + count)
        let second = second.span.extracting(other..<other + count)
        var sum: Int32 = 0
        for index in 0..<count { sum = sum &+ Int32(first[index]) &* Int32(second[index]) }
        return sum
    }

    private static func sum(_ train: PulseTrain, _ weights: [7 of Float], into model: inout [Float]) {
        let count = train.count
        precondition(model.count >= count)
        let rows = train.rows.span
        let s0 = rows.extracting(train.starts[0]..<train.starts[0] + count)
        let s1 = rows.extracting(train.starts[1]..<train.starts[1] + count)
        let s2 = rows.extracting(train.starts[2]..<train.starts[2] + count)
        let s3 = rows.extracting(train.starts[3]..<train.starts[3] + count)
        let s4 = rows.extracting(train.starts[4]..<train.starts[4] + count)
        let s5 = rows.extracting(train.starts[5]..<train.starts[5] + count)
        let s6 = rows.extracting(train.starts[6]..<train.starts[6] + count)
        let (w0, w1, w2, w3) = (weights[0], weights[1], weights[2], weights[3])
        let (w4, w5, w6) = (weights[4], weights[5], weights[6])
        var model = model.mutableSpan
        for index in 0..<count {
            let early = w0 * Float(s0[index]) + w1 * Float(s1[index]) + w2 * Float(s2[index])
            let late = w4 * Float(s4[index]) + w5 * Float(s5[index]) + w6 * Float(s6[index])
            model[index] = early + w3 * Float(s3[index]) + late
        }
    }

    /// Computes the rest; returns the energy there was before.
    private mutating func subtract(from inPhase: [Int16], _ quadrature: [Int16], from start: Int) -> Float {
        var energy: Int32 = 0
        for index in 0..<train.count {
            let (i, q) = (inPhase[start + index], quadrature[start + index])
            // 300 samples of twice 300 squared stay within 32 bits.
            energy = energy &+ Int32(i) &* Int32(i) &+ Int32(q) &* Int32(q)
            let (c, s) = (cosines[index], sines[index])
            let restI = Float(i) - modelI[index] * c + modelQ[index] * s
            let restQ = Float(q) - modelQ[index] * c - modelI[index] * s
            self.restI[index] = Int16(truncatingIfNeeded: Rounding.integer(max(-300, min(300, restI))))
            self.restQ[index] = Int16(truncatingIfNeeded: Rounding.integer(max(-300, min(300, restQ))))
        }
        return Float(energy)
    }

    /// The energy of the rest, and the mean power of its loudest quarter.
    private func power() -> (whole: Float, loudest: Float) {
        let quarter = train.count / 4
        var (whole, loudest) = (Float(0), Float(0))
        for part in 0..<4 {
            let end = part == 3 ? train.count : quarter * (part + 1)
            var sum: Int32 = 0
            for index in quarter * part..<end {
                sum = sum &+ Int32(restI[index]) &* Int32(restI[index]) &+ Int32(restQ[index]) &* Int32(restQ[index])
            }
            whole += Float(sum)
            loudest = max(loudest, Float(sum) / Float(end - quarter * part))
        }
        return (whole, loudest)
    }
}
