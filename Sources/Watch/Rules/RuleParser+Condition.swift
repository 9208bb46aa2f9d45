import Flights

extension RuleParser {
    /// A condition; several keys beside each other must all hold.
    mutating func condition(_ value: RuleValue, _ path: String) throws(RuleError) -> Condition {
        let keys = try RuleKeys(value, path)
        guard case .map(let members) = value.content, !members.isEmpty else {
            throw RuleError(.badValue(expected: .condition), path: path, line: value.line)
        }
        var parts: [Condition] = []
        for member in members {
            let path = keys.path(to: member.key)
            try counted(path, member.value.line)
            switch member.key {
            case "all": parts.append(.all(try conditions(member.value, path)))
            case "any": parts.append(.any(try conditions(member.value, path)))
            case "not": parts.append(.not(try condition(member.value, path)))
            default:
                var inner = try RuleKeys(member.value, path)
                guard let part = try leaf(member.key, &inner) else {
                    throw RuleError(.unknownKey(member.key), path: keys.path, line: member.value.line)
                }
                try inner.end()
                parts.append(part)
            }
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func conditions(_ value: RuleValue, _ path: String) throws(RuleError) -> [Condition] {
        guard case .list = value.content else {
            throw RuleError(.badValue(expected: .list), path: path, line: value.line)
        }
        var parts: [Condition] = []
        for (element, path) in try value.elements(path, upTo: WatchRule.maximumConditions, name: .conditions) {
            parts.append(try condition(element, path))
        }
        return parts
    }

    /// One thing that happens or holds; `nil` for a key that is none.
    private func leaf(_ key: String, _ keys: inout RuleKeys) throws(RuleError) -> Condition? {
        switch key {
        case "within": return .holds(try within(&keys))
        case "sameAirport":
            let one = try variable(&keys)
            return .holds(.sameAirport(one, try variable(&keys, "and")))
        case "inside":
            let one = try variable(&keys)
            return .holds(.inside(one, try area(&keys)))
        case "time": return .holds(.time(try timeWindow(&keys)))
        case "heard": return try heard(&keys)
        default:
            guard Self.happenings.contains(key) else { return nil }
            let variable = try variable(&keys)
            return try happening(key, &keys).map { .happens(Trigger(of: variable, $0)) }
        }
    }

    private static let happenings: Set<String> = [
        "firstEver", "sourceLost", "interference", "takeoff", "landing", "enters", "leaves", "callsignChanged",
        "reappeared", "silent", "squawk", "altitude", "speed", "verticalRate", "near",
    ]

    private func happening(_ key: String, _ keys: inout RuleKeys) throws(RuleError) -> Trigger.What? {
        switch key {
        case "firstEver": return .firstEver
        case "sourceLost": return .sourceLost
        case "interference": return .interference
        case "takeoff": return .takeoff(at: try airports(&keys), kinds: try kinds(&keys))
        case "landing": return .landing(at: try airports(&keys), kinds: try kinds(&keys))
        case "enters": return .enters(try area(&keys))
        case "leaves": return .leaves(try area(&keys))
        case "callsignChanged":
            guard let value = keys.take("to") else { return .callsignChanged(to: nil) }
            return .callsignChanged(to: try pattern(value, keys.path(to: "to")))
        case "reappeared":
            guard let after = try keys.duration("after", atMost: RuleDuration(seconds: 3660 * 86_400)) else {
                throw RuleError(.missingKey("after"), path: keys.path, line: keys.line)
            }
            return .reappeared(after: after)
        case "silent": return try silent(&keys)
        case "squawk": return .squawk(try codes(&keys))
        case "altitude": return .level(try level(.altitude, &keys, -2000...100_000))
        case "speed": return .level(try level(.speed, &keys, 0...4000))
        case "verticalRate": return .level(try level(.verticalRate, &keys, -32_768...32_768))
        case "near": return .level(try near(&keys))
        default: return nil
        }
    }

    private func silent(_ keys: inout RuleKeys) throws(RuleError) -> Trigger.What {
        let atLeast = try keys.duration("atLeast") ?? RuleDuration(seconds: 60)
        let coverage = try keys.text("coverage") ?? "required"
        guard coverage == "required" || coverage == "any" else {
            let path = keys.path(to: "coverage")
            throw RuleError(.badValue(expected: .coverage), path: path, line: keys.line)
        }
        var classes = coverage == "required" ? [GapClass.offLikely] : GapClass.allCases
        let words = try keys.texts("gapClass")
        if !words.isEmpty { classes = try words.map { word throws(RuleError) in try gapClass(word, keys) } }
        return .silent(atLeast: atLeast, classes: classes)
    }

    private func gapClass(_ word: String, _ keys: RuleKeys) throws(RuleError) -> GapClass {
        if let known = GapClass(rawValue: word) { return known }
        let expected = RuleForm.oneOf(GapClass.allCases.map(\.rawValue))
        throw RuleError(.badValue(expected: expected), path: keys.path(to: "gapClass"), line: keys.line)
    }

    private func heard(_ keys: inout RuleKeys) throws(RuleError) -> Condition {
        let variable = try variable(&keys)
        let heard = Condition.happens(Trigger(of: variable, .heard))
        guard let value = keys.take("within") else { return heard }
        var within = try RuleKeys(value, keys.path(to: "within"))
        guard let km = try within.number("km", 0.1...20_000) else {
            throw RuleError(.missingKey("km"), path: within.path, line: within.line)
        }
        var other: Int?
        var age: RuleDuration?
        if let last = within.take("ofLastKnown") {
            other = try self.variable(last, within.path(to: "ofLastKnown"))
        } else {
            other = try self.variable(try within.need("of"), within.path(to: "of"))
            age = try within.duration("age") ?? Self.usualAge
        }
        try within.end()
        return .all([heard, .holds(.within(variable, of: other ?? 0, km: km, age: age))])
    }

    /// Ours: places older than ten minutes say little of who is near whom.
    private static let usualAge = RuleDuration(seconds: 600)

    private func within(_ keys: inout RuleKeys) throws(RuleError) -> Guard {
        let one = try variable(&keys)
        let other = try variable(&keys, "and")
        guard let km = try keys.number("km", 0.1...20_000) else {
            throw RuleError(.missingKey("km"), path: keys.path, line: keys.line)
        }
        return .within(one, of: other, km: km, age: try keys.duration("age") ?? Self.usualAge)
    }

    private func level(
        _ quantity: LevelTest.Quantity,
        _ keys: inout RuleKeys,
        _ range: ClosedRange<Double>
    ) throws(RuleError) -> LevelTest {
        let above = try keys.number("above", range)
        let below = try keys.number("below", range)
        guard above != nil || below != nil else {
            throw RuleError(.missingKey("above"), path: keys.path, line: keys.line)
        }
        let day = RuleDuration(seconds: 86_400)
        let duration = try keys.duration("for", atMost: day) ?? RuleDuration(seconds: 0)
        return LevelTest(quantity, above: above, below: below, duration: duration)
    }

    private func near(_ keys: inout RuleKeys) throws(RuleError) -> LevelTest {
        guard let airport = try keys.text("airport", upTo: 8) else {
            throw RuleError(.missingKey("airport"), path: keys.path, line: keys.line)
        }
        let km = try keys.number("km", 0.1...1000) ?? 10
        let ceiling = try keys.number("below", -2000...100_000)
        let quantity = LevelTest.Quantity.distance(airport: airport.uppercased(), belowFeet: ceiling)
        return LevelTest(quantity, above: nil, below: km, duration: RuleDuration(seconds: 0))
    }
}
