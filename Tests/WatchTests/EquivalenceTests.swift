import Aero
import Foundation
import Testing

@testable import Watch

/// Gates W1 and W2 of the specification: the engine against the slow reading of the same language, and against itself however events are
/// delivered. A few thousand cases in ordinary runs, 100,000 with PELACAK_MEASURE=1.
struct EquivalenceTests {
    static let cases: UInt64 = ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil ? 100_000 : 3000

    @Test("100,000 random rules over random events: the engine tells what the reference tells")
    func meaning() throws {
        var alerts = 0
        var telling = 0
        for seed in 0..<Self.cases {
            let rule = RandomRule.make(seed: seed)
            let events = RandomStream.events(seed: seed)
            let count = try compare(rule, events, seed)
            guard let count else {
                let few = shrunk(rule, events, seed)
                let expected = reference(rule, few).map(\.description)
                let got = try engine(rule, few, seed).told.map(\.description)
                Issue.record(
                    """
                    seed \(seed): \(rule.source.json)
                    \(few.map { "\($0.aircraft) \($0.time.nanoseconds / 1_000_000_000) \($0.content)" }.joined(separator: "\n"))
                    expected \(expected)
                    got      \(got)
                    """
                )
                return
            }
            alerts += count
            telling += count > 0 ? 1 : 0
        }
        print("watch: \(Self.cases) pairs, \(telling) of them with alerts, \(alerts) alerts, no difference")
        #expect(telling > Int(Self.cases) / 4, "too few cases tell anything")
    }

    @Test("alerts are the same bytes however events are delivered within the lateness, repeated too")
    func delivery() throws {
        for seed in 0..<(Self.cases / 10) {
            let rules = (0..<3).map { RandomRule.make(seed: seed * 3 + $0) }
            let events = RandomStream.events(seed: seed)
            let first = try lines(rules, events, seed)
            for other in 1...3 {
                #expect(try lines(rules, events, seed + UInt64(other) * 7919) == first, "seed \(seed)")
            }
        }
    }

    // MARK: Both sides

    private static let end = Timestamp(nanoseconds: 100_000_000_000_000)

    private func reference(_ rule: WatchRule, _ events: [WatchEvent]) -> [ReferenceInterpreter.Told] {
        let facts = ReferenceFacts(events, RandomStream.context)
        return ReferenceInterpreter(rule: rule, facts: facts, watermark: Self.end).alerts()
    }

    private func engine(
        _ rule: WatchRule,
        _ events: [WatchEvent],
        _ seed: UInt64
    ) throws -> (told: [ReferenceInterpreter.Told], late: Int) {
        let (outputs, late) = try run([rule], events, seed)
        let told = outputs.compactMap { output -> ReferenceInterpreter.Told? in
            guard case .alert(let alert) = output else { return nil }
            return .init(
                time: alert.time,
                bound: alert.bound.map(\.aircraft),
                events: alert.events,
                suppressedBefore: alert.suppressedBefore
            )
        }
        return (told, late)
    }

    /// The number of alerts, or `nil` where they differ.
    private func compare(_ rule: WatchRule, _ events: [WatchEvent], _ seed: UInt64) throws -> Int? {
        let (told, late) = try engine(rule, events, seed)
        return late == 0 && told == reference(rule, events) ? told.count : nil
    }

    private func lines(_ rules: [WatchRule], _ events: [WatchEvent], _ seed: UInt64) throws -> [String] {
        try run(rules, events, seed).outputs.map { output in
            if case .alert(let alert) = output { alert.json } else { "\(output)" }
        }
    }

    private func run(
        _ rules: [WatchRule],
        _ events: [WatchEvent],
        _ seed: UInt64
    ) throws -> (outputs: [WatchOutput], late: Int) {
        var engine = try WatchEngine(rules: rules, context: RandomStream.context)
        var outputs: [WatchOutput] = []
        var late = 0
        var dice = Dice(seed)
        for (arrival, event) in RandomStream.delivery(events, seed: seed) {
            if !engine.add(event) { late += 1 }
            if dice.chance(50) {
                outputs += engine.advance(to: Timestamp(nanoseconds: arrival - RandomStream.lateness))
            }
            if dice.chance(5) { engine = try restarted(engine, rules) }
        }
        return (outputs + engine.advance(to: Self.end), late)
    }

    /// The engine after it was written, read again, and found to write the same.
    private func restarted(_ engine: WatchEngine, _ rules: [WatchRule]) throws -> WatchEngine {
        let bytes = engine.stateBytes
        let again = try WatchEngine(rules: rules, context: RandomStream.context, state: bytes)
        #expect(again.stateBytes == bytes)
        return again
    }

    /// Leaves out events as long as the difference stays.
    private func shrunk(_ rule: WatchRule, _ events: [WatchEvent], _ seed: UInt64) -> [WatchEvent] {
        var few = events
        var index = 0
        while index < few.count {
            var fewer = few
            fewer.remove(at: index)
            if let count = try? compare(rule, fewer, seed), count >= 0 { index += 1 } else { few = fewer }
        }
        return few
    }
}
