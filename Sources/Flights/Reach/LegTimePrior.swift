public import Aero

/// How likely a leg is to last so long: nine in ten near what is typical, one in ten anywhere up to the endurance.
///
/// The logarithm of the time over the typical time is normal with a standard deviation of 0.08; nothing is shorter than the fastest. The
/// lower bound is hard, the upper one is only a prior.
public struct LegTimePrior: Hashable, Sendable {
    public let fastestSeconds: Double
    public let typicalSeconds: Double
    public let longestSeconds: Double

    private static let usualShare = 0.9
    private static let deviation = 0.08

    /// - Parameter limits: whose endurance is the end, if that is not shorter than a slow leg.
    public init(distance: Metres, limits: AirframeLimits) {
        let envelope = LegEnvelope(distance: distance)
        self.init(
            fastestSeconds: envelope.fastestSeconds,
            typicalSeconds: envelope.typicalSeconds,
            longestSeconds: max(limits.enduranceSeconds, envelope.slowSeconds)
        )
    }

    /// - Parameters: in rising order, all above 0.
    public init(fastestSeconds: Double, typicalSeconds: Double, longestSeconds: Double) {
        self.fastestSeconds = fastestSeconds
        self.typicalSeconds = typicalSeconds
        self.longestSeconds = longestSeconds
    }

    /// Probability a second of lasting so long.
    public func density(atSeconds seconds: Double) -> Double {
        guard seconds >= fastestSeconds else { return 0 }
        let z = Trigonometry.naturalLogarithm(seconds / typicalSeconds) / Self.deviation
        let bell = Trigonometry.exponential(-z * z / 2) / (seconds * Self.deviation * (2 * Double.pi).squareRoot())
        let even = seconds <= longestSeconds ? 1 / (longestSeconds - fastestSeconds) : 0
        return Self.usualShare * bell / (1 - shareBelowFastest) + (1 - Self.usualShare) * even
    }

    /// Probability of lasting at most so long.
    public func probability(upToSeconds seconds: Double) -> Double {
        guard seconds > fastestSeconds else { return 0 }
        let bell = (Self.normal(z(seconds)) - shareBelowFastest) / (1 - shareBelowFastest)
        let even = min(1, (seconds - fastestSeconds) / (longestSeconds - fastestSeconds))
        return Self.usualShare * bell + (1 - Self.usualShare) * even
    }

    /// The time that a share of legs does not exceed.
    ///
    /// - Parameter share: within 0 … 1; 0.05, 0.5 and 0.95 make an estimate with its interval.
    public func seconds(exceededByAllBut share: Double) -> Double {
        var low = fastestSeconds
        var high = longestSeconds
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if probability(upToSeconds: middle) < share { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    private var shareBelowFastest: Double { Self.normal(z(fastestSeconds)) }

    private func z(_ seconds: Double) -> Double {
        Trigonometry.naturalLogarithm(seconds / typicalSeconds) / Self.deviation
    }

    private static func normal(_ z: Double) -> Double { (1 + Trigonometry.errorFunction(z / 2.0.squareRoot())) / 2 }
}
