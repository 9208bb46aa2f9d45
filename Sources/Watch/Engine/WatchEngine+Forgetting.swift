import Aero

extension WatchEngine {
    /// An aircraft of which nothing was told for so long is as one never heard of: a day longer than the longest rule. Seconds.
    static let forgetSeconds = Double(WatchRule.longestWindow.seconds) + 86_400
    /// Aircraft remembered at most; beyond, those told of longest ago are forgotten that no rule waits for. Ours: some 100 MB.
    static let maximumAircraft = 200_000

    func isForgotten(_ state: AircraftState, at time: Timestamp) -> Bool {
        state.lastEvent.nanoseconds != .min && time.seconds(since: state.lastEvent) > Self.forgetSeconds
    }

    /// Forgets what no event can complete any more, every ten minutes of event time.
    mutating func sweep(_ time: Timestamp) {
        nextSweep = time.advanced(bySeconds: 600)
        for rule in machines.indices { machines[rule].prune(time, sky) }
        sweepAircraft(time)
    }

    private func sweepAircraft(_ time: Timestamp) {
        let most = Self.maximumAircraft
        var old = sky.aircraft.indices.filter { !sky.aircraft[$0].isGone && isForgotten(sky.aircraft[$0], at: time) }
        if sky.count - old.count > most {
            let times = sky.aircraft.lazy.filter { !$0.isGone }.map(\.lastEvent).sorted()
            let bound = times[times.count - most * 9 / 10]
            old = sky.aircraft.indices.filter { !sky.aircraft[$0].isGone && sky.aircraft[$0].lastEvent < bound }
        }
        guard !old.isEmpty else { return }
        var waited: Set<Int32> = []
        for machine in machines { machine.state.addAircraft(to: &waited) }
        for number in old where !waited.contains(Int32(number)) { sky.forget(Int32(number)) }
    }
}

extension RuleState {
    /// Adds the numbers of all aircraft it remembers something of.
    func addAircraft(to numbers: inout Set<Int32>) {
        func add(_ bindings: some Sequence<Binding>) {
            for binding in bindings {
                for variable in 0..<WatchRule.maximumVariables where binding[variable] >= 0 {
                    numbers.insert(binding[variable])
                }
            }
        }
        for step in runs.indices {
            add(runs[step].keys)
            add(taken[step].keys)
            add(seen[step].keys)
            add(told[step].keys)
        }
        add(completed.keys)
        add(waits.keys)
        add(counted.keys)
        add(cooldowns.keys)
    }
}
