/// How often a rule may tell: once in a cooldown for each different binding of the named variables.
public struct RuleLimit: Hashable, Sendable {
    public let cooldown: RuleDuration?
    /// Variables by number; none means the whole rule has one cooldown.
    public let per: [Int]

    public init(cooldown: RuleDuration? = nil, per: [Int] = []) {
        self.cooldown = cooldown
        self.per = per
    }
}
