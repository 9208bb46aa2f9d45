/// How often a rule may tell: once in a cooldown for each different binding of the named variables, and so often in each hour of all together.
public struct RuleLimit: Hashable, Sendable {
    public let cooldown: RuleDuration?
    /// Variables by number; none means the whole rule has one cooldown.
    public let per: [Int]
    /// Alerts in one hour of UTC, by event time. A rule about everybody is bounded so although it says nothing of a limit.
    public let perHour: Int

    /// What holds where a rule does not say it; the most that one may say. Ours: more is read by nobody.
    public static let usualPerHour = 200
    public static let mostPerHour = 1_000

    public init(cooldown: RuleDuration? = nil, per: [Int] = [], perHour: Int = RuleLimit.usualPerHour) {
        self.cooldown = cooldown
        self.per = per
        self.perHour = perHour
    }
}
