import Flights

/// A condition made ready: its test, whose events it waits for, which variables it stands on.
final class StepPlan: Sendable {
    /// A silence that something happens in.
    struct Silence: Sendable {
        let variable: Int
        /// Nanoseconds.
        let atLeast: Int64
        let classes: Set<GapClass>
        let meanwhile: Test
        let triggers: [Int]
    }

    let test: Test
    /// Variables of which one is the aircraft of the event.
    let triggers: [Int]
    /// All it mentions or asks about, sorted.
    let variables: [Int]
    let silence: Silence?
    /// What wakes it: variables and signals.
    let wakers: [(variable: Int, signal: Signal)]

    init(_ step: RuleStep, _ rule: WatchRule, _ catalogue: inout Catalogue) throws(RuleError) {
        test = try catalogue.compile(step.condition)
        triggers = Self.variables(step.condition)
        variables = rule.closure(step.variables)
        // Compiled in the order in which it is written, so that areas and levels have the same numbers each time.
        let meanwhile = try step.meanwhile.map { (condition) throws(RuleError) in try catalogue.compile(condition) }
        var wakers: [(variable: Int, signal: Signal)] = []
        for part in step.parts {
            for trigger in part.triggers ?? [] {
                wakers.append((trigger.variable, try catalogue.signal(trigger.what)))
            }
        }
        self.wakers = wakers
        guard let meanwhile, let beside = step.meanwhile, case .happens(let trigger) = step.condition,
            case .silent(let atLeast, let classes) = trigger.what
        else {
            silence = nil
            return
        }
        silence = Silence(
            variable: trigger.variable,
            atLeast: atLeast.nanoseconds,
            classes: Set(classes),
            meanwhile: meanwhile,
            triggers: Self.variables(beside)
        )
    }

    private static func variables(_ condition: Condition) -> [Int] {
        Set((condition.triggers ?? []).map(\.variable)).sorted()
    }
}
