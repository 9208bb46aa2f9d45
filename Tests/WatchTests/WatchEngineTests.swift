import Aero
import Flights
import Testing

@testable import Watch

struct WatchEngineTests {
    private static let notLanded = Rules.simple(
        "{\"absent\":{\"landing\":{}},\"for\":\"1h\",\"after\":{\"takeoff\":{}}}",
        where: "{}",
        limit: "{\"per\":[\"A\"]}"
    )

    @Test("absence is told at its deadline, not before, and whatever happens otherwise")
    func deadline() throws {
        var stage = try Stage([Rules.read(Self.notLanded)])
        stage.at(0, 1, .takeoff(airport: "WIII", .observed))
        stage.at(3599, 2, .sample(WatchSample()))
        stage.pass(to: 3600)
        #expect(stage.alerts.isEmpty)
        stage.pass(to: 3600.001)
        #expect(stage.alerts.map(\.time) == [Stage.time(3600)])
    }

    @Test("what happens at the deadline itself is still in time")
    func atDeadline() throws {
        var stage = try Stage([Rules.read(Self.notLanded)])
        stage.at(0, 1, .takeoff(airport: "WIII", .observed))
        stage.at(3600, 1, .landing(airport: nil, .inferred))
        stage.pass(to: 10_000)
        #expect(stage.alerts.isEmpty)
    }

    @Test("while nobody listens a deadline stands still")
    func listening() throws {
        var stage = try Stage([Rules.read(Self.notLanded)])
        stage.at(0, 1, .takeoff(airport: "WIII", .observed))
        stage.at(1000, 0, .listening(false))
        stage.pass(to: 9000)
        #expect(stage.alerts.isEmpty)
        stage.at(9000, 0, .listening(true))
        stage.pass(to: 20_000)
        #expect(stage.alerts.map(\.time) == [Stage.time(3600 + 8000)])
    }

    @Test("an absence survives a restart in the middle")
    func restart() throws {
        let rule = try Rules.read(Self.notLanded)
        var stage = try Stage([rule])
        stage.at(0, 1, .takeoff(airport: "WIII", .observed))
        stage.pass(to: 2000)
        stage.engine = try WatchEngine(rules: [rule], state: stage.engine.stateBytes)
        stage.pass(to: 5000)
        #expect(stage.alerts.map(\.time) == [Stage.time(3600)])
    }

    @Test("an event before the watermark is late: it is refused and changes nothing")
    func late() throws {
        var stage = try Stage([Rules.read(Rules.simple("{\"takeoff\":{}}"))])
        stage.pass(to: 100)
        let event = { (seconds: Double) in
            WatchEvent(
                time: Stage.time(seconds),
                aircraft: AircraftAddress(icao: 1),
                id: 1,
                .takeoff(airport: nil, .observed)
            )
        }
        let before = stage.engine.stateBytes
        let isTaken = (late: stage.engine.add(event(99.9)), inTime: stage.engine.add(event(100)))
        #expect(!isTaken.late && isTaken.inTime)
        stage.pass(to: 50)
        #expect(stage.alerts.isEmpty)
        stage.pass(to: 101)
        #expect(stage.alerts.count == 1 && before != stage.engine.stateBytes)
    }

    @Test("an alert's id hangs on rule, version, aircraft and first event, and on nothing else")
    func identity() throws {
        func id(
            _ rule: String,
            _ version: Int,
            _ aircraft: UInt32,
            _ seconds: Double,
            other: Bool = false
        ) throws -> String {
            let text = "{\"name\":\"n\",\"version\":\(version),\"where\":{\"A\":{}},\"when\":{\"takeoff\":{}}}"
            var stage = try Stage([Rules.read(text, id: rule)])
            if other { stage.at(0, 9, Stage.sample(1, 1)) }
            stage.at(seconds, aircraft, .takeoff(airport: other ? "WIII" : nil, .observed))
            return try #require(stage.alerts.first).id
        }
        let first = try id("r", 1, 1, 10)
        #expect(first.count == 32)
        #expect(try id("r", 1, 1, 10, other: true) == first)
        for different in try [id("s", 1, 1, 10), id("r", 2, 1, 10), id("r", 1, 2, 10), id("r", 1, 1, 11)] {
            #expect(different != first)
        }
        // Written down, so that it stays the same over versions of the program.
        #expect(first == "6a9ea6b827a159d7143ff158ccad6668")
    }

    @Test("within a cooldown matches are counted, and told with the next alert of the key")
    func cooldown() throws {
        let text = Rules.simple("{\"takeoff\":{}}", limit: "{\"cooldown\":\"1h\",\"per\":[\"A\"]}")
        var stage = try Stage([Rules.read(text)])
        for seconds in [0.0, 100, 200, 3599, 3600] { stage.at(seconds, 1, .takeoff(airport: nil, .observed)) }
        stage.at(3601, 2, .takeoff(airport: nil, .observed))
        #expect(stage.alerts.map(\.suppressedBefore) == [0, 3, 0])
        #expect(stage.alerts.map(\.time) == [0, 3600, 3601].map(Stage.time))
    }

