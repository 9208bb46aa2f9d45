import Aero

@testable import Watch

/// The rule language, interpreted with the whole list of events in memory, one binding after the other.
struct ReferenceInterpreter {
    struct Told: Hashable, CustomStringConvertible {
        let time: Timestamp
        let bound: [[AircraftAddress]]
        let events: [EventKey]
        var suppressedBefore = 0

        var description: String {
            "t=\(time.nanoseconds) \(bound.map { $0.map(\.hex) }) \(events.map { "\($0.kind)@\($0.time.nanoseconds)" })"
                + " +\(suppressedBefore)"
        }
    }

    let rule: WatchRule
    let facts: ReferenceFacts
    /// Deadlines before it have passed.
    let watermark: Timestamp

    func alerts() -> [Told] {
        let aircraft = Set(
            facts.events.compactMap { event -> AircraftAddress? in
                if case .listening = event.content { return nil }
                return event.aircraft
            }
        ).sorted()
        var bindings: [[AircraftAddress]] = [[]]
        for _ in rule.variables { bindings = bindings.flatMap { binding in aircraft.map { binding + [$0] } } }
        var matches: [Told] = []
        switch rule.pattern {
        case .sequence(let steps, let within):
            for binding in bindings { matches += sequence(steps, within?.nanoseconds ?? 0, binding) }
        case .absent(let missing, let duration, let opening):
            for binding in bindings { matches += absent(missing, duration.nanoseconds, opening, binding) }
        case .count(let count) where count.counted == .eventsOfEach:
            for binding in bindings { matches += self.count(count, bindings: [binding]) }
        case .count(let count): matches = self.count(count, bindings: bindings)
        }
        matches.sort { left, right in
            if left.time != right.time { return left.time < right.time }
            // At one time the events come in their order, each with all that it completes.
            if let one = left.events.last, let other = right.events.last, one != other, !isAbsence {
                return one < other
            }
            return left.bound.flatMap { $0 }.lexicographicallyPrecedes(right.bound.flatMap { $0 })
        }
        return cooled(matches)
    }

    private var isAbsence: Bool {
        if case .absent = rule.pattern { return true }
        return false
    }

    private func cooled(_ matches: [Told]) -> [Told] {
        let cooldown = rule.limit.cooldown?.nanoseconds ?? 0
        var told: [Told] = []
        var heldBack = 0
        var last: [[[AircraftAddress]]: (time: Timestamp, suppressed: Int)] = [:]
        for var match in matches {
            let key = rule.limit.per.map { match.bound[$0] }
            if let before = last[key], match.time.nanoseconds - before.time.nanoseconds < cooldown {
                last[key] = (before.time, before.suppressed + 1)
                continue
            }
            let hour = match.time.nanoseconds / 3_600_000_000_000
            if told.count(where: { $0.time.nanoseconds / 3_600_000_000_000 == hour }) >= rule.limit.perHour {
                heldBack += 1
                continue
            }
            match.suppressedBefore = (last[key]?.suppressed ?? 0) + heldBack
            heldBack = 0
            last[key] = (match.time, 0)
            told.append(match)
        }
        return told
    }

    private func hasIdentities(_ variables: [Int], _ binding: [AircraftAddress], _ now: Int) -> Bool {
        variables.allSatisfy { facts.hasIdentity(rule.variables[$0].identity, $0, binding, now) }
    }

    private func isTrue(_ condition: Condition, _ binding: [AircraftAddress], _ now: Int) -> Bool {
        facts.isTrue(condition, now, binding) && hasIdentities(rule.closure(condition.variables), binding, now)
    }

    private func isDone(_ step: RuleStep, _ binding: [AircraftAddress], _ now: Int) -> Bool {
        guard let meanwhile = step.meanwhile else { return isTrue(step.condition, binding, now) }
        guard let since = meets(step, meanwhile, binding, now) else { return false }
        // Told once in a silence.
        return !(0..<now).contains { meets(step, meanwhile, binding, $0) == since }
    }

