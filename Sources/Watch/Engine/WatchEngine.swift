public import Aero

/// Rules at work over events in event time: the same set of events gives the same alerts, byte for byte, however they were delivered.
///
/// Live and replay are this one engine. Events come in any order and any number of times; matching sees them in their total order once
/// the watermark has passed them.
public struct WatchEngine: Sendable {
    /// What a rule may remember, counted as runs, waits, counted events and cooldowns. Ours: about 2 MB a rule.
    public static let maximumRuleSize = 20_000

    let maximumRuleSize: Int
    var sky: Sky
    let wakers: Wakers
    var machines: [RuleMachine]
    let variables: [VariablePlan]
    var buffer = EventBuffer()
    var deadlines = Deadlines()
    var listened = ListenedTime()
    /// Aircraft of which nothing was matched yet: known by `recall` alone.
    var recalled: Set<Int32> = []
    /// Events before this were matched.
    public internal(set) var watermark = Timestamp(nanoseconds: .min)
    var lastKey: EventKey?
    var nextSweep = Timestamp(nanoseconds: .min)
    private var snapshots: [String: [AircraftAddress: AircraftSnapshot]] = [:]
    private static let maximumSnapshots = 64

    /// - Parameters:
    ///   - rules: in the order in which their alerts of one instant are told.
    ///   - context: what they may ask for by name.
    /// - Throws: the name of an area, airport or zone that is not known, with the rule's name as path.
    public init(
        rules: [WatchRule],
        context: WatchContext = WatchContext(),
        maximumRuleSize: Int = WatchEngine.maximumRuleSize
    ) throws(RuleError) {
        var catalogue = Catalogue(context)
        var plans: [RulePlan] = []
        var firstVariable = 0
        for rule in rules {
            do {
                plans.append(try RulePlan(rule, firstVariable: firstVariable, &catalogue))
            } catch {
                throw RuleError(error.fault, path: rule.name)
            }
            firstVariable += rule.variables.count
        }
        self.maximumRuleSize = maximumRuleSize
        sky = Sky(catalogue, variables: firstVariable)
        wakers = Wakers(plans, catalogue)
        machines = plans.map(RuleMachine.init)
        variables = plans.flatMap { plan in plan.rule.variables.indices.map { VariablePlan($0, plan) } }
    }

    /// How long silences must have lasted when they are judged: who makes events judges each silence at these lengths, and may at others.
    public var silences: [RuleDuration] { sky.catalogue.silences.sorted() }

    /// What was known of the aircraft of alerts since this was asked for last, by the alert's id.
    public mutating func takeSnapshots() -> [String: [AircraftAddress: AircraftSnapshot]] {
        defer { snapshots = [:] }
        return snapshots
    }

    /// Has a rule begin anew, as one that was stopped may be asked to.
    public mutating func restart(_ ruleID: String) {
        for rule in machines.indices where machines[rule].plan.rule.id == ruleID {
            machines[rule].state = RuleState(steps: machines[rule].plan.steps.count)
        }
    }

    /// The rules at work, in their order.
    public var rules: [WatchRule] { machines.map(\.plan.rule) }

    /// Takes an event; it is matched once the watermark has passed it.
    ///
    /// - Returns: `false` for an event before the watermark: it is late, and not matched live.
    public mutating func add(_ event: WatchEvent) -> Bool {
        guard event.time >= watermark else { return false }
        buffer.add(event)
        return true
    }

    /// Matches everything before the watermark, deadlines too.
    ///
    /// - Parameter watermark: no event before it is expected any more: the newest time less the lateness allowed. Going back does nothing.
    /// - Returns: what came true, in order of event time.
    public mutating func advance(to watermark: Timestamp) -> [WatchOutput] {
        guard watermark > self.watermark else { return [] }
        self.watermark = watermark
        recalled.removeAll()
        if !isKnownUniquelyReferenced(&sky) { sky = Sky(copying: sky) }
        var outputs: [WatchOutput] = []
        for event in buffer.take(before: watermark) where event.key != lastKey {
            lastKey = event.key
            fire(before: event.time, &outputs)
            take(event, &outputs)
        }
        fire(before: watermark, &outputs)
        return outputs
    }

