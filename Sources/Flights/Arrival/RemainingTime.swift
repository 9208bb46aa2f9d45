import Aero

/// How long until the wheels touch: two ways to the runway, each with its spread, and a late rest; nothing before the fastest and nothing
/// after the fuel.
struct RemainingTime {
    /// Median and spread, which differs before and after it; seconds.
    struct Way {
        let weight: Double
        let middle: Double
        let early: Double
        let late: Double
    }

    let first: Way
    let second: Way
    /// What comes later than both: its part, from when, and its mean beyond.
    let restWeight: Double
    let restFrom: Double
    let restMean: Double
    let fastest: Double
    let longest: Double
    /// How much of the whole is possible.
    private var below = 0.0
    private var above = 1.0

    /// - Returns: `nil` where the fuel does not reach.
    init?(
        first: Way,
        second: Way,
        rest: (weight: Double, from: Double, mean: Double),
        fastest: Double,
        longest: Double
    ) {
        guard fastest < longest else { return nil }
        self.first = first
        self.second = second
        (restWeight, restFrom, restMean) = rest
        self.fastest = fastest
        self.longest = longest
        let low = raw(fastest)
        above = raw(longest)
        below = low
    }

    /// A landing of which nothing is known but that it comes.
    ///
    /// - Parameters:
    ///   - fastest: seconds before which it cannot be.
    ///   - mean: seconds that it takes beyond that.
    init(fastest: Double, mean: Double, longest: Double) {
        first = Way(weight: 1, middle: fastest + mean, early: mean, late: mean)
        second = Way(weight: 0, middle: fastest + mean, early: mean, late: mean)
        (restWeight, restFrom, restMean) = (1, fastest, mean)
        self.fastest = fastest
        self.longest = max(longest, fastest + 60)
        above = raw(self.longest)
    }

    /// Probability of having landed after so many seconds.
    func probability(upTo seconds: Double) -> Double {
        if seconds <= fastest { return 0 }
        if seconds >= longest { return 1 }
        let range = above - below
        // All of it would lie outside what is possible: then soon after the fastest.
        guard range > 1e-6 else {
            return (1 - Trigonometry.exponential(-(seconds - fastest) / 120))
                / (1 - Trigonometry.exponential(-(longest - fastest) / 120))
        }
        return min(1, max(0, (raw(seconds) - below) / range))
    }

    private func raw(_ seconds: Double) -> Double {
        let usual = first.weight * Self.normal(first, seconds) + second.weight * Self.normal(second, seconds)
        let rest = seconds <= restFrom ? 0 : 1 - Trigonometry.exponential(-(seconds - restFrom) / restMean)
        return (1 - restWeight) * usual + restWeight * rest
    }

    private static func normal(_ way: Way, _ seconds: Double) -> Double {
        let off = seconds - way.middle
        let z = off / (off < 0 ? way.early : way.late)
        return z < -8 ? 0 : z > 8 ? 1 : (1 + Trigonometry.errorFunction(z / 2.0.squareRoot())) / 2
    }
}
