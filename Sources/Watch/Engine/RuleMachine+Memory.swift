import Aero

extension RuleMachine {
    /// How long a key is remembered after its cooldown, so that what was suppressed is told with the next alert.
    private static let afterCooldown: Int64 = 30 * 86_400_000_000_000

    /// Whether a match may be told: the matches suppressed before it, or `nil` where it is suppressed itself.
    mutating func admit(_ match: Match) -> Int? {
        let limit = plan.rule.limit
        guard let cooldown = limit.cooldown else { return admitToHour(match, limit) }
        let key = match.binding.kept(limit.per)
        var suppressed = 0
        if let before = state.cooldowns[key] {
            let passed = match.time.nanoseconds - before.told.nanoseconds
            if passed < cooldown.nanoseconds {
                state.cooldowns[key]?.suppressed += 1
                return nil
            }
            if passed < cooldown.nanoseconds + Self.afterCooldown { suppressed = before.suppressed }
        }
        guard let heldBack = admitToHour(match, limit) else { return nil }
        state.cooldowns[key] = RuleState.Cooldown(told: match.time, suppressed: 0)
        return suppressed + heldBack
    }

    /// Whether the hour has room for one more: how many had none before it.
    private mutating func admitToHour(_ match: Match, _ limit: RuleLimit) -> Int? {
        let number = match.time.nanoseconds / Self.hour
        if state.hour.number != number { (state.hour.number, state.hour.told) = (number, 0) }
        guard state.hour.told < limit.perHour else {
            state.hour.heldBack += 1
            return nil
        }
        defer { state.hour.heldBack = 0 }
        state.hour.told += 1
        return state.hour.heldBack
    }

    private static let hour: Int64 = 3_600_000_000_000

    /// Forgets what can have no effect any more.
    mutating func prune(_ now: Timestamp, _ sky: Sky) {
        if let cooldown = plan.rule.limit.cooldown {
            let oldest = now.nanoseconds - cooldown.nanoseconds - Self.afterCooldown
            state.cooldowns = state.cooldowns.filter { $0.value.told.nanoseconds > oldest }
        }
        switch plan.pattern {
        case .sequence(let steps, _, let within): pruneRuns(steps, now.nanoseconds - within, sky)
        case .count(_, _, _, let window):
            let oldest = now.nanoseconds - window
            state.counted = state.counted.mapValues { $0.filter { $0.time.nanoseconds > oldest } }
                .filter { !$0.value.isEmpty }
        case .absent: break
        }
    }

    private mutating func pruneRuns(_ steps: [StepPlan], _ oldest: Int64, _ sky: Sky) {
        var count = 0
        for index in steps.indices {
            state.runs[index] = state.runs[index].mapValues { $0.filter { $0[0].time.nanoseconds >= oldest } }
                .filter { !$0.value.isEmpty }
            for (_, runs) in state.runs[index] { count += runs.count }
            state.taken[index] = state.taken[index].filter { $0.value.time.nanoseconds >= oldest }
            guard let silence = steps[index].silence else { continue }
            // A silence begins when the aircraft was heard last: what was seen before that can lie in none.
            state.seen[index] = state.seen[index].filter { binding, key in
                sky.aircraft[Int(binding[silence.variable])].lastHeard.map { key.time > $0 } ?? true
            }
            state.told[index] = state.told[index].filter { binding, since in
                sky.aircraft[Int(binding[silence.variable])].silence?.since == since
            }
        }
        state.runCount = count
        state.completed = state.completed.filter { $0.value.time.nanoseconds >= oldest }
    }
}
