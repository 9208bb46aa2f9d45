extension WatchRule {
    /// Before the name of a list that the program keeps itself, and no rule may ask for.
    static let ownList = "~"

    /// The same rule, to which whoever is on one of some lists of the program's own is nobody.
    ///
    /// - Parameter lists: names that begin with `~`.
    public func sparing(_ lists: [String]) -> WatchRule {
        WatchRule(
            id: id,
            name: name,
            version: version,
            variables: variables.map { variable in
                let spared = lists.map { IdentityTest.not(.list($0)) }
                return RuleVariable(name: variable.name, identity: .all([variable.identity] + spared))
            },
            pattern: pattern,
            limit: limit,
            outcome: outcome,
            visit: visit,
            source: source
        )
    }
}
