/// A rule made ready for the engine.
final class RulePlan: Sendable {
    enum Pattern: Sendable {
        /// `reached[i]` are the variables bound once step i is done, sorted.
        case sequence([StepPlan], reached: [[Int]], within: Int64)
        case absent(StepPlan, after: StepPlan, duration: Int64)
        case count(StepPlan, RuleCount.Counted, atLeast: Int, window: Int64)
    }

    let rule: WatchRule
    let pattern: Pattern
    /// Number of its first variable among those of all rules.
    let firstVariable: Int
    /// Variables that must be of one fleet: asked first, because it costs least.
    let fleetLinks: [(variable: Int, other: Int)]

    init(_ rule: WatchRule, firstVariable: Int, _ catalogue: inout Catalogue) throws(RuleError) {
        self.rule = rule
        self.firstVariable = firstVariable
        fleetLinks = rule.variables.enumerated().flatMap { index, variable in
            variable.identity.requiredFleets.map { (index, $0) }
        }
        switch rule.pattern {
        case .sequence(let steps, let within):
            var plans: [StepPlan] = []
            var reached: [[Int]] = []
            for step in steps {
                let plan = try StepPlan(step, rule, &catalogue)
                reached.append(Set((reached.last ?? []) + plan.variables).sorted())
                plans.append(plan)
            }
            pattern = .sequence(plans, reached: reached, within: within?.nanoseconds ?? 0)
        case .absent(let missing, let duration, let opening):
            let plan = try StepPlan(RuleStep(missing), rule, &catalogue)
            let after = try StepPlan(RuleStep(opening), rule, &catalogue)
            pattern = .absent(plan, after: after, duration: duration.nanoseconds)
        case .count(let count):
            let plan = try StepPlan(RuleStep(count.condition), rule, &catalogue)
            pattern = .count(plan, count.counted, atLeast: count.atLeast, window: count.window.nanoseconds)
        }
    }

    var steps: [StepPlan] {
        switch pattern {
        case .sequence(let steps, _, _): steps
        case .absent(let missing, let after, _): [missing, after]
        case .count(let step, _, _, _): [step]
        }
    }
}
