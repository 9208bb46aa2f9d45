import Aero
import Flights

extension Sky {
    /// Whether a test is true of the event that happens now.
    func isTrue(_ test: Test, _ binding: Binding) -> Bool {
        switch test {
        case .all(let parts): return parts.allSatisfy { isTrue($0, binding) }
        case .any(let parts): return parts.contains { isTrue($0, binding) }
        case .not(let part): return !isTrue(part, binding)
        case .happens(let variable, let signal): return binding[variable] == happening.aircraft && happens(signal)
        case .within(let one, let other, let distance, let age):
            let (first, second) = (Int(binding[one]), Int(binding[other]))
            guard let here = aircraft[first].position, let there = aircraft[second].position else { return false }
            if let age {
                let oldest = min(aircraft[first].positionTime, aircraft[second].positionTime)
                guard happening.event.time.nanoseconds - oldest.nanoseconds <= age else { return false }
            }
            return Geodesy.distance(here, there) <= distance
        case .sameAirport(let one, let other):
            let airport = aircraft[Int(binding[one])].airport
            return airport != nil && airport == aircraft[Int(binding[other])].airport
        case .inside(let one, let area): return aircraft[Int(binding[one])].inside.contains(area)
        case .time(let window, let zone):
            let time = happening.event.time
            return window.contains(time, offsetSeconds: zone.offsetSeconds(at: time))
        }
    }

    /// Whether this happened to the aircraft of the event.
    private func happens(_ signal: Signal) -> Bool {
        switch (signal, happening.event.content) {
        case (.heard, _): return happening.isHeard
        case (.firstEver, .firstEver), (.sourceLost, .sourceLost), (.interference, .interference):
            return true
        case (.reappeared(let after), .reappeared(let lastHeard)):
            return happening.event.time.nanoseconds - lastHeard.nanoseconds >= after
        case (.takeoff(let codes, let kinds), .takeoff(let airport, let knowing)),
            (.landing(let codes, let kinds), .landing(let airport, let knowing)):
            return kinds.contains(knowing) && (codes.isEmpty || airport.map(codes.contains) ?? false)
        case (.enters(let area), _): return happening.entered.contains(area)
        case (.leaves(let area), _): return happening.left.contains(area)
        case (.level(let level), _): return happening.raised.contains(level)
        case (.silent(let atLeast, let classes), .silent):
            guard happening.isSilent, let silence = aircraft[Int(happening.aircraft)].silence else { return false }
            return silence.isNewlyAccepted(atLeast: atLeast, classes: classes)
        case (.squawk(let codes), _): return happening.code.map { codes.isEmpty || codes.contains($0) } ?? false
        case (.callsignChanged(let pattern), .callsign(let callsign)):
            return happening.isNewCallsign && (pattern?.matches(callsign) ?? true)
        default: return false
        }
    }

    /// Whether an aircraft may be a variable with this identity: `nil` where that hangs on other variables.
    func maySatisfy(_ test: IdentityTest, _ state: AircraftState) -> Bool? {
        switch test {
        case .all(let parts):
            var isKnown = true
            for part in parts {
                switch maySatisfy(part, state) {
                case false?: return false
                case nil: isKnown = false
                default: break
                }
            }
            return isKnown ? true : nil
        case .any(let parts):
            var isKnown = true
            for part in parts {
                switch maySatisfy(part, state) {
                case true?: return true
                case nil: isKnown = false
                default: break
                }
            }
            return isKnown ? false : nil
        case .not(let part): return maySatisfy(part, state).map { !$0 }
        case .sameFleet, .same: return nil
        default: return isOwn(test, state)
        }
    }

    /// Whether the aircraft bound to a variable has this identity, all variables it asks about being bound.
    func satisfies(_ test: IdentityTest, _ number: Int32, _ binding: Binding) -> Bool {
        switch test {
        case .all(let parts): return parts.allSatisfy { satisfies($0, number, binding) }
        case .any(let parts): return parts.contains { satisfies($0, number, binding) }
        case .not(let part): return !satisfies(part, number, binding)
        case .same(let other): return binding[other] == number
        case .sameFleet(let other):
            let fleet = aircraft[Int(number)].fleet
            return fleet >= 0 && fleet == aircraft[Int(binding[other])].fleet
        default: return isOwn(test, aircraft[Int(number)])
        }
    }

    private func isOwn(_ test: IdentityTest, _ state: AircraftState) -> Bool {
        switch test {
        case .hex(let pattern): pattern.contains(state.address)
        case .registration(let pattern): state.identity.registration.map(pattern.matches) ?? false
        case .callsign(let pattern): state.callsign.map(pattern.matches) ?? false
        case .type(let type): state.identity.type == type
        case .operatorCode(let code): state.identity.operatorCode == code
        case .list(let list): state.identity.lists.contains(list)
        case .country(let country): state.identity.country == country
        case .category(let category): state.identity.category == category
        default: false
        }
    }
}
