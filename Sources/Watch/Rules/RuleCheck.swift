import Aero

/// What can be said against a rule as a whole: conditions no event makes true, variables nobody asks for, what stands in the wrong place.
struct RuleCheck {
    let rule: WatchRule
    let line: Int

    func run() throws(RuleError) {
        for condition in rule.pattern.conditions {
            guard condition.triggers != nil else { throw error(.nothingHappens) }
        }
        let mentioned = rule.pattern.conditions.reduce(into: Set<Int>()) { $0.formUnion($1.variables) }
        let used = Set(rule.closure(mentioned))
        for (index, variable) in rule.variables.enumerated() where !used.contains(index) {
            throw RuleError(.unusedVariable(variable.name), path: "where.\(variable.name)", line: line)
        }
        switch rule.pattern {
        case .sequence(let steps, let within):
            if steps.count > 1, within == nil { throw error(.missingKey("within")) }
            for step in steps where step.meanwhile != nil {
                guard case .happens(let trigger) = step.condition, case .silent = trigger.what else {
                    throw error(.misplaced(.meanwhile))
                }
            }
        case .absent(let missing, _, let opening):
            guard missing.variables.isSubset(of: rule.closure(opening.variables)) else {
                throw error(.misplaced(.absentVariables))
            }
        case .count(let count):
            guard rule.variables.count == 1, count.condition.variables == [0] else {
                throw error(.misplaced(.countVariables))
            }
            if count.counted != .eventsOfEach, !rule.limit.per.isEmpty {
                throw error(.misplaced(.countCooldown))
            }
        }
    }

    private func error(_ fault: RuleError.Fault) -> RuleError { RuleError(fault, path: "when", line: line) }
}
