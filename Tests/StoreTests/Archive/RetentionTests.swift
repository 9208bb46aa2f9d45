import Aero
import GRDB
import Testing
import Tracking

@testable import Store

struct RetentionTests {
    /// Ten days of three aircraft, an hour of each day.
    private func filled(_ folder: TemporaryFolder) async throws -> HistoryStore {
        let store = try HistoryStore(folder: folder.path, realm: .real)
        var random = RandomRows(seed: 2)
        for day in 0..<10 {
            for index in 0..<3 {
                var rows = random.flight(1_000, start: Samples.start + Int64(day) * Moments.day)
                for row in rows.indices { rows[row].position = Position(latitude: Double(index * 10), longitude: 5) }
                try await store.append(Samples.batch(rows, of: aircraft(index)))
            }
        }
        try await store.seal()
        return store
    }

    private func aircraft(_ index: Int) -> ArchivedAircraft {
        ArchivedAircraft(AircraftAddress(icao: UInt32(index + 1)))
    }

    private func days(_ store: HistoryStore, _ index: Int) async throws -> [Int64] {
        try await store.days(of: aircraft(index)).map { $0.number - Moments.dayNumber(Samples.start) }
    }

    @Test func whatIsOldGoesAndWhatIsPinnedStays() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        let now = Samples.time(Samples.start + 9 * Moments.day)
        let second = Samples.time(Samples.start + Moments.day)..<Samples.time(Samples.start + 2 * Moments.day)
        try await store.pin(
            ArchivePin(aircraft: aircraft(0), during: Samples.always, reason: "visit", who: "me"),
            at: now
        )
        let area = try #require(ArchiveArea(south: 9, west: 4, north: 11, east: 6))
        let number = try await store.pin(ArchivePin(area: area, during: second, reason: "place", who: "me"), at: now)
        #expect(try await store.pins().count == 2)
        #expect(try await store.retain(RetentionRules(days: 4), at: now) > 0)
        #expect(try await days(store, 0) == Array(0...9))
        #expect(try await days(store, 1) == [1, 5, 6, 7, 8, 9])
        #expect(try await days(store, 2) == [5, 6, 7, 8, 9])
        #expect(try await store.retain(RetentionRules(days: 4), at: now) == 0)
        let notes = try await store.database.read { try DayNotes.of(Moments.dayNumber(Samples.start) + 2, in: $0) }
        #expect(notes.map(\.kind) == [.removed])
        #expect(notes.first?.detail.hasPrefix("older than 4 days: ") == true)
        try await store.unpin(number)
        try await store.retain(RetentionRules(days: 4), at: now)
        #expect(try await days(store, 1) == [5, 6, 7, 8, 9])
    }

    @Test func pinsAreMadeAndTakenAwayBesideWhoHasTheFolder() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        let now = Samples.time(Samples.start + 9 * Moments.day)
        let beside = try ArchivePins(folder: folder.path, realm: .real)
        let watched = ArchivePin(aircraft: aircraft(1), during: Samples.always, reason: "watched", who: "list")
        let numbers = try await beside.add([watched, watched], at: now)
        #expect(try await store.pins().keys.sorted() == numbers)
        #expect(try await store.pins()[numbers[0]]?.made == now)
        #expect(try await beside.remove(numbers[1]))
        #expect(try await !beside.remove(numbers[1]))
        try await store.retain(RetentionRules(days: 4), at: now)
        #expect(try await days(store, 1) == Array(0...9))
        #expect(try await days(store, 2) == [5, 6, 7, 8, 9])
        #expect(throws: ArchiveError.self) { try ArchivePins(folder: folder.path, realm: .imported) }
        #expect(throws: ArchiveError.self) { try ArchivePins(folder: folder.path + "/none", realm: .real) }
    }

    @Test func whatIsTooMuchGoesOldestFirstAndTheNewestDayStays() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        let now = Samples.time(Samples.start + 9 * Moments.day)
        let before = try await store.database.read { try HistoryStore.bytesInUse($0) }
        try await store.retain(RetentionRules(bytes: before * 6 / 10), at: now)
        let left = try await days(store, 1)
        #expect(left.count < 10 && left.count > 1)
        #expect(left == Array(Int64(10 - left.count)...9))
        let after = try await store.database.read { try HistoryStore.bytesInUse($0) }
        #expect(after <= before * 6 / 10)
        try await store.retain(RetentionRules(bytes: 0), at: now)
        #expect(try await days(store, 1) == [9])
        try await store.retain(RetentionRules(), at: now)
        #expect(try await days(store, 1) == [9])
    }

    @Test func anImportIsTakenBackAndNothingElse() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .imported)
        let rows = (0..<2_000).map { Samples.numbered($0, spacing: 5_000) }
        try await store.append(Samples.batch(rows))
        try await store.append(Samples.batch(rows, origin: "someone"))
        let half = Samples.time(Samples.start)..<Samples.time(Samples.start + 5_000_000)
        #expect(
            try await store.erase(Samples.aircraft, during: half, licence: .openDatabase, origin: "someone") == 1_000
        )
        #expect(try await store.erase(Samples.aircraft, during: half, licence: .openDatabase, origin: "someone") == 0)
        #expect(try await store.days(of: Samples.aircraft).reduce(0) { $0 + $1.positions } == 3_000)
        #expect(
            try await store.erase(Samples.aircraft, during: Samples.always, licence: .openDatabase, origin: "someone")
                == 1_000
        )
        #expect(try await store.everything().observations == rows)
        #expect(try await store.everything().evidence.origins.isEmpty)
    }
}
