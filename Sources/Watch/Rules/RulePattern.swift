/// What a rule waits for.
public enum RulePattern: Hashable, Sendable {
    /// Steps each later than the one before, all within a time from the first; one step needs none.
    case sequence([RuleStep], within: RuleDuration?)
    /// After something happened, something else did not for so long.
    case absent(Condition, duration: RuleDuration, after: Condition)
    case count(RuleCount)

    /// Every condition in it.
    var conditions: [Condition] {
        switch self {
        case .sequence(let steps, _): steps.flatMap(\.parts)
        case .absent(let missing, _, let opening): [missing, opening]
        case .count(let count): [count.condition]
        }
    }
}
