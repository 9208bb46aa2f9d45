import Aero
import Foundation
import TestSupport
import Testing
import Tracking

@testable import Store

struct DamagedImportTests {
    @Test func whatIsDamagedIsNamedAndTheRestComesIn() async throws {
        let folder = try TemporaryFolder()
        let files = try TraceImporterTests.day(folder)
        var tar = TarMaker()
        tar.file(files[0].name, files[0].bytes)
        tar.file(files[1].name, Array(files[1].bytes.dropLast(9)))
        tar.file("2024/06/18/traces/01/trace_full_000001.json", TraceImporterTests.trace("000002"))
        tar.file(
            "2024/06/18/traces/02/trace_full_000003.json",
            Array("{\"icao\":\"000003\",\"timestamp\":1,\"trace\":[[1 2]]}".utf8)
        )
        tar.file(files[2].name, files[2].bytes)
        let path = try folder.write("v2024.06.18.tar", tar.bytes)
        let archive = MemoryArchive()
        let report = try await TraceImporter(archive: archive, ledger: ImportLedger(folder: folder.path)).run(
            TraceImporterTests.request(path)
        )
        #expect(report.files == 2 && report.rows == 10 && !report.isWhole)
        #expect(report.damagedCount == 4)
        #expect(report.damaged[0].name.hasSuffix("traces/f3/trace_full_~2a00f3.json"))
        #expect(report.damaged[0].reason == "it ends in the middle")
        #expect(report.damaged[1].reason == "it is of another aircraft than its name says")
        #expect(report.damaged[2].reason.hasPrefix("no JSON at byte"))
        #expect(report.damaged[3].reason.contains("without its end mark"))
        #expect(report.incompleteDays.keys.sorted() == [TracePast.day])
    }

    @Test func aDayThatLacksSomethingIsInTheBooksOnce() async throws {
        let folder = try TemporaryFolder()
        let files = try TraceImporterTests.day(folder)
        try folder.write("day/" + files[0].name, Array(files[0].bytes.dropLast(3)))
        let store = try HistoryStore(folder: folder.path + "/archive", realm: .imported)
        let importer = TraceImporter(archive: store, ledger: ImportLedger(folder: folder.path))
        for _ in 0..<2 {
            let report = try await importer.run(TraceImporterTests.request(folder.path + "/day"))
            #expect(report.incompleteDays.count == 1)
        }
        let notes = try await store.change { try DayNotes.of(TracePast.day, in: $0) }
        #expect(notes.count == 1 && notes.first?.detail.contains(files[0].name) == true)
        #expect(try ImportLedger(folder: folder.path).entries().map(\.damaged) == [1])
        try await store.close()
    }

    /// Whether each day of which there is something is complete, as far as somebody knows; and what a question says of it.
    private func completeness(_ store: HistoryStore) async throws -> [Bool?] {
        let days = try await store.days(in: TraceImporterTests.always)
        for day in days {
            let during =
                CalendarDay.instant(day.number * Moments.day)..<CalendarDay.instant((day.number + 1) * Moments.day)
            let area = try #require(ArchiveArea(south: -90, west: -180, north: 90, east: 180))
            let traces = try await store.traces(in: area, during: during, limit: 10)
            #expect(!traces.isEmpty)
            for trace in traces {
                #expect(trace.evidence.incompleteDays == (day.isComplete == false ? [day.number] : []))
            }
        }
        return days.map(\.isComplete)
    }

