/// What must be true of one event and of what is known at its time.
public indirect enum Condition: Hashable, Sendable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case happens(Trigger)
    case holds(Guard)

    /// Everything that can make it true at an event; `nil` where it can be true although nothing of that happens.
    var triggers: Set<Trigger>? {
        switch self {
        case .happens(let trigger): return [trigger]
        case .holds, .not: return nil
        case .all(let parts): return parts.lazy.compactMap(\.triggers).min { $0.count < $1.count }
        case .any(let parts):
            var all: Set<Trigger> = []
            for part in parts {
                guard let some = part.triggers else { return nil }
                all.formUnion(some)
            }
            return parts.isEmpty ? nil : all
        }
    }

    /// All triggers in it, whatever they are for.
    var allTriggers: [Trigger] {
        switch self {
        case .happens(let trigger): [trigger]
        case .holds: []
        case .not(let part): part.allTriggers
        case .all(let parts), .any(let parts): parts.flatMap(\.allTriggers)
        }
    }

    var guards: [Guard] {
        switch self {
        case .happens: []
        case .holds(let test): [test]
        case .not(let part): part.guards
        case .all(let parts), .any(let parts): parts.flatMap(\.guards)
        }
    }

    /// The variables it mentions.
    var variables: Set<Int> {
        guards.reduce(into: Set(allTriggers.map(\.variable))) { $0.formUnion($1.variables) }
    }
}
