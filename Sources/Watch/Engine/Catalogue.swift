import Aero

/// The areas, levels and zones all rules ask for, each once.
struct Catalogue: Sendable {
    private let context: WatchContext
    private(set) var areas: [WatchArea] = []
    private(set) var levels: [PlacedLevel] = []
    /// Lengths at which silences are judged, sorted.
    private(set) var silences: Set<RuleDuration> = []
    private var areaNumbers: [WatchArea: Int] = [:]
    private var levelNumbers: [PlacedLevel: Int] = [:]

    init(_ context: WatchContext) { self.context = context }

    mutating func area(_ reference: AreaReference) throws(RuleError) -> Int {
        let area: WatchArea
        switch reference {
        case .inline(let own): area = own
        case .named(let name):
            guard let known = context.areas[name] else { throw RuleError(.unknownName(name)) }
            area = known
        }
        if let number = areaNumbers[area] { return number }
        areaNumbers[area] = areas.count
        areas.append(area)
        return areas.count - 1
    }

    mutating func level(_ test: LevelTest) throws(RuleError) -> Int {
        var place: Position?
        if case .distance(let airport, _) = test.quantity {
            guard let known = context.airports[airport] else { throw RuleError(.unknownName(airport)) }
            place = known
        }
        let level = PlacedLevel(test: test, place: place)
        if let number = levelNumbers[level] { return number }
        levelNumbers[level] = levels.count
        levels.append(level)
        return levels.count - 1
    }

    func zone(_ name: String) throws(RuleError) -> WatchZone {
        if let zone = WatchZone(fixed: name) ?? context.zones[name] { return zone }
        throw RuleError(.unknownName(name))
    }

    mutating func compile(_ condition: Condition) throws(RuleError) -> Test {
        switch condition {
        case .all(let parts): return .all(try compile(parts))
        case .any(let parts): return .any(try compile(parts))
        case .not(let part): return .not(try compile(part))
        case .happens(let trigger): return .happens(variable: trigger.variable, try signal(trigger.what))
        case .holds(let test):
            switch test {
            case .within(let one, let other, let km, let age):
                return .within(one, of: other, Metres(km * 1000), age: age?.nanoseconds)
            case .sameAirport(let one, let other): return .sameAirport(one, other)
            case .inside(let one, let reference): return .inside(one, area: try area(reference))
            case .time(let window): return .time(window, try zone(window.zone))
            }
        }
    }

    private mutating func compile(_ parts: [Condition]) throws(RuleError) -> [Test] {
        var tests: [Test] = []
        for part in parts { tests.append(try compile(part)) }
        return tests
    }

    mutating func signal(_ what: Trigger.What) throws(RuleError) -> Signal {
        switch what {
        case .heard: return .heard
        case .firstEver: return .firstEver
        case .sourceLost: return .sourceLost
        case .interference: return .interference
        case .reappeared(let after): return .reappeared(after: after.nanoseconds)
        case .takeoff(let at, let kinds): return .takeoff(at: Set(at), kinds: Set(kinds))
        case .landing(let at, let kinds): return .landing(at: Set(at), kinds: Set(kinds))
        case .enters(let reference): return .enters(try area(reference))
        case .leaves(let reference): return .leaves(try area(reference))
        case .silent(let atLeast, let classes):
            silences.insert(atLeast)
            return .silent(atLeast: atLeast.nanoseconds, classes: Set(classes))
        case .squawk(let codes): return .squawk(Set(codes))
        case .callsignChanged(let pattern): return .callsignChanged(pattern)
        case .level(let test): return .level(try level(test))
        }
    }
}
