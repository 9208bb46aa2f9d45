import Aero
import Foundation
import GRDB
import TestSupport
import Testing
import Tracking

@testable import Store

/// A database whose numbers are the ends of what there is: whatever is asked or done, it is answered or refused. A trap ends the tests.
struct HostileNumbersTests {
    private static let realm = ArchiveRealm.imported

    /// Traces, and an archive of them with everything that an archive has beside.
    private static func filled() async throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (index, hex) in ["4ca1fa", "4ca1fb", "4ca1fc", "~2a00f3"].enumerated() {
            try folder.write(
                "traces/trace_full_\(hex).json",
                TraceImporterTests.trace(hex, rows: 300, start: 1_718_668_800 + Int64(index) * 40_000)
            )
        }
        let store = try HistoryStore(folder: folder.path + "/archive", realm: realm)
        try await bring(folder, store)
        let day = TracePast.day
        let during = CalendarDay(number: day).range
        try await store.noteUptime(nil, during: during)
        try await store.noteUptime(try await store.receiverNumber(of: "antenna"), during: during)
        try await store.noteLoss(during: during, isImport: false, detail: "test", at: during.lowerBound)
        let area = ArchiveArea(south: 50, west: -1, north: 52, east: 1)
        for aircraft in [nil, Samples.aircraft] {
            try await store.pin(
                ArchivePin(aircraft: aircraft, area: area, during: during, reason: "test", who: "test"),
                at: during.lowerBound
            )
        }
        try await store.compactDays(endedBy: Samples.time(Samples.start))
        _ = try await store.writeManifest(of: day) { ContentDigest.hex($0) }
        // A piece that was put aside.
        try await store.change { try DamagedChunks.isolate(1, reason: "test", in: $0) }
        try await store.append(Samples.batch((0..<50).map { Samples.numbered($0) }, origin: "adsb.lol"))
        try await store.seal()
        try await store.close()
        return folder
    }

    @discardableResult
    private static func bring(_ folder: TemporaryFolder, _ store: HistoryStore) async throws -> ImportReport {
        let importer = TraceImporter(archive: store, ledger: ImportLedger(folder: folder.path + "/archive"))
        return try await importer.run(TraceImporterTests.request(folder.path + "/traces"))
    }

    /// Sets numbers to the ends of what there is.
    private static func spoil(_ file: String, _ count: Int, _ random: inout SeededGenerator) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(path: file, configuration: configuration)
        defer { try? queue.close() }
        try queue.write { database in
            let tables = try String.fetchAll(
                database,
                sql:
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb%'"
            )
            var columns: [(table: String, column: String)] = []
            for table in tables {
                let names = try String.fetchAll(
                    database,
                    sql: "SELECT name FROM pragma_table_info(?) WHERE type = 'INTEGER'",
                    arguments: [table]
                )
                // Pieces have more numbers than all else, and more is computed of them.
                for _ in 0..<(table.hasSuffix("chunk") ? 3 : 1) { columns += names.map { (table: table, column: $0) } }
            }
            for _ in 0..<count {
                guard let (table, column) = columns.randomElement(using: &random) else { continue }
                let value = [Int64.min, .min + 1, -1, 0, .max - 1, .max].randomElement(using: &random) ?? 0
                let rows = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
                guard rows > 0 else { continue }
                // One row, or all.
                let place =
                    Bool.random(using: &random) ? "" : "LIMIT 1 OFFSET \(Int.random(in: 0..<rows, using: &random))"
                let key =
                    try Bool.fetchOne(
                        database,
                        sql: "SELECT wr FROM pragma_table_list(?)",
                        arguments: [table]
                    ) == true ? column : "rowid"
                try? database.execute(
                    sql:
                        "UPDATE OR REPLACE \(table) SET \(column) = ? WHERE \(key) IN (SELECT \(key) FROM \(table) \(place))",
                    arguments: [value]
                )
            }
        }
    }

    private static func attempt(_ work: () async throws -> Void) async { try? await work() }

    /// Everything that is asked of an archive.
    private static func ask(_ store: HistoryStore) async {
        let day = TracePast.day
        let ranges = [Samples.always, CalendarDay(number: day).range]
        let everybody = [Samples.aircraft, ArchivedAircraft(AircraftAddress(icao: 0x4CA1FA))]
        for during in ranges {
            for aircraft in everybody {
                await attempt { _ = try await store.trace(of: aircraft, during: during, withoutPositions: true) }
            }
            if let world = ArchiveArea(south: -90, west: -180, north: 90, east: 180) {
                await attempt { _ = try await store.traces(in: world, during: during, limit: 100) }
            }
            await attempt { _ = try await store.aircraft(heardDuring: during, after: nil, limit: 100) }
            await attempt { _ = try await store.aircraft(heardOnlySilently: during, after: nil, limit: 100) }
            await attempt { _ = try await store.names(matching: "A", field: .callsign, during: during, limit: 10) }
            await attempt { _ = try await store.terms(during: during) }
            await attempt { _ = try await store.uptime(during: during) }
            await attempt { _ = try await store.moments(during: during) }
            await attempt { _ = try await store.days(in: during) }
            await attempt { _ = try await store.incompleteDays(in: during) }
            await attempt { _ = try await store.days(in: during) { _, _ in false } }
            await attempt {
                _ = try await store.daysWithoutManifest(endedBy: during.upperBound, notedSince: during.lowerBound)
            }
        }
        for aircraft in everybody {
            await attempt { _ = try await store.span(of: aircraft) }
            await attempt { _ = try await store.days(of: aircraft) }
            await attempt { _ = try await store.callsigns(of: aircraft, limit: 10) }
        }
        guard let place = Position(latitude: 51.1, longitude: -0.5) else { return }
        let time = CalendarDay.instant(1_718_668_800_000)
        await attempt { _ = try await store.aircraft(near: place, within: Metres(5_000), at: time, limit: 10) }
        await attempt { _ = try await store.evidence(near: place, within: Metres(5_000), at: time) }
        await attempt { _ = try await store.pins() }
        for number in [day, 0, -1, Moments.dayNumber(.min), Moments.dayNumber(.max)] {
            await attempt { _ = try await store.damage(of: number) }
            await attempt { _ = try await store.terms(of: number) }
            await attempt { _ = try await store.manifest(of: number) }
        }
        await attempt { _ = try await store.check() }
        await attempt { _ = try await store.putAside() }
    }

    /// Everything that is done to one.
    private static func change(_ store: HistoryStore, _ folder: TemporaryFolder) async {
        let now = Samples.time(Samples.start + 3 * Moments.day)
        await attempt {
            try await store.append(Samples.batch((0..<50).map { Samples.numbered($0) }, origin: "adsb.lol"))
        }
        await attempt { try await store.seal() }
        await attempt { try await bring(folder, store) }
        await attempt { try await store.repair() }
        await attempt { try await bring(folder, store) }
        await attempt { try await store.compactDays(endedBy: now) }
        await attempt { _ = try await store.writeManifest(of: TracePast.day) { ContentDigest.hex($0) } }
        await attempt { try await store.noteUptime(1, during: CalendarDay(number: TracePast.day).range) }
        await attempt { _ = try await store.withdraw([1], during: Samples.always) }
        await attempt {
            _ = try await store.erase(
                Samples.aircraft,
                during: Samples.always,
                licence: .openDatabase,
                origin: "adsb.lol"
            )
        }
        await attempt { try await store.retain(RetentionRules(days: nil, bytes: 1), at: now) }
        await attempt { try await store.retain(RetentionRules(days: 1, bytes: nil), at: now) }
        await attempt { try await store.close() }
    }

    private static func open(_ folder: TemporaryFolder, isReading: Bool) -> HistoryStore? {
        isReading
            ? try? HistoryStore(reading: folder.path + "/archive", realm: realm)
            : try? HistoryStore(folder: folder.path + "/archive", realm: realm)
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func nothingTraps(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let whole = try await Self.filled()
        let copy = try whole.copy()
        try Self.spoil(copy.path + "/archive/pelacak.sqlite", 1 << Int(seed % 7), &random)
        let second = try copy.copy()
        if let store = Self.open(copy, isReading: true) {
            await Self.ask(store)
            try? await store.close()
        }
        if let store = Self.open(copy, isReading: false) {
            await Self.change(store, copy)
        }
        // And what a rebuild makes of the same.
        let report = try? await HistoryStore.rebuild(folder: second.path + "/archive", realm: Self.realm)
        #expect(report != nil)
        if let store = Self.open(second, isReading: true) {
            await Self.ask(store)
            try? await store.close()
        }
        let store = try HistoryStore(folder: second.path + "/archive", realm: Self.realm)
        let check = try await store.check()
        #expect(check.isWhole, "\(check.databaseProblems) \(check.damaged)")
        await Self.change(store, second)
    }
}
