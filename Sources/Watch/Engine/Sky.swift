import Aero

/// All aircraft as known at the time of an event, and what the event does to them.
///
/// A class, because it is handed to every rule at every event. Unchecked: only `WatchEngine.advance` and restoring change one, and only one
/// that no other engine holds (`isKnownUniquelyReferenced`).
final class Sky: @unchecked Sendable {
    private(set) var aircraft: [AircraftState] = []
    private var numbers: [AircraftAddress: Int32] = [:]
    /// Numbers of aircraft that were forgotten.
    private var free: [Int32] = []
    /// By variable of all rules: who may be it, for variables that are looked for.
    var members: [Set<Int32>]
    private var fleets: [String: Int32] = [:]
    /// Who is of a fleet, by its number.
    private(set) var fleetMembers: [Set<Int32>] = []
    let catalogue: Catalogue
    private let gates: [LevelGate]
    private let grid: AreaGrid
    var happening: Happening

    init(_ catalogue: Catalogue, variables: Int) {
        self.catalogue = catalogue
        gates = catalogue.levels.map(LevelGate.init)
        grid = AreaGrid(catalogue.areas)
        members = Array(repeating: [], count: variables)
        let nothing = WatchEvent(
            time: Timestamp(nanoseconds: 0),
            aircraft: AircraftAddress(icao: 0),
            id: 0,
            .listening(true)
        )
        happening = Happening(event: nothing)
    }

    /// The same for another engine.
    init(copying other: Sky) {
        aircraft = other.aircraft
        numbers = other.numbers
        free = other.free
        members = other.members
        fleets = other.fleets
        fleetMembers = other.fleetMembers
        catalogue = other.catalogue
        gates = other.gates
        grid = other.grid
        happening = other.happening
    }

    func number(of address: AircraftAddress) -> Int32? { numbers[address] }

    /// How many aircraft are known.
    var count: Int { numbers.count }

    func add(_ state: AircraftState) -> Int32 {
        let number = free.popLast() ?? Int32(aircraft.count)
        numbers[state.address] = number
        if Int(number) < aircraft.count { aircraft[Int(number)] = state } else { aircraft.append(state) }
        setFleet(state.identity.fleet, of: number)
        return number
    }

    /// Takes up an aircraft under the number it had when a state was written: rules remember it by that.
    func restore(_ state: AircraftState) -> Int32 {
        let number = Int32(aircraft.count)
        numbers[state.address] = number
        aircraft.append(state)
        setFleet(state.identity.fleet, of: number)
        return number
    }

    /// Takes up a number that is free, as it was when a state was written.
    func addFree(_ state: AircraftState) {
        free.append(Int32(aircraft.count))
        aircraft.append(state)
    }

    /// Begins anew with an aircraft that nothing was told of for so long.
    func renew(_ number: Int32) { aircraft[Int(number)] = aircraft[Int(number)].renewed }

    /// Forgets an aircraft; its number may be given to another.
    func forget(_ number: Int32) {
        numbers[aircraft[Int(number)].address] = nil
        for variable in members.indices { members[variable].remove(number) }
        setFleet(nil, of: number)
        var gone = AircraftState(address: aircraft[Int(number)].address)
        gone.isGone = true
        aircraft[Int(number)] = gone
        free.append(number)
    }

    private func setFleet(_ name: String?, of number: Int32) {
        let (old, new) = (aircraft[Int(number)].fleet, fleetNumber(name))
        aircraft[Int(number)].fleet = new
        if old >= 0, old != new { fleetMembers[Int(old)].remove(number) }
        if new >= 0 { fleetMembers[Int(new)].insert(number) }
    }

    private func fleetNumber(_ fleet: String?) -> Int32 {
        guard let fleet else { return -1 }
        if let known = fleets[fleet] { return known }
        let number = Int32(fleets.count)
        fleets[fleet] = number
        fleetMembers.append([])
        return number
    }

    func setMemberships(_ bits: [UInt64], heardRules: [Int], of number: Int32) {
        aircraft[Int(number)].memberships = bits
        aircraft[Int(number)].heardRules = heardRules
    }

    /// Takes an event of a known aircraft into its state; what follows stands in `happening`.
    func apply(_ event: WatchEvent, to number: Int32) {
        happening.begin(event, number)
        apply(event, &aircraft[Int(number)])
        if case .identified(let identity) = event.content { setFleet(identity.fleet, of: number) }
    }

