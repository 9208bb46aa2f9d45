import Aero
import GRDB
import ModeS
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

    @Test func aRowOfTheFutureDoesNotStandInForToday() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        var future = Observation(at: Samples.time(Samples.start + 400 * Moments.day), sourceClass: .adsbICAO)
        future.position = Position(latitude: 1, longitude: 1)
        try await store.append(Samples.batch([future], of: aircraft(5)))
        try await store.seal()
        try await store.retain(RetentionRules(bytes: 0), at: Samples.time(Samples.start + 9 * Moments.day))
        #expect(try await days(store, 1) == [9])
    }

    private func names(_ store: HistoryStore) async throws -> [[String]] {
        try await store.database.read { database in
            try Row.fetchAll(database, sql: "SELECT address, t, value FROM identity_change ORDER BY address, t")
                .map { row in
                    let day = Moments.dayNumber(row[1]) - Moments.dayNumber(Samples.start)
                    return ["\(row[0] as Int)", "\(day)", row[2]]
                }
        }
    }

    private func name(
        _ aircraft: ArchivedAircraft,
        day: Int,
        _ value: String,
        after ms: Int64 = 0
    ) throws -> IdentityChange {
        try #require(IdentityChange(aircraft, at: Samples.start + Int64(day) * Moments.day + ms, .callsign, value))
    }

    /// A name goes with the time in which it held, not with the day on which it was told.
    @Test func namesGoWithWhatTheyAreTheNamesOf() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        var batch = ObservationBatch(licence: .own)
        batch.names = [
            // Held on day 0 only; for ever; from day 0 to day 6; of somebody of whom there is nothing.
            try name(aircraft(0), day: 0, "A0"), try name(aircraft(0), day: 1, "A1", after: -1),
            try name(aircraft(1), day: 0, "B0"), try name(aircraft(1), day: 6, "B6"),
            try name(aircraft(2), day: 2, "C2"), try name(aircraft(2), day: 4, "C4"),
            try name(aircraft(2), day: 9, "C9"),
            try name(aircraft(7), day: 3, "D3"), try name(aircraft(8), day: 9, "E9"),
        ]
        try await store.append(batch)
        try await store.seal()
        let now = Samples.time(Samples.start + 9 * Moments.day)
        // Pinned: aircraft 2 on day 3, when it was called C2.
        let third =
            Samples.time(Samples.start + 3 * Moments.day)..<Samples.time(Samples.start + 3 * Moments.day + 1_000)
        try await store.pin(ArchivePin(aircraft: aircraft(2), during: third, reason: "r", who: "w"), at: now)
        try await store.retain(RetentionRules(days: 4), at: now)
        #expect(
            try await names(store) == [
                ["1", "1", "A1"], ["2", "0", "B0"], ["2", "6", "B6"], ["3", "2", "C2"], ["3", "4", "C4"],
                ["3", "9", "C9"], ["9", "9", "E9"],
            ]
        )
        let trace = try await store.trace(
            of: aircraft(0),
            during: Samples.time(Samples.start + 8 * Moments.day)..<now,
            withoutPositions: false
        )
        #expect(trace.names.map(\.value) == ["A1"])
    }

    /// Twenty thousand names of one aircraft on an old day, as a feeder that alternates could make them.
    @Test func namesOfOldDaysGoBeforePositionsAreDeletedForTheirSake() async throws {
        let folder = try TemporaryFolder()
        let store = try await filled(folder)
        let before = try await store.database.read { try HistoryStore.bytesInUse($0) }
        var batch = ObservationBatch(licence: .own)
        batch.names = try (0..<20_000).map {
            try name(aircraft(0), day: -1, $0.isMultiple(of: 2) ? "QX1" : "QX2", after: Int64($0))
        }
        try await store.append(batch)
        try await store.seal()
        #expect(try await store.database.read { try HistoryStore.bytesInUse($0) } > before + 400_000)
        let now = Samples.time(Samples.start + 9 * Moments.day)
        try await store.retain(RetentionRules(bytes: before + 100_000), at: now)
        #expect(try await days(store, 0) == Array(0...9))
        // The last one held when day 0 began.
        #expect(try await names(store) == [["1", "-1", "QX2"]])
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
