import Aero
import Foundation
import ModeS
import TestSupport
import Testing
import Tracking

@testable import Store

/// The questions of `TrackArchive`, against the plain way of answering them: looking at every row.
struct QuestionsTests {
    private struct World {
        var rows: [ArchivedAircraft: [Observation]] = [:]
    }

    /// Sixty aircraft over two days, some at the 180th meridian and the poles, some without positions; sealed, compacted, and open rows.
    private func world(_ store: HistoryStore) async throws -> World {
        var random = RandomRows(seed: 21)
        var world = World()
        for part in 0..<3 {
            for index in 0..<60 {
                let aircraft = ArchivedAircraft(
                    index % 5 == 4 ? AircraftAddress(other: UInt32(index)) : AircraftAddress(icao: UInt32(index))
                )
                let start = Samples.start + Int64(part) * 43_200_000 + Int64(index) * 60_000
                var rows = random.flight(120, start: start)
                if index % 7 == 0 {
                    rows = rows.compactMap { moved($0, north: index % 2 == 0 ? 8_900_000 : 0, east: 17_990_000) }
                }
                if index % 11 == 0 { for row in rows.indices { rows[row].position = nil } }
                world.rows[aircraft, default: []] += rows
                try await store.append(Samples.batch(rows, of: aircraft))
            }
            if part < 2 { try await store.seal() }
            if part == 0 { try await store.compactDays(endedBy: Samples.time(Samples.start + 2 * 86_400_000)) }
        }
        return world
    }

    private func moved(_ row: Observation, north: Int32, east: Int32) -> Observation? {
        let longitude = PathReckoner.wrapped(Int64(east) + Int64(row.longitudeSteps) % 40_000)
        return Observation(
            milliseconds: row.milliseconds,
            latitudeSteps: north + row.latitudeSteps % 50_000,
            longitudeSteps: Int32(longitude),
            barometricSteps: row.barometricSteps,
            geometricSteps: row.geometricSteps,
            rateSteps: row.rateSteps,
            speedTenths: row.speedTenths,
            trackTenths: row.trackTenths,
            nicByte: row.nicByte,
            levelByte: row.levelByte,
            sourceClass: row.sourceClass,
            flags: row.flags,
            heardBy: row.heardBy
        )
    }

