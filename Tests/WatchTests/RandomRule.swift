@testable import Watch

/// Rules made up by dice, over all groups of conditions. They are small, so that streams of a few dozen events make them true.
struct RandomRule {
    private var dice: Dice
    private let names: [String]

    /// A rule that can be read; made up again until one is.
    static func make(seed: UInt64) -> WatchRule {
        var attempt: UInt64 = 0
        while true {
            var maker = RandomRule(Dice(seed &+ attempt &* 0x1234_5678_9ABC_DEF1))
            let text = maker.text()
            if let value = try? RuleValue(json: text.utf8), let rule = try? WatchRule(value, id: "rule-\(seed)") {
                return rule
            }
            attempt += 1
        }
    }

    private init(_ dice: Dice) {
        var dice = dice
        names = Array(["A", "B", "C"][..<dice.pick([1, 1, 1, 2, 2, 3])])
        self.dice = dice
    }

    private mutating func text() -> String {
        let identities = names.map { "\"\($0)\":\(identity(of: $0))" }.joined(separator: ",")
        var limits: [String] = []
        if dice.chance(40) {
            let per = names.filter { _ in dice.chance(50) }.map { "\"\($0)\"" }.joined(separator: ",")
            limits.append("\"cooldown\":\"\(duration())\",\"per\":[\(per)]")
        }
        if dice.chance(25) { limits.append("\"perHour\":\(1 + dice.below(3))") }
        let limit = "{" + limits.joined(separator: ",") + "}"
        return "{\"name\":\"random\",\"where\":{\(identities)},\"when\":\(when()),\"limit\":\(limit)}"
    }

    private mutating func duration() -> String { dice.pick(["5s", "10s", "20s", "1min", "2min", "5min", "10min"]) }
    private mutating func name() -> String { dice.pick(names) }

    private mutating func identity(of name: String) -> String {
        let others = names.filter { $0 != name }
        if let other = others.isEmpty ? nil : dice.pick(others), dice.chance(50) {
            return dice.pick([
                "{\"sameFleetAs\":\"\(other)\"}", "{\"not\":{\"same\":\"\(other)\"}}",
                "{\"all\":[{\"sameFleetAs\":\"\(other)\"},{\"not\":{\"same\":\"\(other)\"}}]}",
                "{\"any\":[{\"sameFleetAs\":\"\(other)\"},{\"type\":\"T1\"}]}",
            ])
        }
        return dice.pick([
            "{}", "{}", "{}", "{}", "{}", "{}", "{}", "{\"list\":\"L1\"}", "{\"type\":\"T1\"}",
            "{\"not\":{\"type\":\"T1\"}}",
            "{\"callsign\":\"AA*\"}", "{\"hex\":\"00000*\"}", "{\"hex\":\"000001-000002\"}",
            "{\"registration\":\"R?-1\"}",
            "{\"operator\":\"OPA\",\"country\":\"ID\"}", "{\"any\":[{\"category\":\"state\"},{\"callsign\":\"*1\"}]}",
        ])
    }

    private mutating func when() -> String {
        switch dice.below(10) {
        case 0...2: return condition(name(), depth: 2)
        case 3...6:
            var steps: [String] = []
            for index in 0..<(names.count + dice.below(3)) {
                steps.append(index < names.count ? step(names[index]) : step(name()))
            }
            return "{\"sequence\":[\(steps.joined(separator: ","))],\"within\":\"\(duration())\"}"
        case 7:
            let after = condition(name(), depth: 1)
            return "{\"absent\":\(condition(name(), depth: 1)),\"for\":\"\(duration())\",\"after\":\(after)}"
        default:
            let mode = dice.pick(["", "\"distinct\":true,", "\"each\":true,"])
            let event = dice.chance(70) ? "\"event\":\(condition("A", depth: 1))," : ""
            let area = dice.chance(30) ? "\"in\":{\"area\":\"\(dice.pick(["box", "ring"]))\"}," : ""
            return
                "{\"count\":{\"of\":\"A\",\(mode)\(event)\(area)\"atLeast\":\(2 + dice.below(2)),\"window\":\"\(duration())\"}}"
        }
    }

