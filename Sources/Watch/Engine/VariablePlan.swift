/// One variable among those of all rules.
struct VariablePlan: Sendable {
    let identity: IdentityTest
    let asksCallsign: Bool
    /// Whether aircraft that may be it are looked for when another one's event happens.
    let isLookedFor: Bool

    init(_ variable: Int, _ plan: RulePlan) {
        identity = plan.rule.variables[variable].identity
        asksCallsign = identity.asksCallsign
        isLookedFor = plan.steps.contains { $0.variables.count > 1 && $0.variables.contains(variable) }
    }
}
