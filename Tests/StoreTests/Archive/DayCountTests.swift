import Aero
import GRDB
import Testing
import Tracking

@testable import Store

/// Counts by day come from lines of days where there are any, and are what the chunks say.
struct DayCountTests {
    private static let everything = Samples.time(-Moments.day * 800)..<Samples.time(Samples.start + 900 * Moments.day)

    private func aircraft(_ index: Int) -> ArchivedAircraft {
        ArchivedAircraft(AircraftAddress(icao: UInt32(index + 1)))
    }

    /// Four aircraft on each of some days, counted from the first of them; the day 700 days before 1970 too.
    private func filled(_ folder: TemporaryFolder, days: Range<Int>) async throws -> HistoryStore {
        let store = try HistoryStore(folder: folder.path, realm: .real)
        var random = RandomRows(seed: 8)
        for start in days.map({ Samples.start + Int64($0) * Moments.day }) + [-Moments.day * 700 + 5] {
            for index in 0..<4 {
                try await store.append(Samples.batch(random.flight(50, start: start), of: aircraft(index)))
            }
        }
        try await store.seal()
        return store
    }

    private func lines(_ store: HistoryStore) async throws -> [Int64] {
        try await store.database.read { try Int64.fetchAll($0, sql: "SELECT day FROM day_count ORDER BY day") }
    }

    @Test func daysThatAreOverAreCountedOnceAndTheAnswerIsTheSame() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder, days: 0..<6)
        let before = try await store.days(in: Self.everything)
        #expect(before.count == 7)
        #expect(before.allSatisfy { $0.aircraft == 4 })
        #expect(try await lines(store).isEmpty)
        try await store.compactDays(endedBy: Samples.time(Samples.start + 4 * Moments.day))
        #expect(try await lines(store) == before.prefix(5).map(\.number))
        #expect(try await store.days(in: Self.everything) == before)
        // A line is believed: the chunks of its day are not walked.
        try await store.database.write {
            try $0.execute(sql: "UPDATE day_count SET aircraft = 77 WHERE day = ?", arguments: [before[1].number])
        }
        #expect(try await store.days(in: Self.everything)[1].aircraft == 77)
    }

    @Test func whateverChangesADayTakesItsLineAway() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder, days: 0..<6)
        let over = Samples.time(Samples.start + 20 * Moments.day)
        try await store.compactDays(endedBy: over)
        let before = try await store.days(in: Self.everything)
        // A late row that is not sealed yet, of one who is new there; then sealed.
        let late = Samples.numbered(0, spacing: 1)
        try await store.append(Samples.batch([late], of: aircraft(9)))
        #expect(try await store.days(in: Self.everything)[1].aircraft == 5)
        #expect(try await store.days(in: Self.everything)[2] == before[2])
        try await store.seal()
        #expect(try await lines(store).count == 6)
        #expect(try await store.days(in: Self.everything)[1].aircraft == 5)
        try await store.compactDays(endedBy: over)
        #expect(try await lines(store).count == 7)
        #expect(try await store.days(in: Self.everything)[1].positions == before[1].positions + 1)
        // Retention.
        try await store.retain(RetentionRules(days: 3), at: Samples.time(Samples.start + 5 * Moments.day))
        let listed = try await store.days(in: Self.everything)
        let left = listed.filter { $0.aircraft > 0 }
        // What was deleted stays in the list, as what it is.
        #expect(listed.count == before.count)
        #expect(listed.filter { $0.aircraft == 0 }.allSatisfy { $0.positions == 0 && $0.isComplete == false })
        #expect(left.map(\.number) == Array(before.suffix(4).map(\.number)))
        #expect(try await lines(store) == left.map(\.number))
    }
}
