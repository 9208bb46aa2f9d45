/// A key of a rule's tree and its value.
public struct RuleMember: Hashable, Sendable {
    public let key: String
    public let value: RuleValue

    public init(_ key: String, _ value: RuleValue) {
        self.key = key
        self.value = value
    }
}
