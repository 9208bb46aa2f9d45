public import Aero

/// What physics and observations say of a claim, with its numbers.
public struct ClaimVerdict: Hashable, Sendable {
    public enum Outcome: String, CaseIterable, Sendable {
        case supported
        case contradicted
        case notTestable = "not_testable"
    }

    /// Why; with numbers where there are any.
    public enum Reason: Hashable, Sendable {
        /// Within what such a leg takes. Hours.
        case usual(hours: ClosedRange<Double>, distance: Metres, typicalHours: Double)
        /// Longer than a slow leg: a detour, a hold, an unseen stop, other aircraft, a wrong time. A flag, never an exclusion.
        case long(hours: ClosedRange<Double>, distance: Metres, typicalHours: Double, slowHours: Double)
        /// Shorter than the fastest, whatever airport and reading is meant: needs a ground speed of so many km/h.
        case tooFast(hours: ClosedRange<Double>, distance: Metres, fastestHours: Double, neededSpeed: KilometresPerHour)
        /// Some readings are possible, others not.
        case mixed(hours: ClosedRange<Double>, distance: Metres, fastestHours: Double)
        /// The one is said to begin after the other ends.
        case reversed(hours: ClosedRange<Double>)
        case noTime
        case noPlace
        /// Nothing beside it to compare with.
        case alone
    }

    public let outcome: Outcome
    public let reason: Reason
    /// The claims it compares, by their numbers.
    public let claims: [Int]

    public init(_ outcome: Outcome, _ reason: Reason, claims: [Int]) {
        self.outcome = outcome
        self.reason = reason
        self.claims = claims
    }
}
