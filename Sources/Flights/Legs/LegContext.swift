public import Aero

/// What the telling of all aircraft's flights shares: places, rules, and where receivers stand.
public final class LegContext: Sendable {
    public let gazetteer: Gazetteer
    public let rules: LegRules
    public let reach: ReachRules
    /// By the number of the set of receivers in an observation; those whose place is known.
    public let receivers: [[ReceiverPlace]]

    /// The probability that nothing would have been heard of a landing at an airport and of a take-off there: 1 where nothing is known of
    /// coverage.
    public let unheard: @Sendable (AirportSlot) -> Double

    public init(
        gazetteer: Gazetteer,
        rules: LegRules = LegRules(),
        reach: ReachRules = ReachRules(),
        receivers: [[ReceiverPlace]] = [],
        unheard: @escaping @Sendable (AirportSlot) -> Double = { _ in 1 }
    ) {
        self.unheard = unheard
        self.gazetteer = gazetteer
        self.rules = rules
        self.reach = reach
        self.receivers = receivers
    }
}