    /// The state is handed on whole: asked for once, it is not looked up and checked again for each thing that changes.
    private func apply(_ event: WatchEvent, _ state: inout AircraftState) {
        state.lastEvent = event.time
        if happening.isHeard {
            state.lastHeard = event.time
            state.silence = nil
        }
        switch event.content {
        case .identified(let identity): state.identity = identity
        case .callsign(let callsign):
            happening.isNewCallsign = state.callsign.map { $0 != callsign } ?? false
            state.callsign = callsign
        case .takeoff(let airport, _), .landing(let airport, _): state.airport = airport
        case .sample(let sample): apply(sample, &state, event.time)
        case .squawk(let squawk, let isCertain): apply(squawk, isCertain, &state, event.time)
        case .silent(let since, let gapClass):
            let judgement = SilenceState.Judgement(time: event.time, gapClass: gapClass)
            happening.isSilent = apply(judgement, since, &state)
        case .firstEver, .reappeared, .sourceLost, .interference, .listening: break
        }
    }

    private func apply(_ sample: WatchSample, _ state: inout AircraftState, _ time: Timestamp) {
        if let altitude = sample.barometricAltitude { state.barometricAltitude = altitude }
        if let position = sample.position {
            state.position = position
            state.positionTime = time
            move(&state, position)
        }
        for level in gates.indices {
            guard let isHeld = gates[level].isHeld(sample, altitude: state.barometricAltitude) else { continue }
            if !isHeld, state.levels.isEmpty { continue }
            raise(level, isHeld, &state, time)
        }
    }

    /// Areas entered and left by coming to a place.
    private func move(_ state: inout AircraftState, _ position: Position) {
        guard !catalogue.areas.isEmpty else { return }
        for number in state.inside {
            let area = catalogue.areas[number]
            if area.distance(from: position) > area.hysteresis { happening.left.append(number) }
        }
        var entered: [Int] = []
        grid.forEach(near: position) { area in
            if !state.inside.contains(area), catalogue.areas[area].contains(position) { entered.append(area) }
        }
        guard !entered.isEmpty || !happening.left.isEmpty else { return }
        happening.entered = entered
        state.inside = (state.inside.filter { !happening.left.contains($0) } + entered).sorted()
    }

    private func raise(_ level: Int, _ isHeld: Bool, _ state: inout AircraftState, _ time: Timestamp) {
        let place = state.levels.firstIndex { $0.level == level }
        guard isHeld else {
            if let place { state.levels.remove(at: place) }
            return
        }
        var run = AircraftState.LevelRun(level: level, since: time, last: time, isTold: false)
        if let place {
            let old = state.levels[place]
            if time.nanoseconds - old.last.nanoseconds <= LevelTest.longestStep.nanoseconds || old.isTold { run = old }
        }
        run.last = time
        if !run.isTold, time.nanoseconds - run.since.nanoseconds >= gates[level].duration {
            run.isTold = true
            happening.raised.append(level)
        }
        if let place { state.levels[place] = run } else { state.levels.append(run) }
    }

    /// A code is told once, an alerting one when a second message a second later says it too and one of them is certain.
    private func apply(_ squawk: Squawk, _ isCertain: Bool, _ state: inout AircraftState, _ time: Timestamp) {
        var run = AircraftState.CodeRun(code: squawk.rawValue, since: time, isCertain: isCertain, isTold: false)
        if let old = state.code, old.code == squawk.rawValue {
            run = old
            run.isCertain = old.isCertain || isCertain
        }
        let isAgreed = run.isCertain && time.nanoseconds - run.since.nanoseconds >= 1_000_000_000
        if !run.isTold, !squawk.isAlerting || isAgreed {
            run.isTold = true
            happening.code = squawk.rawValue
        }
        state.code = run
    }

    /// - Returns: whether the judgement is of a silence that still lasts.
    private func apply(_ judgement: SilenceState.Judgement, _ since: Timestamp, _ state: inout AircraftState) -> Bool {
        guard since <= judgement.time else { return false }
        if let heard = state.lastHeard, since < heard { return false }
        var silence = state.silence ?? SilenceState(since: since)
        if silence.since != since { silence = SilenceState(since: since) }
        guard silence.judgements.count < SilenceState.maximumJudgements else { return false }
        silence.judgements.append(judgement)
        state.silence = silence
        return true
    }
}
