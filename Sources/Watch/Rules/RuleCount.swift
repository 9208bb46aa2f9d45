/// So many events, or so many different aircraft, within a window of time.
public struct RuleCount: Hashable, Sendable {
    public enum Counted: Hashable, Sendable {
        /// Events of all aircraft together.
        case events
        /// Events of each aircraft by itself.
        case eventsOfEach
        /// Different aircraft.
        case aircraft
    }

    /// About one variable, the only one of the rule.
    public let condition: Condition
    public let counted: Counted
    public let atLeast: Int
    public let window: RuleDuration

    public init(_ condition: Condition, counted: Counted, atLeast: Int, window: RuleDuration) {
        self.condition = condition
        self.counted = counted
        self.atLeast = atLeast
        self.window = window
    }
}
