import Aero

extension Binding: StateValue, Comparable {
    func write(to writer: inout StateWriter) { for variable in 0..<3 { writer.put(Int(self[variable])) } }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self.init()
        for variable in 0..<3 {
            guard let number = Int32(exactly: try reader.take(Int.self)), number >= -1 else { throw reader.badValue }
            self[variable] = number
        }
    }

    static func < (left: Binding, right: Binding) -> Bool {
        for variable in 0..<3 where left[variable] != right[variable] { return left[variable] < right[variable] }
        return false
    }
}

extension RuleState.Wait: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(opening)
        writer.put(due)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self.init(opening: try reader.take(), due: try reader.take())
    }
}

extension RuleState.Cooldown: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(told)
        writer.put(suppressed)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        self.init(told: try reader.take(), suppressed: try reader.take())
    }
}

extension RuleState.Hour: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(Timestamp(nanoseconds: number))
        writer.put(told)
        writer.put(heldBack)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        number = try reader.take(Timestamp.self).nanoseconds
        told = try reader.take()
        heldBack = try reader.take()
        guard told >= 0, heldBack >= 0 else { throw reader.badValue }
    }
}

extension RuleState: StateValue {
    func write(to writer: inout StateWriter) {
        writer.put(runs.count)
        for index in runs.indices {
            writer.put(runs[index])
            writer.put(taken[index])
            writer.put(seen[index])
            writer.put(told[index])
        }
        writer.put(completed)
        writer.put(waits)
        writer.put(counted)
        writer.put(cooldowns)
        writer.put(hour)
        writer.put(isStopped)
    }

    init(from reader: inout StateReader) throws(WatchStateError) {
        let steps = try reader.take(Int.self)
        guard (1...WatchRule.maximumSteps).contains(steps) else { throw reader.badValue }
        self.init(steps: steps)
        for index in 0..<steps {
            runs[index] = try reader.take()
            taken[index] = try reader.take()
            seen[index] = try reader.take()
            told[index] = try reader.take()
            for (_, all) in runs[index] {
                guard all.allSatisfy({ $0.count == index + 1 }) else { throw reader.badValue }
                runCount += all.count
            }
        }
        completed = try reader.take()
        waits = try reader.take()
        counted = try reader.take()
        cooldowns = try reader.take()
        hour = try reader.take()
        isStopped = try reader.take()
        guard counted.values.allSatisfy({ !$0.isEmpty }) else { throw reader.badValue }
    }

    /// Whether each bound aircraft is one of so many, and what must be bound is.
    func isSound(aircraft: Int, _ plan: RulePlan) -> Bool {
        func isSound(_ binding: Binding, _ variables: [Int]) -> Bool {
            (0..<3).allSatisfy { Int(binding[$0]) < aircraft } && variables.allSatisfy { binding[$0] >= 0 }
        }
        let all = plan.rule.variables.indices.map { $0 }
        switch plan.pattern {
        case .sequence(let steps, let reached, _):
            guard runs.count == steps.count else { return false }
            for index in steps.indices {
                let variables = steps[index].variables
                guard runs[index].keys.allSatisfy({ isSound($0, reached[index]) }),
                    taken[index].keys.allSatisfy({ isSound($0, reached[index]) }),
                    seen[index].keys.allSatisfy({ isSound($0, variables) }),
                    told[index].keys.allSatisfy({ isSound($0, variables) })
                else { return false }
            }
            return completed.keys.allSatisfy { isSound($0, all) } && cooldowns.keys.allSatisfy { isSound($0, []) }
        case .absent(_, let after, _):
            return waits.keys.allSatisfy { isSound($0, after.variables) }
                && cooldowns.keys.allSatisfy { isSound($0, []) }
        case .count:
            return counted.keys.allSatisfy { isSound($0, []) } && cooldowns.keys.allSatisfy { isSound($0, []) }
        }
    }
}
