import Aero

extension WatchEngine {
    /// `PWS2`: Pelacak watch state, second form.
    private static let magic: [UInt8] = [80, 87, 83, 50]

    /// All that the engine remembers, the events that wait included; the same state gives the same bytes.
    ///
    /// What a rule remembers stands under its id, version and text; areas and levels stand under what they are, so that the state is
    /// read again beside other rules.
    public var stateBytes: [UInt8] {
        var writer = StateWriter()
        for byte in Self.magic { writer.byte(byte) }
        writer.put(watermark)
        writer.put(lastKey)
        writer.put(nextSweep)
        writer.put(listened.lost)
        writer.put(listened.downSince)
        writer.put(sky.catalogue.areas.map(\.stableName))
        writer.put(sky.catalogue.levels.map(\.stableName))
        writer.put(sky.aircraft)
        writer.put(machines.count)
        for machine in machines {
            writer.put(machine.plan.rule.stableName)
            var state = StateWriter()
            state.put(machine.state)
            writer.put(state.bytes.count)
            for byte in state.bytes { writer.byte(byte) }
        }
        writer.put(buffer.all.sorted { $0.key < $1.key })
        var sum = StableHash()
        for byte in writer.bytes { sum.add(byte) }
        return writer.bytes + Array(sum.digits.utf8)
    }

    /// An engine that goes on where another one was when it wrote its state.
    ///
    /// Rules of which the state says nothing begin afresh; rules that are not there any more are forgotten.
    public init(
        rules: [WatchRule],
        context: WatchContext = WatchContext(),
        state bytes: [UInt8],
        maximumRuleSize: Int = WatchEngine.maximumRuleSize
    ) throws(WatchRestoreError) {
        do {
            try self.init(rules: rules, context: context, maximumRuleSize: maximumRuleSize)
        } catch {
            throw .rule(error)
        }
        do {
            try restore(bytes)
        } catch {
            throw .state(error)
        }
    }

    private mutating func restore(_ bytes: [UInt8]) throws(WatchStateError) {
        guard bytes.count >= Self.magic.count + 32, bytes.starts(with: Self.magic) else { throw .wrongForm }
        let content = Array(bytes.dropLast(32))
        var sum = StableHash()
        for byte in content { sum.add(byte) }
        guard bytes.suffix(32).elementsEqual(sum.digits.utf8) else { throw .wrongSum }
        var reader = StateReader(Array(content.dropFirst(Self.magic.count)))
        watermark = try reader.take()
        lastKey = try reader.take()
        nextSweep = try reader.take()
        listened = ListenedTime(lost: try reader.take(), downSince: try reader.take())
        try restoreAircraft(&reader)
        try restoreMachines(&reader)
        for event in try reader.take([WatchEvent].self) { buffer.add(event) }
        guard reader.isAtEnd else { throw reader.badValue }
        for (rule, machine) in machines.enumerated() {
            for (binding, wait) in machine.state.waits {
                deadlines.add(Deadlines.Entry(due: wait.due, rule: rule, binding: binding))
            }
        }
    }

    /// Aircraft, with the numbers of areas and levels as the rules of now have them.
    private mutating func restoreAircraft(_ reader: inout StateReader) throws(WatchStateError) {
        let areas = Self.numbers(try reader.take([String].self), sky.catalogue.areas.map(\.stableName))
        let levels = Self.numbers(try reader.take([String].self), sky.catalogue.levels.map(\.stableName))
        for var state in try reader.take([AircraftState].self) {
            guard !state.isGone else {
                sky.addFree(state)
                continue
            }
            guard sky.number(of: state.address) == nil else { throw reader.badValue }
            guard state.inside.allSatisfy(areas.indices.contains),
                state.levels.allSatisfy({ levels.indices.contains($0.level) })
            else { throw reader.badValue }
            state.inside = state.inside.compactMap { areas[$0] }.sorted()
            state.levels = state.levels.compactMap { run in
                levels[run.level].map { .init(level: $0, since: run.since, last: run.last, isTold: run.isTold) }
            }
            setMemberships(sky.restore(state), callsignOnly: false)
        }
    }

    private mutating func restoreMachines(_ reader: inout StateReader) throws(WatchStateError) {
        var numbers: [String: Int] = [:]
        for (number, machine) in machines.enumerated() { numbers[machine.plan.rule.stableName] = number }
        for _ in 0..<(try reader.count()) {
            let name = try reader.take(String.self)
            let length = try reader.count()
            guard let number = numbers[name] else {
                for _ in 0..<length { _ = try reader.byte() }
                continue
            }
            let start = reader.place
            let state = try reader.take(RuleState.self)
            guard reader.place - start == length,
                state.isSound(aircraft: sky.aircraft.count, machines[number].plan)
            else { throw reader.badValue }
            machines[number].state = state
        }
    }

    /// For each old name the place of the same name now.
    private static func numbers(_ old: [String], _ now: [String]) -> [Int?] {
        old.map { name in now.firstIndex(of: name) }
    }
}
