/// One step of a sequence.
public struct RuleStep: Hashable, Sendable {
    public let condition: Condition
    /// Only beside a silence: must be true at least once in that silence, before or after it is told.
    public let meanwhile: Condition?

    public init(_ condition: Condition, meanwhile: Condition? = nil) {
        self.condition = condition
        self.meanwhile = meanwhile
    }

    var variables: Set<Int> { condition.variables.union(meanwhile?.variables ?? []) }
    var parts: [Condition] { [condition] + (meanwhile.map { [$0] } ?? []) }
}
