import Foundation

/// The exact interval of 95 % for a share of which some of all were counted.
///
/// - Source: Clopper and Pearson, *Biometrika* 26 (1934), 404: the shares at which as few, or as many, come one time in forty.
struct BinomialInterval: CustomStringConvertible {
    let count: Int
    let all: Int
    let low: Double
    let high: Double

    init(_ count: Int, of all: Int) {
        self.count = count
        self.all = all
        low = count == 0 ? 0 : Self.share { 1 - Self.atMost(count - 1, of: all, $0) < 0.025 }
        high = count == all ? 1 : Self.share { Self.atMost(count, of: all, $0) > 0.025 }
    }

    /// Where a condition that holds for small shares ends to hold.
    private static func share(_ holds: (Double) -> Bool) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return low
    }

    /// P(no more than `count` of `all`) at a share above 0 and below 1.
    private static func atMost(_ count: Int, of all: Int, _ share: Double) -> Double {
        var term = Double(all) * log1p(-share)
        var sum = exp(term)
        for number in 0..<count {
            term += log(Double(all - number) / Double(number + 1) * share / (1 - share))
            sum += exp(term)
        }
        return sum
    }

    var description: String {
        func text(_ value: Double) -> String { "\((value * 1_000).rounded() / 1_000)" }
        return "\(count) of \(all), \(text(low)) to \(text(high))"
    }
}