    @Test func areasAndTimesGiveWhatLookingAtEveryRowGives() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        let world = try await world(store)
        var random = SeededGenerator(seed: 3)
        var answers = 0
        for number in 0..<60 {
            let (south, west) = (
                Double.random(in: -90...60, using: &random), Double.random(in: -180...180, using: &random)
            )
            // Every third one crosses the 180th meridian, some hold everything.
            let area =
                switch number % 4 {
                case 0: ArchiveArea(south: south, west: 170, north: south + 30, east: -170)
                case 1: ArchiveArea(south: -90, west: -180, north: 90, east: 180)
                default: ArchiveArea(south: south, west: west, north: south + 30, east: min(180, west + 60))
                }
            let box = try #require(area)
            let start = Samples.start + Int64.random(in: -1_000_000...90_000_000, using: &random)
            let times = Samples.time(start)..<Samples.time(start + Int64.random(in: 0...20_000_000, using: &random))
            let found = try await store.traces(in: box, during: times, limit: 100)
            let expected = world.rows.mapValues { rows in
                rows.filter { row in times.contains(row.time) && row.position.map { box.contains($0) } ?? false }
            }.filter { !$0.value.isEmpty }
            #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.aircraft, $0.observations) }) == expected)
            #expect(found.map(\.aircraft) == found.map(\.aircraft).sorted())
            answers += found.count
        }
        #expect(answers > 100)
        let everywhere = try #require(ArchiveArea(south: -90, west: -180, north: 90, east: 180))
        let some = try await store.traces(in: everywhere, during: Samples.always, limit: 5)
        #expect(some.count == 5)
        #expect(some.allSatisfy { $0.evidence.isCut })
    }

    @Test func nearAPlaceAtATimeIsTheRowNextToThatTime() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        let world = try await world(store)
        var random = SeededGenerator(seed: 4)
        var answers = 0
        for _ in 0..<40 {
            let rows = world.rows.values.randomElement(using: &random) ?? []
            guard let row = rows.filter(\.hasPosition).randomElement(using: &random), let place = row.position else {
                continue
            }
            let time = row.time.advanced(bySeconds: Double.random(in: -70...70, using: &random))
            let radius = Metres(Double.random(in: 0...60_000, using: &random))
            let found = try await store.aircraft(near: place, within: radius, at: time, limit: 100)
            func away(_ row: Observation) -> Int64 { abs(row.milliseconds - time.milliseconds) }
            let expected = world.rows.compactMap { aircraft, rows -> ArchivedAircraft? in
                let next = rows.filter { $0.hasPosition && away($0) <= 60_000 }.min { away($0) < away($1) }
                guard let position = next?.position, Geodesy.distance(place, position) <= radius else { return nil }
                return aircraft
            }
            #expect(Set(found.map(\.aircraft)) == Set(expected))
            #expect(found.map(\.distance.rawValue) == found.map(\.distance.rawValue).sorted())
            answers += found.count
        }
        #expect(answers > 10)
    }

    @Test func spansDaysAndWhoWasHeard() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        let world = try await world(store)
        var perDay: [Int64: (aircraft: Set<ArchivedAircraft>, positions: Int, others: Int)] = [:]
        for (aircraft, rows) in world.rows {
            let span = try #require(try await store.span(of: aircraft))
            #expect(span.lowerBound == rows.map(\.time).min())
            #expect(span.upperBound == rows.map(\.time).max()?.advanced(bySeconds: 0.001))
            let days = try await store.days(of: aircraft)
            #expect(days.reduce(0) { $0 + $1.positions } == rows.filter(\.hasPosition).count)
            #expect(days.reduce(0) { $0 + $1.otherObservations } == rows.filter { !$0.hasPosition }.count)
            for row in rows {
                var day = perDay[Moments.dayNumber(row.milliseconds)] ?? ([], 0, 0)
                day.aircraft.insert(aircraft)
                day.positions += row.hasPosition ? 1 : 0
                day.others += row.hasPosition ? 0 : 1
                perDay[Moments.dayNumber(row.milliseconds)] = day
            }
        }
        let days = try await store.days(in: Samples.time(0)..<Samples.time(Samples.start + 9 * 86_400_000))
        #expect(days.map(\.number) == perDay.keys.sorted())
        for day in days {
            #expect(day.aircraft == perDay[day.number]?.aircraft.count)
            #expect(day.positions == perDay[day.number]?.positions)
            #expect(day.otherObservations == perDay[day.number]?.others)
            #expect(day.isComplete == nil)
        }
        #expect(try await store.span(of: ArchivedAircraft(AircraftAddress(icao: 0xFFFFFF))) == nil)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<30 {
            let start = Samples.start + Int64.random(in: -1_000_000...90_000_000, using: &random)
            let times = Samples.time(start)..<Samples.time(start + Int64.random(in: 0...4_000_000, using: &random))
            let expected = world.rows.filter { $0.value.contains { times.contains($0.time) } }.keys.sorted()
            var found: [ArchivedAircraft] = []
            while case let page = try await store.aircraft(heardDuring: times, after: found.last, limit: 7),
                !page.isEmpty
            {
                found += page
            }
            #expect(found == expected)
        }
    }

    @Test func namesAreFoundByTheirBeginningAndGoWithATrace() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        func change(_ minutes: Int64, _ field: IdentityChange.Field, _ value: String) throws -> IdentityChange {
            try #require(IdentityChange(Samples.aircraft, at: Samples.start + minutes * 60_000, field, value))
        }
        let changes = try [
            change(0, .callsign, "KLM12"), change(1, .squawk, "1000"), change(30, .callsign, "KLM34"),
            change(50, .callsign, ""),
            change(60, .callsign, "BAW1"),
        ]
        for (index, change) in changes.enumerated() {
            var batch = Samples.batch([Samples.numbered(index)])
            batch.names = [change]
            try await store.append(batch)
            if index == 2 { try await store.seal() }
        }
        let found = try await store.names(matching: "KLM", field: .callsign, during: Samples.always, limit: 10)
        #expect(found == [changes[0], changes[2]])
        #expect(
            try await store.names(matching: "KLM", field: .callsign, during: Samples.always, limit: 1) == [changes[0]]
        )
        #expect(
            try await store.names(matching: "10", field: .squawk, during: Samples.always, limit: 10) == [changes[1]]
        )
        #expect(try await store.names(matching: "KLM%", field: .callsign, during: Samples.always, limit: 10).isEmpty)
        let hour = Samples.time(Samples.start + 40 * 60_000)..<Samples.time(Samples.start + 55 * 60_000)
        let trace = try await store.trace(of: Samples.aircraft, during: hour, withoutPositions: false)
        #expect(trace.names == [changes[1], changes[2], changes[3]])
    }

    @Test func questionsThatMakeNoSenseAreSaidToBe() async throws {
        let store = try HistoryStore(folder: TemporaryFolder().path, realm: .real)
        await #expect(throws: ArchiveError.self) {
            _ = try await store.aircraft(heardDuring: Samples.always, after: nil, limit: 0)
        }
        let place = try #require(Position(latitude: 0, longitude: 0))
        await #expect(throws: ArchiveError.self) {
            _ = try await store.aircraft(near: place, within: Metres(-1), at: Samples.time(0), limit: 1)
        }
    }

    @Test func aLongAnswerIsCutAndCanBeAskedForTheRest() async throws {
        let folder = try TemporaryFolder()
        var settings = ArchiveSettings()
        settings.rowsPerAnswer = 700
        let store = try HistoryStore(folder: folder.path, realm: .real, settings: settings)
        let rows = (0..<3_000).map { Samples.numbered($0, spacing: 7_000) }
        try await store.append(Samples.batch(Array(rows.shuffled())))
        try await store.seal()
        var found: [Observation] = []
        var from = Samples.always.lowerBound
        while true {
            let trace = try await store.trace(
                of: Samples.aircraft,
                during: from..<Samples.always.upperBound,
                withoutPositions: true
            )
            found += trace.observations
            guard trace.evidence.isCut, let last = trace.observations.last else { break }
            #expect(trace.observations.count == 700)
            from = last.time.advanced(bySeconds: 0.001)
        }
        #expect(found == rows)
    }

    /// Names of one aircraft that changed with every message, as older programs kept them.
    @Test func namesThatAreTooManyAreCutAndSaySo() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        var batch = Samples.batch([Samples.numbered(0), Samples.numbered(20_000)])
        batch.names = try (0..<5_000).map {
            try #require(
                IdentityChange(Samples.aircraft, at: Samples.start + Int64($0) * 1_000, .callsign, "QX\($0 % 2)")
            )
        }
        batch.names.append(try #require(IdentityChange(Samples.aircraft, at: Samples.start + 1, .squawk, "1000")))
        for isSealed in [false, true] {
            if isSealed { try await store.seal() } else { try await store.append(batch) }
            let all = try await store.everything().names
            let callsigns = all.filter { $0.field == .callsign }
            #expect(callsigns.count == IdentityTable.mostOfField + 1)
            #expect(callsigns.prefix(1_000).map(\.milliseconds) == (0..<1_000).map { Samples.start + $0 * 1_000 })
            #expect(callsigns.last?.value == "" && callsigns.last?.milliseconds == Samples.start + 1_000_000)
            #expect(all.filter { $0.field == .squawk }.map(\.value) == ["1000"])
            // From a time on: the one before it, then those in it.
            let late = Samples.time(Samples.start + 4_990_500)..<Samples.time(.max / 1_000_000)
            let some = try await store.trace(of: Samples.aircraft, during: late, withoutPositions: true).names
            #expect(some.filter { $0.field == .callsign }.count == 10)
        }
    }

    /// A position on the 180th meridian is kept as -180 degrees.
    @Test func whatLiesOnTheMeridianIsInABoxThatEndsThere() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        var row = Samples.numbered(0)
        row.position = Position(latitude: 10, longitude: 180)
        try await store.append(Samples.batch([row]))
        for isSealed in [false, true] {
            if isSealed { try await store.seal() }
            for (west, east, isIn) in [
                (170.0, 180.0, true), (180, 180, true), (-180, -170, true), (-180, 180, true), (180, -170, true),
                (170, -170, true), (170, 179.9, false), (-179.9, 179.9, false), (-179.9, 180, true),
            ] {
                let area = try #require(ArchiveArea(south: 9, west: west, north: 11, east: east))
                let found = try await store.traces(in: area, during: Samples.always, limit: 10)
                #expect(found.count == (isIn ? 1 : 0), "\(west) \(east) \(isSealed)")
            }
        }
    }
}