    /// The silence in which, with this event or before, both were true; `nil` where none is, or the event has no part in it.
    private func meets(_ step: RuleStep, _ meanwhile: Condition, _ binding: [AircraftAddress], _ now: Int) -> Timestamp?
    {
        guard case .happens(let trigger) = step.condition, case .silent(let atLeast, let classes) = trigger.what else {
            return nil
        }
        let variables = rule.closure(step.variables)
        let aircraft = binding[trigger.variable]
        func isSeen(_ index: Int) -> Bool {
            facts.isTrue(meanwhile, index, binding) && hasIdentities(variables, binding, index)
        }
        guard let silence = facts.silence(aircraft, now), hasIdentities(variables, binding, now) else { return nil }
        let isJudged = facts.isOf(aircraft, now) && silence.judged.last?.event == facts.events[now]
        guard isJudged || isSeen(now) else { return nil }
        let isLong = silence.judged.contains {
            $0.event.time.nanoseconds - silence.since.nanoseconds >= atLeast.nanoseconds
                && classes.contains($0.gapClass)
        }
        let wasSeen = (0...now).contains { facts.events[$0].time > silence.since && isSeen($0) }
        return isLong && wasSeen ? silence.since : nil
    }

    private func sequence(_ steps: [RuleStep], _ within: Int64, _ binding: [AircraftAddress]) -> [Told] {
        var told: [Told] = []
        var runs: [[EventKey]] = []
        for now in facts.events.indices {
            let key = facts.events[now].key
            let done = steps.map { isDone($0, binding, now) }
            runs.removeAll { key.time.nanoseconds - $0[0].time.nanoseconds > within }
            runs = runs.map { done[$0.count] ? $0 + [key] : $0 }
            if done[0] { runs.append([key]) }
            if let first = runs.first(where: { $0.count == steps.count }) {
                told.append(Told(time: key.time, bound: binding.map { [$0] }, events: first))
                runs = []
            }
        }
        return told
    }

    private func absent(
        _ missing: Condition,
        _ duration: Int64,
        _ opening: Condition,
        _ binding: [AircraftAddress]
    ) -> [Told] {
        var told: [Told] = []
        var wait: (opening: EventKey, due: Int64)?
        var lost: Int64 = 0
        var downSince: Timestamp?
        func fire(before instant: Timestamp) {
            guard let due = wait?.due, let opening = wait?.opening, downSince == nil, due + lost < instant.nanoseconds
            else { return }
            let time = Timestamp(nanoseconds: due + lost)
            told.append(Told(time: time, bound: binding.map { [$0] }, events: [opening]))
            wait = nil
        }
        for now in facts.events.indices {
            let event = facts.events[now]
            fire(before: event.time)
            if case .listening(let isListening) = event.content {
                if isListening, let since = downSince {
                    lost += event.time.nanoseconds - since.nanoseconds
                    downSince = nil
                } else if !isListening, downSince == nil {
                    downSince = event.time
                }
                continue
            }
            if wait != nil {
                if isTrue(missing, binding, now) { wait = nil }
            } else if isTrue(opening, binding, now) {
                wait = (event.key, (downSince ?? event.time).nanoseconds - lost + duration)
            }
        }
        fire(before: watermark)
        return told
    }

    private func count(_ count: RuleCount, bindings: [[AircraftAddress]]) -> [Told] {
        var told: [Told] = []
        var used = 0
        for now in facts.events.indices {
            let time = facts.events[now].time
            func counts(_ index: Int) -> Bool { bindings.contains { isTrue(count.condition, $0, index) } }
            guard counts(now) else { continue }
            var recent = (used...now).filter {
                facts.events[$0].time.nanoseconds > time.nanoseconds - count.window.nanoseconds && counts($0)
            }
            if count.counted == .aircraft {
                var latest: [AircraftAddress: Int] = [:]
                for index in recent { latest[facts.events[index].aircraft] = index }
                recent = latest.values.sorted()
            }
            guard recent.count >= count.atLeast else { continue }
            let keys = recent.map { facts.events[$0].key }
            told.append(Told(time: time, bound: [Set(keys.map(\.aircraft)).sorted()], events: keys))
            used = now + 1
        }
        return told
    }
}
