public import Aero

/// How long a leg of a length takes: at its fastest, as a rule, and slowly.
public struct LegEnvelope: Hashable, Sendable {
    /// Seconds from take-off to landing.
    public let fastestSeconds: Double
    public let typicalSeconds: Double
    public let slowSeconds: Double

    /// What a claimed duration is worth beside it.
    public enum Verdict: String, Hashable, Sendable {
        /// Shorter than the fastest.
        case impossible
        case consistent
        /// Longer than a slow one: a flag, never an exclusion. Detours happen.
        case long
    }

    /// - Parameter distance: on the great circle.
    public init(distance: Metres) {
        let kilometres = max(0, distance.rawValue) / 1_000
        fastestSeconds = kilometres / 1_050 * 3_600 + 600
        typicalSeconds = 1.05 * kilometres / 850 * 3_600 + 1_200
        slowSeconds = 1.15 * kilometres / 780 * 3_600 + 1_800
    }

    public func verdict(onSeconds seconds: Double) -> Verdict {
        seconds < fastestSeconds ? .impossible : seconds > slowSeconds ? .long : .consistent
    }
}
