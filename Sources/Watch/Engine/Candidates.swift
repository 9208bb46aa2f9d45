/// The bindings for which one step is true of the event that happens now.
struct Candidates {
    private let step: StepPlan
    private let signals: [Binding]?
    private let matcher: Matcher

    init(_ step: StepPlan, _ signals: [Binding]?, _ matcher: Matcher) {
        self.step = step
        self.signals = signals
        self.matcher = matcher
    }

    /// Whether any binding can be.
    var mayHappen: Bool {
        if let signals { return !signals.isEmpty }
        let happened = Int(matcher.sky.happening.aircraft)
        return step.triggers.contains { matcher.sky.aircraft[happened].mayBe(matcher.plan.firstVariable + $0) }
    }

    /// Those that agree with what is bound already, together with it.
    func bindings(fixed: Binding) -> [Binding] {
        if let signals {
            return signals.filter { $0.agrees(with: fixed) }.map { fixed.joined(with: $0) }
        }
        return matcher.bindings(step.test, triggers: step.triggers, variables: step.variables, fixed: fixed)
    }
}
