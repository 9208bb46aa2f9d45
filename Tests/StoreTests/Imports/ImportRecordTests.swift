import Aero
import Foundation
import Testing
import Tracking

@testable import Store

/// What the record of an import and the books of the days say at every moment, so that an import can be taken back whatever came in between.
struct ImportRecordTests {
    private static let hexes = ["4ca1fa", "4ca1fb", "4ca1fc"]

    private func store(_ folder: TemporaryFolder, limit: Int? = nil) throws -> HistoryStore {
        var settings = ArchiveSettings(for: .imported)
        if let limit { (settings.unsealedRowsLimit, settings.sealsByTime) = (limit, false) }
        return try HistoryStore(folder: folder.path + "/archive", realm: .imported, settings: settings)
    }

    private func importer(_ folder: TemporaryFolder, _ store: HistoryStore) -> TraceImporter {
        var limits = ImportLimits()
        limits.batch = 100
        return TraceImporter(archive: store, ledger: ImportLedger(folder: folder.path + "/archive"), limits: limits)
    }

    private func traces() throws -> (TemporaryFolder, ImportRequest) {
        let folder = try TemporaryFolder()
        for hex in Self.hexes {
            try folder.write("traces/trace_full_\(hex).json", TraceImporterTests.trace(hex, rows: 200))
        }
        return (folder, TraceImporterTests.request(folder.path + "/traces"))
    }

    /// A list of very many aircraft does not make the record unreadable.
    @Test func anImportOfManyAircraftCanBeTakenBack() async throws {
        let (folder, whole) = try traces()
        var request = whole
        request.filter.aircraft = Set((0..<200_000).map { AircraftAddress(icao: 0x4C_0000 + $0) })
        let store = try store(folder)
        let report = try await importer(folder, store).run(request)
        #expect(report.rows == 600)
        let ledger = ImportLedger(folder: folder.path + "/archive")
        #expect(try ledger.entries().map(\.origin) == ["adsb.lol"])
        #expect(try ledger.entries().map(\.rows) == [600])
        // Another list of as many is another import.
        request.filter.aircraft?.remove(AircraftAddress(icao: 0x4C_0000))
        request.filter.aircraft?.insert(AircraftAddress(icao: 0x3C_0000))
        let other = try await importer(folder, store).run(request)
        #expect(other.id != report.id)
        #expect(Set(try ledger.entries().map(\.filter)).count == 2)
        _ = try await importer(folder, store).undo(other.id, in: store)
        #expect(try await importer(folder, store).undo(report.id, in: store) == 600)
        try await store.close()
    }

    /// A name with a time that no time has keeps nothing of its trace in the archive.
    @Test(arguments: [8e15, -8e15, 9.3e12]) func aNameOutOfTimeIsLeftOut(time: Double) async throws {
        let folder = try TemporaryFolder()
        let names = "\"pelacak\":{\"names\":[[\(Int64(time)),\"callsign\",\"KLM1\"]]},"
        let path = try folder.write("trace_full_4ca1fa.json", TraceImporterTests.trace("4ca1fa", more: names))
        let store = try store(folder)
        let report = try await importer(folder, store).run(TraceImporterTests.request(path))
        #expect(report.rows == 3 && report.badValues == 1)
        #expect(try await importer(folder, store).undo(report.id, in: store) == 3)
        #expect(try await store.days(in: TraceImporterTests.always).isEmpty)
        try await store.close()
    }

    /// A crash when the rows are safe and the record does not say so yet: taking back takes them too.
    @Test func rowsThatTheRecordDoesNotSayAreDoneAreTakenBack() async throws {
        let (folder, request) = try traces()
        let store = try store(folder)
        let report = try await importer(folder, store).run(request)
        let record = "archive/imports/\(report.id).jsonl"
        let lines = try folder.read(record).split(separator: 10)
        let left = lines.filter { line in
            let text = String(decoding: line, as: UTF8.self)
            return !text.contains("sha256") && !text.contains("\"end\"")
        }
        #expect(left.count < lines.count)
        try folder.write(record, Array(left.joined(separator: [10]) + [10]))
        #expect(try ImportLedger(folder: folder.path + "/archive").entries().map(\.state) == ["begun"])
        #expect(try await importer(folder, store).undo(report.id, in: store) == 600)
        #expect(try await store.days(in: TraceImporterTests.always).isEmpty)
        try await store.close()
    }

    /// Until an import has come to its end the books say that the days it began may lack something.
    @Test func aDayThatIsBegunIsNotWhole() async throws {
        let (folder, request) = try traces()
        do {
            let store = try store(folder, limit: 250)
            await #expect(throws: ImportError.self) { try await importer(folder, store).run(request) }
            #expect(try await store.incompleteDays(in: TraceImporterTests.always) == [TracePast.day])
            try await store.close()
        }
        let store = try store(folder)
        #expect(try await store.incompleteDays(in: TraceImporterTests.always) == [TracePast.day])
        // Another import of a part of it says nothing of the rest.
        let part = TraceImporterTests.request(folder.path + "/traces/trace_full_\(Self.hexes[0]).json")
        _ = try await importer(folder, store).run(part)
        #expect(try await store.incompleteDays(in: TraceImporterTests.always) == [TracePast.day])
        let report = try await importer(folder, store).run(request)
        #expect(report.isWhole)
        #expect(try await store.incompleteDays(in: TraceImporterTests.always).isEmpty)
        try await store.close()
    }

    @Test func whatIsImportedFitsInALine() throws {
        let folder = try TemporaryFolder()
        var request = TraceImporterTests.request("x")
        let inputs = (0..<20_000).map { String(repeating: "folder/", count: 100) + "\($0)" }
        request.filter.aircraft = Set((0..<100_000).map { AircraftAddress(icao: $0) })
        request.filter.area = ArchiveArea(south: 1, west: 2, north: 3, east: 4)
        let ledger = ImportLedger(folder: folder.path)
        let id = String(repeating: "0", count: 16)
        try ledger.append([LedgerLine(id, request, inputs: inputs)], to: id)
        let entry = try #require(try ledger.entries().first)
        #expect(entry.origin == "adsb.lol" && entry.inputs.last == "and 19800 more")
        #expect(entry.filter.hasPrefix("aircraft: 100000, SHA-256 ") && entry.filter.hasSuffix("; box 1.0,2.0,3.0,4.0"))
        #expect(try folder.read("imports/\(id).jsonl").count < 1 << 20)
    }
}
