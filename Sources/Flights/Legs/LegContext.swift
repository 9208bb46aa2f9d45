public import Aero

/// What the telling of all aircraft's flights shares: places, rules, and where receivers stand.
public final class LegContext: Sendable {
    public let gazetteer: Gazetteer
    public let rules: LegRules
    public let reach: ReachRules
    /// By the number of the set of receivers in an observation; those whose place is known.
    public let receivers: [[ReceiverPlace]]

    public init(
        gazetteer: Gazetteer,
        rules: LegRules = LegRules(),
        reach: ReachRules = ReachRules(),
        receivers: [[ReceiverPlace]] = []
    ) {
        self.gazetteer = gazetteer
        self.rules = rules
        self.reach = reach
        self.receivers = receivers
    }
}
