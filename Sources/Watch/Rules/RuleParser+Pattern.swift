extension RuleParser {
    /// What stands under `when`.
    mutating func pattern(_ value: RuleValue) throws(RuleError) -> RulePattern {
        var keys = try RuleKeys(value, "when")
        if let steps = keys.take("sequence") {
            let pattern = RulePattern.sequence(try self.steps(steps), within: try keys.duration("within"))
            try keys.end()
            return pattern
        }
        if let missing = keys.take("absent") {
            let condition = try self.condition(missing, "when.absent")
            guard let duration = try keys.duration("for") else {
                throw RuleError(.missingKey("for"), path: "when", line: value.line)
            }
            let opening = try self.condition(try keys.need("after"), "when.after")
            try keys.end()
            return .absent(condition, duration: duration, after: opening)
        }
        if let count = keys.take("count") {
            try keys.end()
            return .count(try self.count(count))
        }
        return .sequence([RuleStep(try condition(value, "when"))], within: nil)
    }

    private mutating func steps(_ value: RuleValue) throws(RuleError) -> [RuleStep] {
        guard case .list = value.content else {
            throw RuleError(.badValue(expected: .steps), path: "when.sequence", line: value.line)
        }
        var steps: [RuleStep] = []
        for (element, path) in try value.elements("when.sequence", upTo: WatchRule.maximumSteps, name: .steps) {
            var keys = try RuleKeys(element, path)
            let beside = keys.take("while")
            let meanwhile = try beside.map { value throws(RuleError) in try self.condition(value, path + ".while") }
            guard case .map(let members) = element.content else { continue }
            let rest = members.filter { $0.key != "while" }
            let condition = try self.condition(RuleValue(.map(rest), line: element.line), path)
            steps.append(RuleStep(condition, meanwhile: meanwhile))
        }
        return steps
    }

    private mutating func count(_ value: RuleValue) throws(RuleError) -> RuleCount {
        var keys = try RuleKeys(value, "when.count")
        let variable = try variable(&keys)
        let isDistinct = try keys.flag("distinct") ?? false
        let isEach = try keys.flag("each") ?? false
        if isDistinct, isEach {
            throw RuleError(.misplaced(.countOfBoth), path: keys.path, line: keys.line)
        }
        guard let atLeast = try keys.whole("atLeast", 2...1000) else {
            throw RuleError(.missingKey("atLeast"), path: keys.path, line: keys.line)
        }
        guard let window = try keys.duration("window") else {
            throw RuleError(.missingKey("window"), path: keys.path, line: keys.line)
        }
        var condition = Condition.happens(Trigger(of: variable, .heard))
        if let event = keys.take("event") { condition = try self.condition(event, "when.count.event") }
        if let place = keys.take("in") {
            var inside = try RuleKeys(place, "when.count.in")
            let area = try area(&inside)
            try inside.end()
            condition = .all([condition, .holds(.inside(variable, area))])
        }
        try keys.end()
        let counted = isDistinct ? RuleCount.Counted.aircraft : isEach ? .eventsOfEach : .events
        return RuleCount(condition, counted: counted, atLeast: atLeast, window: window)
    }
}
