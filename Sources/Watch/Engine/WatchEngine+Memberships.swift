extension WatchEngine {
    /// Asks anew which variables an aircraft may be, where an event can have changed it.
    mutating func updateMemberships(_ event: WatchEvent, _ number: Int32) {
        if sky.aircraft[Int(number)].memberships.isEmpty {
            setMemberships(number, callsignOnly: false)
        } else if case .identified = event.content {
            setMemberships(number, callsignOnly: false)
        } else if case .callsign = event.content {
            setMemberships(number, callsignOnly: true)
        }
    }

    /// - Parameter callsignOnly: leaves variables alone that do not ask the callsign.
    mutating func setMemberships(_ number: Int32, callsignOnly: Bool) {
        let state = sky.aircraft[Int(number)]
        var bits = state.memberships
        if bits.isEmpty { bits = Array(repeating: 0, count: (wakers.rules.count + 64) / 64) }
        for place in variables.indices where !callsignOnly || variables[place].asksCallsign {
            let may = sky.maySatisfy(variables[place].identity, state) ?? true
            let bit = UInt64(1) << UInt64(place & 63)
            if may { bits[place >> 6] |= bit } else { bits[place >> 6] &= ~bit }
            guard variables[place].isLookedFor else { continue }
            if may { sky.members[place].insert(number) } else { sky.members[place].remove(number) }
        }
        let heard = wakers.heard.filter { bits[$0 >> 6] >> UInt64($0 & 63) & 1 == 1 }.map { wakers.rules[$0] }
        sky.setMemberships(bits, heardRules: Set(heard).sorted(), of: number)
    }
}
