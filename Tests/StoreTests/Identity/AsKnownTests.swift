import Aero
import GRDB
import Testing

@testable import Store

/// Gate: as known on a day, an answer never changes by later imports, whatever they are.
struct AsKnownTests {
    private struct Dice {
        var state: UInt64
        mutating func roll(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
    }

    private static func rows(_ dice: inout Dice) -> String {
        var text = ""
        for address in 0..<6 where dice.roll(4) > 0 {
            text += "8a040\(address);PK-GA\(["A", "B", "C"][dice.roll(3)]);\(["B738", "A320", ""][dice.roll(3)]);"
            text += "\(["0", "1", "01", "0001"][dice.roll(4)]);;\(["", "1999", "2004"][dice.roll(3)]);\n"
        }
        // A file says something, or it is none.
        return text.isEmpty ? "8a0409;PK-GAZ;;0;;;\n" : text
    }

    /// One random change: an import of one of three sources, an undo, a retirement.
    private static func step(_ test: IdentityUnderTest, _ dice: inout Dice, on day: Int64) throws {
        let source = ["a", "b", "c"][dice.roll(3)]
        let kind = dice.roll(10)
        if kind > 1 {
            try test.take(rows(&dice), source: source, on: day)
        } else if kind == 1 {
            // A source that never was cannot be retired.
            guard try test.store.sources().contains(where: { $0.name == source }) else { return }
            try test.store.retire(source, at: IdentityUnderTest.day(day))
        } else if let last = try test.store.imports().last(where: { !$0.isUndone && $0.source == source }) {
            // One before a retirement cannot be taken back.
            do { try test.store.undo(last.id, at: IdentityUnderTest.day(day)) } catch {
                #expect(error == .unknownImport(last.id))
            }
        }
    }

    /// 1,000 cases: in 50 stores 20 random steps each, clocks that go back among them; after each all earlier moments are asked again.
    @Test(arguments: 0..<50)
    func answersOfEarlierDaysStay(seed: Int) throws {
        let test = try IdentityUnderTest()
        var dice = Dice(state: UInt64(seed) &* 7_919 &+ 1)
        var answers: [(Timestamp, [String])] = []
        var now: Int64 = 1
        for _ in 0..<20 {
            now += Int64(dice.roll(3))
            try Self.step(test, &dice, on: dice.roll(8) == 0 ? now - 5 : now)
            for (time, answer) in answers {
                let asked = try test.everything(known: time)
                if asked != answer { Issue.record("seed \(seed): the answer of \(time.milliseconds) changed") }
            }
            let time = try Self.lastChange(test)
            answers.append((time, try test.everything(known: time)))
            now = max(now, time.milliseconds / CalendarDay.milliseconds - 20_000)
        }
        #expect(answers.count == 20)
        #expect(answers.contains { !$0.1.isEmpty })
    }

    private static func lastChange(_ test: IdentityUnderTest) throws -> Timestamp {
        let last = try test.store.read { database in try Int64.fetchOne(database, sql: "SELECT max(t) FROM change") }
        return CalendarDay.instant(last ?? 0)
    }

    /// In any order of imports of different sources the same is held in the end.
    @Test(arguments: 0..<20)
    func theOrderOfSourcesDoesNotMatter(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &+ 77)
        let files = ["a", "b", "c"].map { ($0, Self.rows(&dice)) }
        var held: Set<[String]> = []
        for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
            let test = try IdentityUnderTest()
            for (day, number) in order.enumerated() {
                try test.take(files[number].1, source: files[number].0, on: Int64(day))
            }
            held.insert(try (0..<10).flatMap { try test.held("8a040\($0)") })
        }
        #expect(held.count == 1)
    }
}
