import Aero

extension SeededGenerator {
    /// A number of the normal distribution.
    ///
    /// - Source: Box, Muller, "A note on the generation of random normal deviates" (1958).
    mutating func normal(_ mean: Double, _ deviation: Double) -> Double {
        let radius = (-2 * Trigonometry.naturalLogarithm(1 - unit())).squareRoot()
        return mean + deviation * radius * Trigonometry.cosine(2 * Double.pi * unit())
    }

    /// e to the power of a normal number.
    mutating func logNormal(_ mean: Double, _ deviation: Double) -> Double {
        Trigonometry.exponential(normal(mean, deviation))
    }

    /// An index by sums of weights that rise to the last.
    mutating func index(cumulative: [Float]) -> Int {
        let wanted = Float(unit()) * (cumulative.last ?? 0)
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > wanted { high = middle } else { low = middle + 1 }
        }
        return max(0, low)
    }

    /// One of some, all alike; `nil` of none.
    mutating func one<Element>(of all: [Element]) -> Element? { all.isEmpty ? nil : all[index(below: all.count)] }
}