    @Test("in an hour a rule tells so often and no more; the rest is counted, over a restart too")
    func perHour() throws {
        let rule = try Rules.read(
            """
            {"name":"n","where":{"A":{}},"when":{"squawk":{"code":"any"}},"limit":{"perHour":2}}
            """
        )
        var stage = try Stage([rule])
        for (number, seconds) in [3_000.0, 3_001, 3_002, 3_003].enumerated() {
            stage.at(seconds, UInt32(number + 1), .squawk(Squawk(rawValue: 0o1234), isCertain: true))
        }
        #expect(stage.alerts.map(\.suppressedBefore) == [0, 0])
        let context = RandomStream.context
        stage.engine = try WatchEngine(rules: [rule], context: context, state: stage.engine.stateBytes)
        stage.at(3_599, 9, .squawk(Squawk(rawValue: 0o1234), isCertain: true))
        #expect(stage.alerts.count == 2)
        stage.at(3_600, 10, .squawk(Squawk(rawValue: 0o1234), isCertain: true))
        stage.at(3_601, 11, .squawk(Squawk(rawValue: 0o1234), isCertain: true))
        #expect(stage.alerts.map(\.suppressedBefore) == [0, 0, 3, 0])
    }

    @Test("a rule says no more than 200 an hour although it says nothing of a limit")
    func usualPerHour() throws {
        var stage = try Stage([try Rules.read(#"{"name":"n","where":{"A":{}},"when":{"heard":{}}}"#)])
        for second in 0..<300 { stage.at(Double(second), 1, Stage.sample(55, 37)) }
        #expect(stage.alerts.count == RuleLimit.usualPerHour)
    }

    @Test("a rule that remembers too much is stopped and says so; the others go on")
    func bound() throws {
        let greedy = Rules.simple("{\"sequence\":[{\"heard\":{}},{\"landing\":{}}],\"within\":\"10d\"}")
        let modest = Rules.simple("{\"landing\":{}}")
        let rules = try [Rules.read(greedy, id: "greedy"), Rules.read(modest, id: "modest")]
        var stage = try Stage(rules, bound: 100)
        for second in 0..<200 { stage.at(Double(second), 1, .sample(WatchSample())) }
        stage.at(300, 1, .landing(airport: nil, .observed))
        #expect(stage.outputs.first == .stopped(ruleID: "greedy", version: 1, at: Stage.time(100), size: 101))
        #expect(stage.alerts.map(\.ruleID) == ["modest"])
        #expect(stage.engine.stoppedRules == ["greedy"] && stage.engine.sizes == [0, 0])
        let again = try WatchEngine(rules: rules, context: RandomStream.context, state: stage.engine.stateBytes)
        #expect(again.stoppedRules == ["greedy"])
    }

    @Test("what a rule remembers is forgotten when its time is over")
    func forgetting() throws {
        let text = Rules.simple("{\"sequence\":[{\"takeoff\":{}},{\"landing\":{}}],\"within\":\"1h\"}")
        var stage = try Stage([Rules.read(text)])
        for number in 0..<500 { stage.at(Double(number) * 60, UInt32(number), .takeoff(airport: nil, .observed)) }
        #expect(try #require(stage.engine.sizes.first) < 80)
    }

    @Test("an emergency code needs two messages a second apart, one of them from an address that is certain")
    func emergency() throws {
        var stage = try Stage([Rules.read(Rules.simple("{\"squawk\":{\"code\":\"emergency\"}}"))])
        let code = Squawk(rawValue: 0o7700)
        stage.at(0, 1, .squawk(code, isCertain: true))
        stage.at(0.5, 1, .squawk(code, isCertain: true))
        stage.at(0, 2, .squawk(code, isCertain: false))
        stage.at(5, 2, .squawk(code, isCertain: false))
        stage.at(6, 3, .squawk(code, isCertain: true))
        stage.at(6.5, 3, .squawk(Squawk(rawValue: 0o1234), isCertain: true))
        stage.at(8, 3, .squawk(code, isCertain: true))
        #expect(stage.alerts.isEmpty)
        stage.at(9, 1, .squawk(code, isCertain: false))
        stage.at(10, 1, .squawk(code, isCertain: true))
        #expect(stage.alerts.map(\.bound.first?.aircraft) == [[AircraftAddress(icao: 1)]])
    }

    @Test("names that are not known are told with the rule")
    func unknownNames() throws {
        let text = Rules.simple("{\"enters\":{\"area\":\"nowhere\"}}")
        #expect(throws: RuleError(.unknownName("nowhere"), path: "n")) {
            try WatchEngine(rules: [Rules.read(text)])
        }
    }
}
