import Aero
import ModeS
import Testing
import Tracking

@testable import Store

/// What every implementation of the archive must do; the list of them is `ArchiveUnderTest.all`.
struct TrackArchiveContractTests {
    static let start = TracePast.start
    static let day = CalendarDay(number: TracePast.day).range
    static func who(_ bits: UInt32) -> ArchivedAircraft { ArchivedAircraft(AircraftAddress(icao: bits)) }
    static func time(_ seconds: Int64) -> Timestamp { CalendarDay.instant(start + seconds * 1000) }

    static func row(_ seconds: Int64, _ latitude: Double?, _ longitude: Double = 0, heardBy: UInt32 = 0) -> Observation
    {
        var row = Observation(at: time(seconds), sourceClass: .adsbICAO, heardBy: heardBy)
        if let latitude { row.position = Position(latitude: latitude, longitude: longitude) }
        return row
    }

    static func batch(
        _ rows: [(UInt32, Observation)],
        licence: LicenceTag = .own,
        origin: String? = nil
    ) -> ObservationBatch {
        var batch = ObservationBatch(licence: licence, origin: origin)
        batch.rows = rows.map { ObservationBatch.Row(who($0.0), $0.1) }
        return batch
    }

    @Test("what went in comes out, rising in time, with who heard it", arguments: ArchiveUnderTest.all)
    func givesBack(_ kind: ArchiveUnderTest) async throws {
        let archive = try await kind.make()
        var batch = TracePast(seed: 3, aircraft: 4, rows: 60).batch
        let rows = batch.rows
        batch.rows.shuffle()
        try await archive.append(batch)
        for aircraft in Set(rows.map(\.aircraft)) {
            let trace = try await archive.trace(of: aircraft, during: Self.day, withoutPositions: true)
            let wanted = rows.filter { $0.aircraft == aircraft }.map(\.observation)
            try #require(trace.observations.count == wanted.count)
            for (found, wanted) in zip(trace.observations, wanted) {
                #expect(trace.receiverSets[Int(found.heardBy)] == batch.receiverSets[Int(wanted.heardBy)])
                var (bare, wantedBare) = (found, wanted)
                (bare.heardBy, wantedBare.heardBy) = (0, 0)
                #expect(bare == wantedBare)
            }
            #expect(trace.evidence.licences == [.openDatabase] && trace.evidence.origins == ["adsb.lol"])
            #expect(Set(trace.names) == Set(batch.names.filter { $0.aircraft == aircraft }))
        }
    }

    @Test("twice is once", arguments: ArchiveUnderTest.all)
    func twiceIsOnce(_ kind: ArchiveUnderTest) async throws {
        let archive = try await kind.make()
        let batch = TracePast(seed: 4, aircraft: 3, rows: 40).batch
        try await archive.append(batch)
        let once = try await TraceComparison(archive, Self.day)
        try await archive.append(batch)
        #expect(once.difference(try await TraceComparison(archive, Self.day)) == nil)
        #expect(once.count == 120)
    }

    @Test("a time begins with its first instant and ends before its last", arguments: ArchiveUnderTest.all)
    func timesAreHalfOpen(_ kind: ArchiveUnderTest) async throws {
        let archive = try await kind.make()
        try await archive.append(Self.batch([(1, Self.row(0, 1)), (1, Self.row(10, nil)), (1, Self.row(20, 2))]))
        func times(_ range: Range<Timestamp>, _ others: Bool) async throws -> [Int64] {
            try await archive.trace(of: Self.who(1), during: range, withoutPositions: others).observations
                .map { ($0.milliseconds - Self.start) / 1000 }
        }
        #expect(try await times(Self.time(0)..<Self.time(20), true) == [0, 10])
        #expect(try await times(Self.time(0)..<Self.time(21), false) == [0, 20])
        #expect(try await times(Self.time(1)..<Self.time(10), true) == [])
        let nobody = try await archive.trace(of: Self.who(2), during: Self.day, withoutPositions: true)
        #expect(nobody.observations.isEmpty && nobody.evidence.licences.isEmpty)
    }

