import Aero

/// One rule at work: takes what happens, remembers, and finds matches.
struct RuleMachine: Sendable {
    let plan: RulePlan
    var state: RuleState

    init(_ plan: RulePlan) {
        self.plan = plan
        state = RuleState(steps: plan.steps.count)
    }

    /// Takes the event that happens now.
    ///
    /// - Parameters:
    ///   - matcher: who is who and what is true now.
    ///   - listened: the event's time in listened time.
    ///   - found: matches are added here, in no order.
    /// - Returns: waits opened, with the binding that waits.
    mutating func take(_ matcher: Matcher, listened: Int64, _ found: inout [Match]) -> [(due: Int64, Binding)] {
        let key = matcher.sky.happening.event.key
        switch plan.pattern {
        case .sequence(let steps, let reached, let within):
            for index in steps.indices.reversed() {
                let candidates = Candidates(steps[index], signals(steps[index], index, matcher, key), matcher)
                if index == 0 {
                    begin(candidates, key, isWhole: steps.count == 1, &found)
                } else {
                    advance(candidates, key, index, reached, within, &found)
                }
            }
            return []
        case .absent(let missing, let after, let duration):
            return wait(missing, after, listened + duration, matcher, key)
        case .count(let step, let counted, let atLeast, let window):
            count(step, counted, atLeast, window, matcher, key, &found)
            return []
        }
    }

    /// Ends a wait whose deadline has passed; `nil` where it ended otherwise before.
    mutating func fire(_ binding: Binding, due: Int64, at time: Timestamp) -> Match? {
        guard let wait = state.waits[binding], wait.due == due else { return nil }
        state.waits[binding] = nil
        return Match(time: time, binding: binding, events: [wait.opening])
    }

    // MARK: Sequences

    /// The first step: opens runs, or is the whole match.
    private mutating func begin(_ candidates: Candidates, _ key: EventKey, isWhole: Bool, _ found: inout [Match]) {
        for binding in candidates.bindings(fixed: Binding()) {
            if isWhole {
                found.append(Match(time: key.time, binding: binding, events: [key]))
            } else if state.completed[binding] != key {
                state.runs[0][binding, default: []].append([key])
                state.runCount += 1
            }
        }
    }

    private mutating func advance(
        _ candidates: Candidates,
        _ key: EventKey,
        _ index: Int,
        _ reached: [[Int]],
        _ within: Int64,
        _ found: inout [Match]
    ) {
        guard !state.runs[index - 1].isEmpty, candidates.mayHappen else { return }
        let isLast = index == reached.count - 1
        let isFull = reached[index].count == reached[reached.count - 1].count
        let isSame = reached[index].count == reached[index - 1].count
        for (before, all) in state.runs[index - 1] {
            let runs = all.filter { key.time.nanoseconds - $0[0].time.nanoseconds <= within }
            if runs.count < all.count { replace(runs, index - 1, before) }
            guard !runs.isEmpty else { continue }
            for binding in candidates.bindings(fixed: before) {
                var ready = runs
                if isFull, let barrier = state.completed[binding] { ready.removeAll { $0[0] <= barrier } }
                if !isSame, !isLast, let taken = state.taken[index][binding] { ready.removeAll { $0[0] <= taken } }
                guard let first = ready.first, let last = ready.last else { continue }
                if isLast {
                    found.append(Match(time: key.time, binding: binding, events: first + [key]))
                    complete(binding, key, reached)
                    continue
                }
                if isSame { replace([], index - 1, before) } else { state.taken[index][binding] = last[0] }
                state.runs[index][binding, default: []] += ready.map { $0 + [key] }
                state.runCount += ready.count
            }
        }
    }

    /// Drops all runs of a binding that is complete; those of some of its variables serve other bindings too.
    private mutating func complete(_ binding: Binding, _ key: EventKey, _ reached: [[Int]]) {
        let full = reached[reached.count - 1].count
        for index in reached.indices where reached[index].count == full { replace([], index, binding) }
        state.completed[binding] = key
    }

    private mutating func replace(_ runs: [RuleState.Run], _ index: Int, _ binding: Binding) {
        state.runCount += runs.count - (state.runs[index][binding]?.count ?? 0)
        state.runs[index][binding] = runs.isEmpty ? nil : runs
    }

    /// Bindings under which a silence was told and what is asked beside it was true in it, now for the first time; `nil` for other steps.
    private mutating func signals(_ step: StepPlan, _ index: Int, _ matcher: Matcher, _ key: EventKey) -> [Binding]? {
        guard let silence = step.silence else { return nil }
        var touched = matcher.bindings(silence.meanwhile, triggers: silence.triggers, variables: step.variables)
        for binding in touched { state.seen[index][binding] = key }
        if matcher.sky.happening.isSilent {
            for (binding, _) in state.seen[index]
            where binding[silence.variable] == matcher.sky.happening.aircraft && !touched.contains(binding) {
                touched.append(binding)
            }
        }
        return touched.filter { binding in
            let aircraft = matcher.sky.aircraft[Int(binding[silence.variable])]
            guard let current = aircraft.silence, let seen = state.seen[index][binding], seen.time > current.since,
                current.isAccepted(atLeast: silence.atLeast, classes: silence.classes),
                state.told[index][binding] != current.since, matcher.isRight(binding, step.variables)
            else { return false }
            state.told[index][binding] = current.since
            return true
        }
    }

    // MARK: Absence and counts

    private mutating func wait(
        _ missing: StepPlan,
        _ after: StepPlan,
        _ due: Int64,
        _ matcher: Matcher,
        _ key: EventKey
    ) -> [(due: Int64, Binding)] {
        var ended: Set<Binding> = []
        let happened = matcher.sky.happening.aircraft
        for (binding, _) in state.waits where missing.triggers.contains(where: { binding[$0] == happened }) {
            let isThere = !matcher.bindings(
                missing.test,
                triggers: missing.triggers,
                variables: missing.variables,
                fixed: binding
            ).isEmpty
            if isThere { ended.insert(binding) }
        }
        for binding in ended { state.waits[binding] = nil }
        var opened: [(due: Int64, Binding)] = []
        for binding in matcher.bindings(after.test, triggers: after.triggers, variables: after.variables)
        where state.waits[binding] == nil && !ended.contains(binding) {
            state.waits[binding] = RuleState.Wait(opening: key, due: due)
            opened.append((due, binding))
        }
        return opened
    }

    private mutating func count(
        _ step: StepPlan,
        _ counted: RuleCount.Counted,
        _ atLeast: Int,
        _ window: Int64,
        _ matcher: Matcher,
        _ key: EventKey,
        _ found: inout [Match]
    ) {
        for binding in matcher.bindings(step.test, triggers: step.triggers, variables: step.variables) {
            let earliest = key.time.nanoseconds - window
            switch counted {
            case .aircraft:
                state.counted[binding] = [key]
                guard state.counted.count >= atLeast else { continue }
                let recent = state.counted.values.compactMap(\.first).filter { $0.time.nanoseconds > earliest }
                guard recent.count >= atLeast else { continue }
                found.append(Match(time: key.time, binding: Binding(), events: recent.sorted()))
                state.counted.removeAll()
            case .events, .eventsOfEach:
                let whose = counted == .events ? Binding() : binding
                var recent = state.counted[whose, default: []].filter { $0.time.nanoseconds > earliest }
                recent.append(key)
                let isEnough = recent.count >= atLeast
                if isEnough { found.append(Match(time: key.time, binding: whose, events: recent)) }
                state.counted[whose] = isEnough ? nil : recent
            }
        }
    }
}
