import Aero

/// The distribution of a probability of which only successes and failures were seen.
public struct BetaDistribution: Hashable, Sendable {
    /// Both more than 0.
    public let alpha: Double
    public let beta: Double

    public init(alpha: Double, beta: Double) {
        precondition(alpha > 0 && beta > 0 && alpha.isFinite && beta.isFinite)
        self.alpha = alpha
        self.beta = beta
    }

    /// After so many successes and failures, each 0 or more, when nothing was known before.
    ///
    /// - Source: Jeffreys' prior, Beta(1/2, 1/2); Brown, Cai, DasGupta, "Interval estimation for a binomial proportion",
    ///   Statistical Science 16 (2001), section 4.1.1.
    public init(successes: Double, failures: Double) { self.init(alpha: successes + 0.5, beta: failures + 0.5) }

    public var mean: Double { alpha / (alpha + beta) }

    /// The middle 90 %: from the 5 % to the 95 % quantile.
    public var interval90: ClosedRange<Double> {
        let low = quantile(0.05)
        return low...max(low, quantile(0.95))
    }

    /// How probable a value of at most `x` is: the regularised incomplete beta function.
    ///
    /// - Source: NIST Digital Library of Mathematical Functions, 8.17.22 (the continued fraction) and 8.17.4 (the symmetry); the
    ///   fraction evaluated by Lentz's method as in Thompson and Barnett, J. Comput. Phys. 64 (1986).
    public func cumulative(_ x: Double) -> Double {
        if !(x > 0) { return 0 }
        if x >= 1 { return 1 }
        if x > (alpha + 1) / (alpha + beta + 2) {
            return 1 - BetaDistribution(alpha: beta, beta: alpha).lowerTail(1 - x)
        }
        return lowerTail(x)
    }

    /// The value that lies above this share of the distribution, to 1e-12.
    ///
    /// - Parameter share: 0 … 1.
    public func quantile(_ share: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        // Halving: 50 steps, and no start that could run away.
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if cumulative(middle) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    private func lowerTail(_ x: Double) -> Double {
        let logarithm =
            Self.logGamma(alpha + beta) - Self.logGamma(alpha) - Self.logGamma(beta)
            + alpha * Trigonometry.naturalLogarithm(x) + beta * Trigonometry.naturalLogarithm(1 - x)
        return min(1, Trigonometry.exponential(logarithm) / alpha * fraction(x))
    }

    private func fraction(_ x: Double) -> Double {
        let tiny = 1e-300
        var c = 1.0
        var d = 1 / away(1 - (alpha + beta) * x / (alpha + 1), from: tiny)
        var value = d
        // Needs about the root of the larger parameter; 20,000 is enough for passes by the hundred million.
        for step in 1...20_000 {
            let m = Double(step)
            let even = m * (beta - m) * x / ((alpha + 2 * m - 1) * (alpha + 2 * m))
            d = 1 / away(1 + even * d, from: tiny)
            c = away(1 + even / c, from: tiny)
            value *= d * c
            let odd = -(alpha + m) * (alpha + beta + m) * x / ((alpha + 2 * m) * (alpha + 2 * m + 1))
            d = 1 / away(1 + odd * d, from: tiny)
            c = away(1 + odd / c, from: tiny)
            value *= d * c
            if abs(d * c - 1) < 1e-15 { break }
        }
        return value
    }

    private func away(_ value: Double, from tiny: Double) -> Double { abs(value) < tiny ? tiny : value }

    /// The logarithm of the gamma function of a positive number, to about 1e-14.
    ///
    /// - Source: DLMF 5.11.1 (Stirling's series, here to the seventh term) after DLMF 5.5.1 carried the argument above 12.
    static func logGamma(_ x: Double) -> Double {
        var (raised, product) = (x, 1.0)
        while raised < 12 {
            product *= raised
            raised += 1
        }
        let inverse = 1 / (raised * raised)
        let terms = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156]
        var series = 0.0
        for term in terms.reversed() { series = series * inverse + term }
        return (raised - 0.5) * Trigonometry.naturalLogarithm(raised) - raised
            + 0.5 * Trigonometry.naturalLogarithm(2 * Double.pi) + series / raised
            - Trigonometry.naturalLogarithm(product)
    }
}