    @Test func aDayThatLacksSomethingIsIncompleteUntilItHasComeInOrIsTakenBack() async throws {
        let folder = try TemporaryFolder()
        let files = try TraceImporterTests.day(folder)
        for (place, file) in files.enumerated() {
            try folder.write("bad/" + file.name, place == 0 ? Array(file.bytes.dropLast(3)) : file.bytes)
        }
        try folder.write("other/" + files[1].name, files[1].bytes)
        func fresh(_ name: String) async throws -> (HistoryStore, TraceImporter) {
            let store = try HistoryStore(folder: folder.path + "/" + name, realm: .imported)
            return (store, TraceImporter(archive: store, ledger: ImportLedger(folder: folder.path + "/" + name)))
        }
        let (store, importer) = try await fresh("a")
        let bad = try await importer.run(TraceImporterTests.request(folder.path + "/bad"))
        #expect(try await completeness(store) == [false])
        // A whole import that has not what lacked makes nothing good.
        _ = try await importer.run(TraceImporterTests.request(folder.path + "/other"))
        #expect(try await completeness(store) == [false])
        var narrow = TraceImporterTests.request(folder.path + "/day")
        narrow.filter.during =
            CalendarDay.instant(TracePast.day * Moments.day)..<CalendarDay.instant((TracePast.day + 1) * Moments.day)
        _ = try await importer.run(narrow)
        #expect(try await completeness(store) == [false])
        // One that has it does.
        _ = try await importer.run(TraceImporterTests.request(folder.path + "/day"))
        #expect(try await completeness(store) == [nil])
        // And so does taking it back.
        let (second, again) = try await fresh("b")
        _ = try await again.run(TraceImporterTests.request(folder.path + "/other"))
        _ = try await again.run(TraceImporterTests.request(folder.path + "/bad"))
        #expect(try await completeness(second) == [false])
        _ = try await again.undo(bad.id, in: second)
        #expect(try await completeness(second) == [nil])
    }

    @Test func aCutArchiveGivesWhatStandsBefore() async throws {
        let folder = try TemporaryFolder()
        let files = try TraceImporterTests.day(folder)
        var tar = TarMaker()
        for (name, bytes) in files { tar.file(name, bytes) }
        tar.end()
        let packed = try #require(Gzip.packed(tar.bytes))
        var counts: Set<Int> = []
        for cut in stride(from: 0, to: packed.count, by: 7) {
            let path = try folder.write("v2024.06.18-\(cut).tar.gz", Array(packed[..<cut]))
            let archive = MemoryArchive()
            let importer = TraceImporter(archive: archive, ledger: ImportLedger(folder: folder.path))
            let report = try await importer.run(TraceImporterTests.request(path))
            #expect(!report.isWhole && report.incompleteDays[TracePast.day] != nil)
            #expect(await archive.count == report.rows)
            #expect(report.rows % 5 == 0)
            counts.insert(report.rows)
        }
        #expect(counts.contains(0) && counts.count > 1)
    }

    @Test(arguments: 0..<12 as Range<UInt64>) func randomDamageNeverTraps(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(seed: seed)
        var tar = TarMaker()
        for (name, bytes) in try TraceImporterTests.day(folder) { tar.file(name, bytes) }
        tar.file("trace_full_00000a.json", TraceImporterTests.trace("00000a", rows: 40))
        tar.end()
        for round in 0..<25 {
            var bytes = tar.bytes
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let path = try folder.write("\(round).tar", bytes)
            let archive = MemoryArchive()
            let importer = TraceImporter(archive: archive, ledger: ImportLedger(folder: folder.path))
            let report = try await importer.run(TraceImporterTests.request(path))
            #expect(await archive.count <= report.rows)
        }
    }

    @Test func aTraceThatUnpacksWithoutEndIsRefused() async throws {
        let folder = try TemporaryFolder()
        let bomb = try #require(Gzip.packed(Array(repeating: 0x20, count: 8 << 20), level: 9))
        var limits = ImportLimits()
        limits.unpacked = 1 << 20
        limits.packed = 1 << 16
        try folder.write("day/2024/06/18/trace_full_000001.json", bomb)
        try folder.write("day/2024/06/18/trace_full_000002.json", Array(repeating: 0x20, count: 1 << 17))
        let importer = TraceImporter(
            archive: MemoryArchive(),
            ledger: ImportLedger(folder: folder.path),
            limits: limits
        )
        let report = try await importer.run(TraceImporterTests.request(folder.path + "/day"))
        #expect(
            report.damaged.map(\.reason) == [
                "it unpacks to more than 1048576 bytes", "it has 131072 bytes, more than are read",
            ]
        )
    }

    @Test func simulatedTracesStayOut() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "trace_full_000001.json",
            TraceImporterTests.trace("000001", more: "\"simulated\":true,")
        )
        let archive = MemoryArchive()
        let report = try await TraceImporter(archive: archive, ledger: ImportLedger(folder: folder.path)).run(
            TraceImporterTests.request(path)
        )
        #expect(report.rows == 0 && report.skipped == [.simulated: 1])
        #expect(await archive.count == 0)
    }
}