    private mutating func step(_ name: String) -> String {
        guard dice.chance(25) else { return condition(name, depth: 1) }
        let silent =
            "\"silent\":{\"of\":\"\(name)\",\"atLeast\":\"\(dice.pick(["5s", "20s", "1min"]))\",\"coverage\":\"any\"}"
        return "{\(silent),\"while\":\(condition(self.name(), depth: 1))}"
    }

    private mutating func condition(_ name: String, depth: Int) -> String {
        if depth > 0, dice.chance(25) {
            let guardText = dice.chance(70) ? guardTest(name) : "{\"not\":\(trigger(self.name()))}"
            return "{\"all\":[\(condition(name, depth: depth - 1)),\(guardText)]}"
        }
        if depth > 0, dice.chance(15) {
            return "{\"any\":[\(condition(name, depth: depth - 1)),\(trigger(self.name()))]}"
        }
        return trigger(name)
    }

    private mutating func trigger(_ name: String) -> String {
        let of = "\"of\":\"\(name)\""
        let area = dice.pick(["box", "ring", "way"])
        return dice.pick([
            "{\"heard\":{\(of)}}", "{\"heard\":{\(of),\"within\":{\"km\":60,\"ofLastKnown\":\"\(self.name())\"}}}",
            "{\"firstEver\":{\(of)}}", "{\"reappeared\":{\(of),\"after\":\"2d\"}}", "{\"takeoff\":{\(of)}}",
            "{\"takeoff\":{\(of),\"at\":[\"WIII\",\"WADD\"]}}", "{\"landing\":{\(of)}}",
            "{\"landing\":{\(of),\"at\":\"WIII\",\"kinds\":[\"observed\"]}}",
            "{\"enters\":{\(of),\"area\":\"\(area)\"}}",
            "{\"leaves\":{\(of),\"area\":\"\(area)\"}}",
            "{\"silent\":{\(of),\"atLeast\":\"\(dice.pick(["5s", "20s", "1min"]))\",\"coverage\":\"any\"}}",
            "{\"silent\":{\(of),\"atLeast\":\"20s\"}}", "{\"squawk\":{\(of),\"code\":\"emergency\"}}",
            "{\"squawk\":{\(of),\"code\":\"any\"}}", "{\"callsignChanged\":{\(of)}}",
            "{\"callsignChanged\":{\(of),\"to\":\"AA*\"}}", "{\"sourceLost\":{\(of)}}", "{\"interference\":{\(of)}}",
            "{\"altitude\":{\(of),\"above\":20000}}", "{\"altitude\":{\(of),\"below\":20000,\"for\":\"10s\"}}",
            "{\"speed\":{\(of),\"above\":300,\"for\":\"20s\"}}", "{\"verticalRate\":{\(of),\"below\":-500}}",
            "{\"near\":{\(of),\"airport\":\"WIII\",\"km\":60}}",
            "{\"near\":{\(of),\"airport\":\"WIII\",\"km\":60,\"below\":20000}}",
        ])
    }

    private mutating func guardTest(_ name: String) -> String {
        let other = self.name()
        return dice.pick([
            "{\"within\":{\"of\":\"\(name)\",\"and\":\"\(other)\",\"km\":60,\"age\":\"\(duration())\"}}",
            "{\"sameAirport\":{\"of\":\"\(name)\",\"and\":\"\(other)\"}}",
            "{\"inside\":{\"of\":\"\(name)\",\"area\":\"\(dice.pick(["box", "ring", "way"]))\"}}",
            "{\"time\":{\"zone\":\"+07:00\",\"from\":\"07:00\",\"to\":\"07:02\"}}",
            "{\"time\":{\"zone\":\"Moving\",\"weekdays\":[\"thu\"]}}",
            "{\"not\":{\"inside\":{\"of\":\"\(name)\",\"area\":\"box\"}}}",
        ])
    }
}