    @Test("a name holds on from before the time asked for", arguments: ArchiveUnderTest.all)
    func namesHoldOn(_ kind: ArchiveUnderTest) async throws {
        let archive = try await kind.make()
        var batch = Self.batch([(1, Self.row(0, 1)), (1, Self.row(100, 1))])
        for (seconds, value) in [(0, "PLK1"), (50, "PLK2"), (90, "PLK3")] as [(Int64, String)] {
            let milliseconds = Self.start + seconds * 1000
            batch.names.append(try #require(IdentityChange(Self.who(1), at: milliseconds, .callsign, value)))
        }
        try await archive.append(batch)
        let trace = try await archive.trace(
            of: Self.who(1),
            during: Self.time(80)..<Self.time(101),
            withoutPositions: true
        )
        #expect(trace.names.map(\.value) == ["PLK2", "PLK3"])
        let found = try await archive.names(
            matching: "PLK",
            field: .callsign,
            during: Self.time(0)..<Self.time(90),
            limit: 9
        )
        #expect(found.map(\.value) == ["PLK1", "PLK2"])
        #expect(try await archive.names(matching: "PLK", field: .squawk, during: Self.day, limit: 9).isEmpty)
    }

    @Test("the callsigns of an aircraft, those used last first", arguments: ArchiveUnderTest.all)
    func callsigns(_ kind: ArchiveUnderTest) async throws {
        let archive = try await kind.make()
        var batch = Self.batch([(1, Self.row(0, 1)), (2, Self.row(0, 1))])
        let told: [(UInt32, Int64, IdentityChange.Field, String)] = [
            (1, 0, .callsign, "PLK1"), (1, 86_400, .callsign, "PLK2"), (1, 90_000, .callsign, ""),
            (1, 90_001, .callsign, "PLK1"), (1, 90_002, .callsign, "PLK1"), (1, 90_003, .squawk, "7000"),
            (2, 5, .callsign, "PLK3"),
        ]
        for (bits, seconds, field, value) in told {
            let milliseconds = Self.start + seconds * 1000
            batch.names.append(try #require(IdentityChange(Self.who(bits), at: milliseconds, field, value)))
        }
        try await archive.append(batch)
        let begin = Self.start
        #expect(
            try await archive.callsigns(of: Self.who(1), limit: 9) == [
                ArchivedCallsign("PLK1", first: begin, last: begin + 90_002_000, days: 2),
                ArchivedCallsign("PLK2", first: begin + 86_400_000, last: begin + 86_400_000, days: 1),
            ]
        )
        #expect(try await archive.callsigns(of: Self.who(1), limit: 1).map(\.callsign) == ["PLK1"])
        #expect(try await archive.callsigns(of: Self.who(3), limit: 9).isEmpty)
        // What may not be handed on is left out.
        #expect(try await archive.holding(only: [.publicDomain])?.callsigns(of: Self.who(1), limit: 9) ?? [] == [])
    }

    @Test("an area gives what lies in it, over the 180th meridian too", arguments: ArchiveUnderTest.all)
    func findsInAnArea(_ kind: ArchiveUnderTest) async throws {
        let archive = try await kind.make()
        try await archive.append(
            Self.batch([
                (1, Self.row(0, 10, 179.5)), (1, Self.row(10, 10, -179.5)), (1, Self.row(20, 10, -170)),
                (2, Self.row(5, 10, 0)), (3, Self.row(5, nil)),
            ])
        )
        let area = try #require(ArchiveArea(south: 0, west: 179, north: 20, east: -179))
        let traces = try await archive.traces(in: area, during: Self.day, limit: 10)
        #expect(traces.map(\.aircraft) == [Self.who(1)] && traces.first?.observations.count == 2)
        #expect(try await archive.traces(in: area, during: Self.time(11)..<Self.time(99), limit: 10).isEmpty)
    }

    @Test("the nearest come first, by the row next to the time", arguments: ArchiveUnderTest.all)
    func findsNearby(_ kind: ArchiveUnderTest) async throws {
        let archive = try await kind.make()
        try await archive.append(
            Self.batch([
                (1, Self.row(0, 10.2, 0)), (2, Self.row(0, 10.1, 0)), (2, Self.row(50, 10.15, 0)),
                (3, Self.row(200, 10, 0)), (4, Self.row(0, 60, 0)),
            ])
        )
        let place = try #require(Position(latitude: 10, longitude: 0))
        let near = try await archive.aircraft(near: place, within: Metres(50_000), at: Self.time(1), limit: 10)
        #expect(near.map(\.aircraft) == [Self.who(2), Self.who(1)])
        #expect(near.first?.observation.milliseconds == Self.start)
        #expect(try await archive.aircraft(near: place, within: Metres(50_000), at: Self.time(1), limit: 1).count == 1)
    }

    @Test("who was heard without a position, and never with one in that time", arguments: ArchiveUnderTest.all)
    func listsTheSilent(_ kind: ArchiveUnderTest) async throws {
        let archive = try await kind.make()
        // 1 with and without, 2 and 3 without, 4 with one outside of the time asked for, 5 with alone, 6 before and after it.
        try await archive.append(
            Self.batch([
                (1, Self.row(10, 1)), (1, Self.row(20, nil)), (2, Self.row(10, nil)), (3, Self.row(599, nil)),
                (4, Self.row(10, nil)), (4, Self.row(700, 1)), (5, Self.row(10, 1)), (6, Self.row(0, nil)),
                (6, Self.row(600, nil)), (4, Self.row(2, 1)),
            ])
        )
        let during = Self.time(5)..<Self.time(600)
        let found = try await archive.aircraft(heardOnlySilently: during, after: nil, limit: 10)
        #expect(found == [2, 3, 4].map { Self.who($0) })
        #expect(try await archive.aircraft(heardOnlySilently: during, after: Self.who(2), limit: 1) == [Self.who(3)])
        if let folder = archive as? HistoryInFolder {
            try await folder.store.seal()
            #expect(try await archive.aircraft(heardOnlySilently: during, after: nil, limit: 10) == found)
            try await folder.store.compactDays(endedBy: CalendarDay.instant(Self.start + 10 * 86_400_000))
            #expect(try await archive.aircraft(heardOnlySilently: during, after: nil, limit: 10) == found)
        }
    }

    @Test("who was heard, page by page; on which days; from when to when", arguments: ArchiveUnderTest.all)
    func listsAircraftAndDays(_ kind: ArchiveUnderTest) async throws {
        let archive = try await kind.make()
        try await archive.append(
            Self.batch(
                (1...7).map { (UInt32($0), Self.row(Int64($0), 1)) } + [
                    (1, Self.row(86_400, 1)), (1, Self.row(86_401, nil)),
                ]
            )
        )
        var found: [ArchivedAircraft] = []
        while true {
            let page = try await archive.aircraft(heardDuring: Self.day, after: found.last, limit: 3)
            if page.isEmpty { break }
            found += page
            #expect(page.count <= 3 && found.count <= 7)
        }
        #expect(found == (1...7).map { Self.who($0) })
        let days = try await archive.days(of: Self.who(1))
        #expect(days.map(\.number) == [TracePast.day, TracePast.day + 1])
        #expect(days.map(\.positions) == [1, 1] && days.map(\.otherObservations) == [0, 1])
        #expect(try await archive.days(in: Self.day).map(\.aircraft) == [7])
        let span = try #require(try await archive.span(of: Self.who(1)))
        #expect(
            span.lowerBound == Self.time(1) && span.contains(Self.time(86_401)) && span.upperBound <= Self.time(86_402)
        )
        #expect(try await archive.span(of: Self.who(99)) == nil)
    }
}
