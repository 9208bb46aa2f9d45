import Aero
import Flights

@testable import Watch

/// What was so at an event, looked up in the whole list every time: slow, and straight from the meaning of the rule language.
struct ReferenceFacts {
    /// In their total order, each once.
    let events: [WatchEvent]
    let context: WatchContext

    init(_ events: [WatchEvent], _ context: WatchContext) {
        var once: [EventKey: WatchEvent] = [:]
        for event in events { once[event.key] = event }
        self.events = once.values.sorted { $0.key < $1.key }
        self.context = context
    }

    /// Events of an aircraft up to one, with their places.
    private func history(_ aircraft: AircraftAddress, _ now: Int) -> [WatchEvent] {
        events[...now].filter { event in
            if case .listening = event.content { return false }
            return event.aircraft == aircraft
        }
    }

    func isOf(_ aircraft: AircraftAddress, _ now: Int) -> Bool {
        if case .listening = events[now].content { return false }
        return events[now].aircraft == aircraft
    }

    // MARK: Identity

    func hasIdentity(_ test: IdentityTest, _ variable: Int, _ binding: [AircraftAddress], _ now: Int) -> Bool {
        let aircraft = binding[variable]
        let past = history(aircraft, now)
        guard !past.isEmpty else { return false }
        return holds(test, aircraft, binding, now)
    }

    private func register(_ aircraft: AircraftAddress, _ now: Int) -> WatchIdentity {
        for event in history(aircraft, now).reversed() {
            if case .identified(let identity) = event.content { return identity }
        }
        return WatchIdentity()
    }

    private func callsign(_ aircraft: AircraftAddress, _ now: Int) -> String? {
        for event in history(aircraft, now).reversed() {
            if case .callsign(let callsign) = event.content { return callsign }
        }
        return nil
    }

    private func holds(
        _ test: IdentityTest,
        _ aircraft: AircraftAddress,
        _ binding: [AircraftAddress],
        _ now: Int
    ) -> Bool {
        let register = register(aircraft, now)
        switch test {
        case .all(let parts): return parts.allSatisfy { holds($0, aircraft, binding, now) }
        case .any(let parts): return parts.contains { holds($0, aircraft, binding, now) }
        case .not(let part): return !holds(part, aircraft, binding, now)
        case .hex(let pattern): return pattern.contains(aircraft)
        case .registration(let pattern): return register.registration.map(pattern.matches) ?? false
        case .callsign(let pattern): return callsign(aircraft, now).map(pattern.matches) ?? false
        case .type(let type): return register.type == type
        case .operatorCode(let code): return register.operatorCode == code
        case .list(let list): return register.lists.contains(list)
        case .country(let country): return register.country == country
        case .category(let category): return register.category == category
        case .sameFleet(let other):
            let theirs = self.register(binding[other], now)
            return register.fleet != nil && register.fleet == theirs.fleet
        case .same(let other): return aircraft == binding[other]
        }
    }

    // MARK: Conditions

    func isTrue(_ condition: Condition, _ now: Int, _ binding: [AircraftAddress]) -> Bool {
        switch condition {
        case .all(let parts): return parts.allSatisfy { isTrue($0, now, binding) }
        case .any(let parts): return parts.contains { isTrue($0, now, binding) }
        case .not(let part): return !isTrue(part, now, binding)
        case .happens(let trigger):
            return isOf(binding[trigger.variable], now) && happens(trigger.what, binding[trigger.variable], now)
        case .holds(let test): return holds(test, now, binding)
        }
    }

    private func holds(_ test: Guard, _ now: Int, _ binding: [AircraftAddress]) -> Bool {
        switch test {
        case .within(let one, let other, let km, let age):
            guard let here = place(binding[one], now), let there = place(binding[other], now) else { return false }
            if let age {
                let time = events[now].time.nanoseconds
                if time - here.time.nanoseconds > age.nanoseconds || time - there.time.nanoseconds > age.nanoseconds {
                    return false
                }
            }
            return Geodesy.distance(here.position, there.position).rawValue <= km * 1000
        case .sameAirport(let one, let other):
            guard let here = airport(binding[one], now), let there = airport(binding[other], now) else { return false }
            return here == there
        case .inside(let one, let area): return inside(binding[one], self.area(area), now).last ?? false
        case .time(let window):
            let zone = WatchZone(fixed: window.zone) ?? context.zones[window.zone]
            let time = events[now].time
            return window.contains(time, offsetSeconds: zone?.offsetSeconds(at: time) ?? 0)
        }
    }

    private func place(_ aircraft: AircraftAddress, _ now: Int) -> (time: Timestamp, position: Position)? {
        for event in history(aircraft, now).reversed() {
            if case .sample(let sample) = event.content, let position = sample.position {
                return (event.time, position)
            }
        }
        return nil
    }

    private func airport(_ aircraft: AircraftAddress, _ now: Int) -> String? {
        for event in history(aircraft, now).reversed() {
            switch event.content {
            case .takeoff(let airport, _), .landing(let airport, _): return airport
            default: continue
            }
        }
        return nil
    }

    private func area(_ reference: AreaReference) -> WatchArea {
        switch reference {
        case .inline(let area): area
        case .named(let name): context.areas[name] ?? WatchArea(.circle(centre: .origin, radius: 0))
        }
    }

    /// Whether it was inside after each of its events.
    private func inside(_ aircraft: AircraftAddress, _ area: WatchArea, _ now: Int) -> [Bool] {
        var isInside = false
        return history(aircraft, now).map { event in
            if case .sample(let sample) = event.content, let position = sample.position {
                let distance = area.distance(from: position)
                isInside = isInside ? distance <= area.hysteresis : distance.rawValue == 0
            }
            return isInside
        }
    }

    private func happens(_ what: Trigger.What, _ aircraft: AircraftAddress, _ now: Int) -> Bool {
        let event = events[now]
        switch (what, event.content) {
        case (.heard, .sample), (.heard, .callsign), (.heard, .squawk): return true
        case (.firstEver, .firstEver), (.sourceLost, .sourceLost), (.interference, .interference): return true
        case (.reappeared(let after), .reappeared(let before)):
            return event.time.nanoseconds - before.nanoseconds >= after.nanoseconds
        case (.takeoff(let at, let kinds), .takeoff(let airport, let knowing)),
            (.landing(let at, let kinds), .landing(let airport, let knowing)):
            return kinds.contains(knowing) && (at.isEmpty || at.contains { $0 == airport })
        case (.enters(let reference), _):
            let inside = inside(aircraft, area(reference), now)
            return inside.last == true && inside.dropLast().last != true
        case (.leaves(let reference), _):
            let inside = inside(aircraft, area(reference), now)
            return inside.last == false && inside.dropLast().last == true
        case (.silent(let atLeast, let classes), .silent):
            guard let silence = silence(aircraft, now), let last = silence.judged.last, last.event == event else {
                return false
            }
            let fits = silence.judged.filter { judged in
                judged.event.time.nanoseconds - silence.since.nanoseconds >= atLeast.nanoseconds
                    && classes.contains(judged.gapClass)
            }
            return fits.count == 1 && fits[0].event == event
        case (.squawk(let codes), .squawk(let code, _)):
            return isToldCode(aircraft, now) && (codes.isEmpty || codes.contains(code.rawValue))
        case (.callsignChanged(let pattern), .callsign(let callsign)):
            guard let before = now > 0 ? self.callsign(aircraft, now - 1) : nil else { return false }
            return before != callsign && pattern?.matches(callsign) ?? true
        case (.level(let test), .sample): return isRaised(test, aircraft, now)
        default: return false
        }
    }
}
