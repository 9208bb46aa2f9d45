/// A rule: which aircraft, what must happen, how often and to whom it is told.
public struct WatchRule: Hashable, Sendable {
    public static let maximumVariables = 3
    public static let maximumSteps = 6
    public static let longestWindow = RuleDuration(seconds: 30 * 86_400)
    /// Conditions in one rule, and tests of identity in one variable.
    public static let maximumConditions = 64

    /// Stable over edits; an edit makes a new version.
    public let id: String
    public let name: String
    public let version: Int
    public let variables: [RuleVariable]
    public let pattern: RulePattern
    public let limit: RuleLimit
    public let outcome: RuleOutcome
    /// The visit whose watch it is.
    public let visit: String?
    /// As it was written; its `json` is the stored form.
    public let source: RuleValue

    /// The variables a step or condition stands on: those it mentions, and those these ask about.
    func closure(_ mentioned: Set<Int>) -> [Int] {
        var all = mentioned
        var fresh = mentioned
        while !fresh.isEmpty {
            fresh = fresh.reduce(into: Set()) { $0.formUnion(variables[$1].identity.references) }.subtracting(all)
            all.formUnion(fresh)
        }
        return all.sorted()
    }
}