    /// Rules that were stopped because they remembered too much.
    public var stoppedRules: [String] { machines.filter(\.state.isStopped).map(\.plan.rule.id) }
    /// What each rule remembers now, in pieces of some 100 bytes, in the order of the rules.
    public var sizes: [Int] { machines.map(\.state.size) }
    /// How many aircraft are known.
    public var aircraftCount: Int { sky.count }

    // MARK: One event

    private mutating func take(_ event: WatchEvent, _ outputs: inout [WatchOutput]) {
        if case .listening(let isListening) = event.content {
            listened.set(isListening, at: event.time)
            return
        }
        if event.time >= nextSweep { sweep(event.time) }
        let number = sky.number(of: event.aircraft) ?? sky.add(AircraftState(address: event.aircraft))
        // Whoever nothing was told of for longer than any rule remembers begins anew, whether the number was swept up meanwhile or not.
        if isForgotten(sky.aircraft[Int(number)], at: event.time) { sky.renew(number) }
        sky.apply(event, to: number)
        updateMemberships(event, number)
        for rule in wakers.rules(sky) { run(rule, event, &outputs) }
    }

    private mutating func run(_ rule: Int, _ event: WatchEvent, _ outputs: inout [WatchOutput]) {
        guard !machines[rule].state.isStopped else { return }
        let plan = machines[rule].plan
        let matcher = Matcher(sky: sky, plan: plan)
        var found: [Match] = []
        for (due, binding) in machines[rule].take(matcher, listened: listened.reading(at: event.time), &found) {
            deadlines.add(Deadlines.Entry(due: due, rule: rule, binding: binding))
        }
        if found.count > 1 { found.sort { isBefore($0.binding, $1.binding) } }
        for match in found { tell(match, rule, &outputs) }
        stopIfTooLarge(rule, event.time, &outputs)
    }

    private mutating func stopIfTooLarge(_ rule: Int, _ time: Timestamp, _ outputs: inout [WatchOutput]) {
        guard machines[rule].state.size > maximumRuleSize else { return }
        machines[rule].prune(time, sky)
        let size = machines[rule].state.size
        guard size > maximumRuleSize else { return }
        let plan = machines[rule].plan
        machines[rule].state = RuleState(steps: plan.steps.count)
        machines[rule].state.isStopped = true
        outputs.append(.stopped(ruleID: plan.rule.id, version: plan.rule.version, at: time, size: size))
    }

    private mutating func tell(_ match: Match, _ rule: Int, _ outputs: inout [WatchOutput]) {
        let plan = machines[rule].plan
        guard let suppressed = machines[rule].admit(match) else { return }
        let aircraft = sky.aircraft
        let alert = WatchAlert(match, plan.rule, suppressedBefore: suppressed) { aircraft[Int($0)].address }
        outputs.append(.alert(alert))
        var known: [AircraftAddress: AircraftSnapshot] = [:]
        for address in alert.bound.flatMap(\.aircraft).prefix(Self.maximumSnapshots) {
            if let number = sky.number(of: address) { known[address] = AircraftSnapshot(aircraft[Int(number)]) }
        }
        snapshots[alert.id] = known
    }

    /// Ends waits whose deadline lies before an instant.
    private mutating func fire(before instant: Timestamp, _ outputs: inout [WatchOutput]) {
        while let first = deadlines.first, let time = listened.instant(of: first.due), time < instant {
            var entries: [Deadlines.Entry] = []
            while let entry = deadlines.first, entry.due == first.due { entries.append(deadlines.removeFirst()) }
            entries.sort { $0.rule != $1.rule ? $0.rule < $1.rule : isBefore($0.binding, $1.binding) }
            for entry in entries {
                if let match = machines[entry.rule].fire(entry.binding, due: entry.due, at: time) {
                    tell(match, entry.rule, &outputs)
                }
            }
        }
    }

    /// By addresses of the aircraft, variable for variable.
    private func isBefore(_ left: Binding, _ right: Binding) -> Bool {
        for variable in 0..<WatchRule.maximumVariables where left[variable] != right[variable] {
            guard left[variable] >= 0, right[variable] >= 0 else { return left[variable] < right[variable] }
            return sky.aircraft[Int(left[variable])].address < sky.aircraft[Int(right[variable])].address
        }
        return false
    }
}
