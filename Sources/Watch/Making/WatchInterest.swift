public import Aero

/// Of whom rules may want to know what.
///
/// Events are made of those alone whom a rule can concern: an aircraft that can be no variable of any rule changes no match. Callsigns and
/// other variables are not looked at, so that more are named than are needed, and never fewer.
public struct WatchInterest: Sendable {
    private let wants: [(identity: IdentityTest, needs: WatchNeeds)]
    /// The shortest time after which somebody counts as heard again; `nil` where no rule asks.
    public let reappearance: RuleDuration?

    public init(_ rules: [WatchRule]) {
        var wants: [(identity: IdentityTest, needs: WatchNeeds)] = []
        var reappearance: RuleDuration?
        for rule in rules {
            for (number, variable) in rule.variables.enumerated() {
                wants.append((variable.identity, Self.needs(of: number, in: rule)))
            }
            for case .reappeared(let after) in rule.triggers.map(\.what) {
                reappearance = min(after, reappearance ?? after)
            }
        }
        self.wants = wants
        self.reappearance = reappearance
    }

    /// Whether anything is asked of anybody.
    public var isEmpty: Bool { wants.isEmpty }

    /// What may be asked of an aircraft.
    public func needs(of address: AircraftAddress, _ identity: WatchIdentity) -> WatchNeeds {
        var needs: WatchNeeds = []
        for want in wants where !needs.isSuperset(of: want.needs) {
            if want.identity.mayHold(of: address, identity) ?? true { needs.formUnion(want.needs) }
        }
        return needs
    }

    private static func needs(of variable: Int, in rule: WatchRule) -> WatchNeeds {
        var needs: WatchNeeds = .hearing
        for trigger in rule.triggers where trigger.variable == variable {
            switch trigger.what {
            case .takeoff, .landing: needs.insert(.legs)
            // Whether it fell silent on the ground is told by its flights.
            case .silent: needs.formUnion([.silences, .legs])
            case .firstEver, .reappeared: needs.insert(.past)
            case .heard, .enters, .leaves, .squawk, .callsignChanged, .sourceLost, .interference, .level: break
            }
        }
        for condition in rule.pattern.conditions {
            for case .sameAirport(let one, let other) in condition.guards where one == variable || other == variable {
                needs.insert(.legs)
            }
        }
        return needs
    }
}

extension WatchRule {
    /// All that can make a condition of it true.
    var triggers: [Trigger] { pattern.conditions.flatMap(\.allTriggers) }
}

extension IdentityTest {
    /// Whether an aircraft may have this identity: `nil` where that hangs on its callsign or on another aircraft.
    func mayHold(of address: AircraftAddress, _ identity: WatchIdentity) -> Bool? {
        switch self {
        case .all(let parts):
            let told = parts.map { $0.mayHold(of: address, identity) }
            return told.contains(false) ? false : told.contains(nil) ? nil : true
        case .any(let parts):
            let told = parts.map { $0.mayHold(of: address, identity) }
            return told.contains(true) ? true : told.contains(nil) ? nil : false
        case .not(let part): return part.mayHold(of: address, identity).map { !$0 }
        case .sameFleet, .same, .callsign: return nil
        case .hex(let pattern): return pattern.contains(address)
        case .registration(let pattern): return identity.registration.map(pattern.matches) ?? false
        case .type(let type): return identity.type == type
        case .operatorCode(let code): return identity.operatorCode == code
        case .list(let list): return identity.lists.contains(list)
        case .country(let country): return identity.country == country
        case .category(let category): return identity.category == category
        }
    }
}
