import Aero
import Flights
import Testing

@testable import Watch

struct WatchStateTests {
    private static func filled(_ seed: UInt64) throws -> (rules: [WatchRule], bytes: [UInt8]) {
        let rules = (0..<4).map { RandomRule.make(seed: seed * 4 + $0) }
        var engine = try WatchEngine(rules: rules, context: RandomStream.context)
        let events = RandomStream.events(seed: seed)
        for event in events { _ = engine.add(event) }
        _ = engine.advance(to: events[events.count * 3 / 4].time)
        return (rules, engine.stateBytes)
    }

    @Test("a state that was cut short or damaged anywhere is refused")
    func damaged() throws {
        let (rules, bytes) = try Self.filled(5)
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(throws: WatchRestoreError.self) {
                try WatchEngine(rules: rules, context: RandomStream.context, state: Array(bytes[..<length]))
            }
        }
        for place in stride(from: 0, to: bytes.count, by: 5) {
            var damaged = bytes
            damaged[place] ^= 1 << UInt8(place % 8)
            #expect(throws: WatchRestoreError.self) {
                try WatchEngine(rules: rules, context: RandomStream.context, state: damaged)
            }
        }
    }

    @Test("a state that somebody made up, with a right sum, never traps, not when events follow either")
    func madeUp() throws {
        var refused = 0
        for seed in UInt64(0)..<400 {
            let (rules, bytes) = try Self.filled(seed % 20)
            var dice = Dice(seed)
            var content = Array(bytes.dropLast(32))
            for _ in 0...dice.below(3) { content[4 + dice.below(content.count - 4)] = UInt8(dice.below(256)) }
            var sum = StableHash()
            for byte in content { sum.add(byte) }
            let state = content + Array(sum.digits.utf8)
            do {
                var engine = try WatchEngine(rules: rules, context: RandomStream.context, state: state)
                for event in RandomStream.events(seed: seed) { _ = engine.add(event) }
                _ = engine.advance(to: Timestamp(seconds: 100_000))
            } catch {
                refused += 1
            }
        }
        #expect(refused > 100)
    }

    @Test("beside other rules a state is read too: areas are found again, new rules begin afresh")
    func otherRules() throws {
        let stays = try Rules.read(Rules.simple("{\"leaves\":{\"area\":\"ring\"}}"), id: "stays")
        let goes = try Rules.read(Rules.simple("{\"enters\":{\"area\":\"box\"}}"), id: "goes")
        let comes = try Rules.read(Rules.simple("{\"altitude\":{\"above\":30000}}"), id: "comes")
        var stage = try Stage([goes, stays])
        stage.at(0, 1, Stage.sample(-6, 106.5))
        #expect(stage.alerts.map(\.ruleID) == ["goes"])
        stage.engine = try WatchEngine(
            rules: [comes, stays],
            context: RandomStream.context,
            state: stage.engine.stateBytes
        )
        stage.at(60, 1, Stage.sample(-6, 110, feet: 35_000))
        #expect(stage.alerts.dropFirst().map(\.ruleID) == ["comes", "stays"])
    }

    @Test("a rule whose text changed begins afresh, though its version stayed")
    func changedText() throws {
        let old = try Rules.read(Rules.simple("{\"sequence\":[{\"takeoff\":{}},{\"landing\":{}}],\"within\":\"1h\"}"))
        let new = try Rules.read(Rules.simple("{\"sequence\":[{\"takeoff\":{}},{\"landing\":{}}],\"within\":\"2h\"}"))
        var stage = try Stage([old])
        stage.at(0, 1, .takeoff(airport: nil, .observed))
        #expect(try WatchEngine(rules: [old], state: stage.engine.stateBytes).sizes == [1])
        #expect(try WatchEngine(rules: [new], state: stage.engine.stateBytes).sizes == [0])
    }
}
