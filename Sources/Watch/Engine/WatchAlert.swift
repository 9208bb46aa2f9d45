public import Aero

/// A rule came true: which, when, of whom, by which events.
public struct WatchAlert: Hashable, Sendable {
    /// A variable and the aircraft it was; several in a count over all aircraft.
    public struct Bound: Hashable, Sendable {
        public let variable: String
        public let aircraft: [AircraftAddress]
    }

    /// The same for the same rule, version, aircraft and first event, wherever and whenever it is computed: 32 hexadecimal digits.
    public let id: String
    public let ruleID: String
    public let ruleVersion: Int
    /// Of the event that completed it, or the deadline that passed.
    public let time: Timestamp
    public let bound: [Bound]
    /// What it rests on, in order.
    public let events: [EventKey]
    /// Matches under the same cooldown key that were not told since the last alert.
    public let suppressedBefore: Int

    init(_ match: Match, _ rule: WatchRule, suppressedBefore: Int, address: (Int32) -> AircraftAddress) {
        ruleID = rule.id
        ruleVersion = rule.version
        time = match.time
        events = match.events
        self.suppressedBefore = suppressedBefore
        var bound: [Bound] = []
        for (index, variable) in rule.variables.enumerated() {
            let number = match.binding[index]
            let aircraft = number >= 0 ? [address(number)] : Set(match.events.map(\.aircraft)).sorted()
            bound.append(Bound(variable: variable.name, aircraft: aircraft))
        }
        self.bound = bound
        var hash = StableHash()
        hash.add(rule.id)
        hash.add(UInt64(rule.version))
        for one in bound {
            hash.add(one.variable)
            hash.add(UInt64(one.aircraft.count))
            for aircraft in one.aircraft { hash.add(UInt64(aircraft.rawValue)) }
        }
        hash.add(UInt64(bitPattern: (match.events.first?.time ?? match.time).nanoseconds))
        id = hash.digits
    }

    /// One line of JSON, the same bytes for the same alert.
    public var json: String {
        func text(_ string: String) -> RuleValue { RuleValue(.text(string)) }
        func whole(_ number: some BinaryInteger) -> RuleValue { text(String(number)) }
        let bound = bound.map { one in
            RuleMember(one.variable, RuleValue(.list(one.aircraft.map { text($0.hex) })))
        }
        let events = events.map { event in
            RuleValue(
                .map([
                    RuleMember("nanoseconds", whole(event.time.nanoseconds)),
                    RuleMember("aircraft", text(event.aircraft.hex)),
                    RuleMember("kind", text("\(event.kind)")),
                    RuleMember("event", whole(event.id)),
                ])
            )
        }
        return RuleValue(
            .map([
                RuleMember("id", text(id)),
                RuleMember("rule", text(ruleID)),
                RuleMember("version", RuleValue(.number(Double(ruleVersion)))),
                RuleMember("nanoseconds", whole(time.nanoseconds)),
                RuleMember("bound", RuleValue(.map(bound))),
                RuleMember("events", RuleValue(.list(events))),
                RuleMember("suppressedBefore", RuleValue(.number(Double(suppressedBefore)))),
            ])
        ).json
    }
}
