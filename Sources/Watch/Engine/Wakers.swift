/// Which rules an event concerns: variables of all rules, by what they wait for.
struct Wakers: Sendable {
    /// Rule of each variable.
    let rules: [Int]
    private var kinds: [[Int]]
    private var entering: [[Int]]
    private var leaving: [[Int]]
    private var levels: [[Int]]
    /// Variables that wait for every sign of life.
    private(set) var heard: [Int] = []

    init(_ plans: [RulePlan], _ catalogue: Catalogue) {
        rules = plans.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element.rule.variables.count) }
        kinds = EventKind.allCases.map { _ in [] }
        entering = catalogue.areas.map { _ in [] }
        leaving = entering
        levels = catalogue.levels.map { _ in [] }
        for plan in plans {
            for (variable, signal) in plan.steps.flatMap(\.wakers) {
                add(plan.firstVariable + variable, signal)
            }
        }
    }

    private mutating func add(_ variable: Int, _ signal: Signal) {
        switch signal {
        case .heard: heard.append(variable)
        case .firstEver: add(variable, kind: .firstEver)
        case .reappeared: add(variable, kind: .reappeared)
        case .takeoff: add(variable, kind: .takeoff)
        case .landing: add(variable, kind: .landing)
        case .silent: add(variable, kind: .silent)
        case .squawk: add(variable, kind: .squawk)
        case .callsignChanged: add(variable, kind: .callsign)
        case .sourceLost: add(variable, kind: .sourceLost)
        case .interference: add(variable, kind: .interference)
        case .enters(let area): entering[area].append(variable)
        case .leaves(let area): leaving[area].append(variable)
        case .level(let level): levels[level].append(variable)
        }
    }

    private mutating func add(_ variable: Int, kind: EventKind) { kinds[Int(kind.rawValue)].append(variable) }

    /// The rules that what happens now may concern, in order, each once.
    func rules(_ sky: Sky) -> [Int] {
        let number = Int(sky.happening.aircraft)
        var woken = sky.happening.isHeard ? sky.aircraft[number].heardRules : []
        for variable in kinds[Int(sky.happening.kind.rawValue)] where sky.aircraft[number].mayBe(variable) {
            woken.append(rules[variable])
        }
        if sky.happening.hasCrossed {
            for area in sky.happening.entered { add(entering[area], sky, &woken) }
            for area in sky.happening.left { add(leaving[area], sky, &woken) }
            for level in sky.happening.raised { add(levels[level], sky, &woken) }
        }
        guard woken.count > 1 else { return woken }
        woken.sort()
        var once: [Int] = []
        for rule in woken where once.last != rule { once.append(rule) }
        return once
    }

    private func add(_ variables: [Int], _ sky: Sky, _ woken: inout [Int]) {
        let number = Int(sky.happening.aircraft)
        for variable in variables where sky.aircraft[number].mayBe(variable) { woken.append(rules[variable]) }
    }
}
