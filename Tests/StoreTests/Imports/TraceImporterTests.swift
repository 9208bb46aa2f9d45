import Aero
import Foundation
import ModeS
import TestSupport
import Testing
import Tracking

@testable import Store

struct TraceImporterTests {
    static let always = CalendarDay.instant(0)..<CalendarDay.instant(4_000_000_000_000)
    static let recordings = TestSupport.recordings.map { $0.path + "/traces/adsb_actions/" }

    static func request(_ inputs: String...) -> ImportRequest {
        ImportRequest(inputs: inputs, licence: .openDatabase, origin: "adsb.lol")
    }

    /// A small trace as another program writes it.
    static func trace(_ hex: String, rows: Int = 3, start: Int64 = 1_718_668_800, more: String = "") -> [UInt8] {
        let list = (0..<rows).map { index in
            "[\(index * 10).25,51.\(100 + index),-0.\(500 + index),\(1000 + 25 * index),210.5,90.1,\(index == 0 ? 1 : 0),640,null,\"adsb_icao\",1100,null,null,null]"
        }
        return Array(
            "{\"icao\":\"\(hex)\",\"timestamp\":\(start).000,\(more)\"trace\":[\(list.joined(separator: ","))]}".utf8
        )
    }

    // MARK: - What a row becomes

    @Test func rowsKeepWhatTheySay() async throws {
        let folder = try TemporaryFolder()
        let text = """
            {"icao":"~4ca1fa","r":"EI-DEO","t":"A320","timestamp":1718668800.5,"trace":[
            [0.25,51.123456,-179.999999,"ground",12.3,271.5,3,null,{"type":"adsb_icao","flight":"EIN1  ","squawk":"7001","nic":8,"rssi":-12.3,"nav_modes":["autopilot","tcas"],"sil_type":"perhour","nic_baro":1,"oat":-52,"rc":186},"tisb_other",null,null,null,null],
            [10,51.2,179.5,30025,450,0,12,-64,null,"mlat",31000,-64,280,-1.5],
            [200,51.3,179.4,35000,450,0,1,64,{"flight":"EIN1  ","squawk":"7000"},"adsb_icao",null,128,null,null]
            ]}
            """
        let archive = MemoryArchive()
        let path = try folder.write("trace_full_~4ca1fa.json", Array(text.utf8))
        let report = try await TraceImporter(archive: archive, ledger: ImportLedger(folder: folder.path))
            .run(Self.request(path))
        #expect(report.rows == 3 && report.files == 1 && report.isWhole && report.badRows == 0 && report.badValues == 0)
        let aircraft = ArchivedAircraft(AircraftAddress(other: 0x4CA1FA))
        let trace = try await archive.trace(of: aircraft, during: Self.always, withoutPositions: true)
        let rows = trace.observations
        try #require(rows.count == 3)
        #expect(rows[0].milliseconds == 1_718_668_800_750)
        #expect(rows[0].position == Position(latitude: 51.12346, longitude: -180))
        #expect(rows[0].flags == [.onGround, .stale, .afterGap, .newLegHint, .notOwn])
        #expect(
            rows[0].barometricAltitude == nil && rows[0].groundSpeed == Knots(12.3) && rows[0].track == Degrees(271.5)
        )
        #expect(rows[0].nic == 8 && rows[0].level == -12.5 && rows[0].sourceClass == .tisbOther)
        #expect(rows[0].details?.modes == 33 && rows[0].details?.silType == 2 && rows[0].details?.nicBaro == 1)
        #expect(rows[0].details?.staticTemperature == -52 && rows[0].details?.containmentRadius == 186)
        #expect(rows[1].flags == [.geometricRate, .notOwn])
        #expect(rows[1].barometricAltitude == nil && rows[1].geometricAltitude == Feet(31_000))
        #expect(rows[1].verticalRate == FeetPerMinute(-64) && rows[1].details?.geometricRate == nil)
        #expect(rows[1].details?.indicatedAirspeed == 280 && rows[1].details?.roll == -15)
        #expect(rows[2].flags == [.stale, .afterGap])
        #expect(rows[2].details?.geometricRate == 2)
        let names = trace.names.map { "\($0.field) \($0.value) \($0.milliseconds)" }
        #expect(
            Set(names) == [
                "callsign EIN1 1718668800750", "squawk 7001 1718668800750", "registration EI-DEO 1718668800750",
                "typeCode A320 1718668800750", "squawk 7000 1718669000500",
            ]
        )
        #expect(trace.evidence.licences == [.openDatabase] && trace.evidence.origins == ["adsb.lol"])
    }

    @Test(.enabled(if: recordings != nil, "needs recordings"), arguments: [("34718d", 236), ("a2228b", 182)])
    func realTracesComeInWhole(hex: String, rows: Int) async throws {
        let folder = try TemporaryFolder()
        let path = try #require(Self.recordings) + "trace_full_\(hex).json"
        let archive = MemoryArchive()
        let importer = TraceImporter(archive: archive, ledger: ImportLedger(folder: folder.path))
        let report = try await importer.run(Self.request(path))
        #expect(report.rows == rows && report.isWhole && report.badRows == 0 && report.badValues == 0)
        #expect(report.days == [19_599])
        let again = try await importer.run(Self.request(path))
        #expect(again.rows == 0 && again.skipped == [.alreadyThere: 1])
        #expect(await archive.count == rows)
    }

    // MARK: - Folders, archives, parts

    /// A day of three aircraft as a folder, and its files for archives.
    static func day(_ folder: TemporaryFolder) throws -> [(name: String, bytes: [UInt8])] {
        let files = try ["4ca1fa", "~2a00f3", "34718d"].map { hex in
            (
                "2024/06/18/traces/\(hex.suffix(2))/trace_full_\(hex).json",
                try #require(Gzip.packed(trace(hex, rows: 5)))
            )
        }
        for (name, bytes) in files { try folder.write("day/" + name, bytes) }
        return files
    }

    @Test func aDayIsTheSameFromAFolderAndFromEveryKindOfArchive() async throws {
        let folder = try TemporaryFolder()
        let files = try Self.day(folder)
        var tar = TarMaker()
        for (name, bytes) in files { tar.file("./" + name, bytes) }
        tar.file("./2024/06/18/traces/fa/trace_recent_4ca1fa.json", [1])
        tar.end()
        try folder.write("v2024.06.18-x.tar", tar.bytes)
        try folder.write("v2024.06.18-x.tar.gz", try #require(Gzip.packed(tar.bytes)))
        let third = tar.bytes.count / 3
        try folder.write("split.tar.aa", Array(tar.bytes[..<third]))
        try folder.write("split.tar.ab", Array(tar.bytes[third..<2 * third]))
        try folder.write("split.tar.ac", Array(tar.bytes[(2 * third)...]))
        let one = MemoryArchive()
        let all = ImportLedger(folder: folder.path + "/all")
        for input in ["day", "v2024.06.18-x.tar", "v2024.06.18-x.tar.gz", "split.tar.ab"] {
            let own = MemoryArchive()
            let ledger = ImportLedger(folder: folder.path + "/" + input + "-ledger")
            let report = try await TraceImporter(archive: own, ledger: ledger).run(
                Self.request(folder.path + "/" + input)
            )
            #expect(report.rows == 15 && report.files == 3 && report.aircraft == 3 && report.isWhole, "\(input)")
            _ = try await TraceImporter(archive: one, ledger: all).run(Self.request(folder.path + "/" + input))
            // The same day from wherever: once.
            #expect(await one.count == 15)
            let left = try await TraceComparison(own, Self.always)
            let right = try await TraceComparison(one, Self.always)
            #expect(left.difference(right) == nil)
        }
    }

    @Test func aMissingPartIsNamed() async throws {
        let folder = try TemporaryFolder()
        try folder.write("x.tar.aa", [1])
        let last = try folder.write("x.tar.ac", [2])
        let importer = TraceImporter(archive: MemoryArchive(), ledger: ImportLedger(folder: folder.path))
        await #expect(throws: ImportError.missingPart(path: folder.path + "/x.tar.ab")) {
            try await importer.run(Self.request(last))
        }
        await #expect(throws: ImportError.unreadable(path: folder.path + "/nowhere")) {
            try await importer.run(Self.request(folder.path + "/nowhere"))
        }
        let other = try folder.write("note.txt", Array("hello".utf8))
        await #expect(throws: ImportError.notTraces(path: other)) { try await importer.run(Self.request(other)) }
    }

    @Test func linksAndNamesThatLeadElsewhereAreNotFollowed() async throws {
        let folder = try TemporaryFolder()
        try folder.write("secret/trace_full_4ca1fa.json", Self.trace("4ca1fa"))
        try folder.write("day/trace_full_34718d.json", Self.trace("34718d"))
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/day/trace_full_4ca1fa.json",
            withDestinationPath: folder.path + "/secret/trace_full_4ca1fa.json"
        )
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/day/loop",
            withDestinationPath: folder.path + "/day"
        )
        let importer = TraceImporter(archive: MemoryArchive(), ledger: ImportLedger(folder: folder.path))
        let report = try await importer.run(Self.request(folder.path + "/day"))
        #expect(report.files == 1 && report.skipped == [.link: 2])
        var tar = TarMaker()
        tar.file("../../etc/trace_full_34718d.json", Self.trace("34718d"))
        tar.file("/etc/trace_full_4ca1fa.json", Self.trace("4ca1fa"))
        tar.file("trace_full_4ca1fb.json", [], kind: "2")
        tar.end()
        let path = try folder.write("evil.tar", tar.bytes)
        let before = folder.names().filter { !$0.hasPrefix("imports") }
        let second = try await importer.run(Self.request(path))
        // An absolute name writes nothing: nothing is ever written where a name says.
        #expect(second.skipped == [.suspicious: 1, .link: 1] && second.files == 1)
        #expect(folder.names().filter { !$0.hasPrefix("imports") } == before)
    }

    // MARK: - Filters

    @Test func filtersKeepWhatIsWanted() async throws {
        let folder = try TemporaryFolder()
        _ = try Self.day(folder)
        var request = Self.request(folder.path + "/day")
        request.filter.aircraft = [AircraftAddress(icao: 0x34718D)]
        request.filter.area = ArchiveArea(south: 51.0, west: -1, north: 51.1025, east: 0)
        let start = CalendarDay.instant(1_718_668_800_000)
        request.filter.during = start.advanced(bySeconds: 5)..<start.advanced(bySeconds: 3600)
        let archive = MemoryArchive()
        let importer = TraceImporter(archive: archive, ledger: ImportLedger(folder: folder.path))
        let report = try await importer.run(request)
        // Rows 1 and 2 of five: the first is too early, those behind lie too far north.
        #expect(report.rows == 2 && report.files == 1 && report.skipped == [.notWanted: 2])
        #expect(await archive.everybody == [ArchivedAircraft(AircraftAddress(icao: 0x34718D))])
    }

    @Test func aFilterChangesNoRow() async throws {
        let folder = try TemporaryFolder()
        let rows = [51.0, 52.0, 51.0].enumerated().map { "[\($0 * 10),\($1),0,1000,null,null,0,null,null]" }
        let text = "{\"icao\":\"4ca1fa\",\"timestamp\":1718668800,\"trace\":[\(rows.joined(separator: ","))]}"
        var request = Self.request(try folder.write("trace_full_4ca1fa.json", Array(text.utf8)))
        request.filter.area = ArchiveArea(south: 50, west: -1, north: 51.5, east: 1)
        let archive = MemoryArchive()
        _ = try await TraceImporter(archive: archive, ledger: ImportLedger(folder: folder.path)).run(request)
        let trace = try await archive.trace(
            of: ArchivedAircraft(AircraftAddress(icao: 0x4CA1FA)),
            during: Self.always,
            withoutPositions: true
        )
        #expect(trace.observations.map { $0.flags.contains(.afterGap) } == [false, false])
        #expect(trace.observations.map(\.sourceClass) == [.other, .other])
    }

    // MARK: - Again, on, back

    @Test func goesOnWhereItWasCutOff() async throws {
        let folder = try TemporaryFolder()
        for index in 0..<40 {
            let hex = "0000" + String(100 + index).suffix(2)
            try folder.write("day/2024/06/18/traces/x/trace_full_\(hex).json", Self.trace(hex, rows: 100))
        }
        var limits = ImportLimits()
        limits.batch = 500
        let archive = MemoryArchive(failsAfter: 3)
        let importer = TraceImporter(archive: archive, ledger: ImportLedger(folder: folder.path), limits: limits)
        await #expect(throws: ImportError.archive(.full(path: "memory"))) {
            try await importer.run(Self.request(folder.path + "/day"))
        }
        #expect(await archive.count == 1_500)
        await archive.heal()
        let report = try await importer.run(Self.request(folder.path + "/day"))
        #expect(report.skipped == [.alreadyThere: 15] && report.files == 25)
        #expect(await archive.count == 4_000)
        let entries = try ImportLedger(folder: folder.path).entries()
        #expect(entries.count == 1 && entries[0].state == "whole" && entries[0].files == 40 && entries[0].rows == 4_000)
    }

    @Test func aCancelledImportEndsAndGoesOn() async throws {
        let folder = try TemporaryFolder()
        for hex in ["000001", "000002", "000003"] { try folder.write("day/trace_full_\(hex).json", Self.trace(hex)) }
        let archive = MemoryArchive()
        let importer = TraceImporter(archive: archive, ledger: ImportLedger(folder: folder.path))
        let request = Self.request(folder.path + "/day")
        let work = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await importer.run(request)
        }
        work.cancel()
        let cut = try await work.value
        #expect(cut.isCut && cut.files == 1 && !cut.isWhole)
        #expect(await archive.count == 3)
        #expect(try ImportLedger(folder: folder.path).entries().map(\.state) == ["begun"])
        let rest = try await importer.run(request)
        #expect(rest.files == 2 && rest.skipped == [.alreadyThere: 1] && rest.isWhole)
    }

    @Test func halfALineOfACrashIsPassedOver() async throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("trace_full_000001.json", Self.trace("000001"))
        let ledger = ImportLedger(folder: folder.path)
        let archive = MemoryArchive()
        let report = try await TraceImporter(archive: archive, ledger: ledger).run(Self.request(path))
        let record = "imports/\(report.id).jsonl"
        let bytes = try folder.read(record)
        for cut in stride(from: 0, through: bytes.count, by: 11) {
            try folder.write(record, Array(bytes[..<cut]))
            let again = try await TraceImporter(archive: archive, ledger: ledger).run(Self.request(path))
            #expect(again.id == report.id)
            #expect(await archive.count == 3)
            #expect(try ledger.entries().count == 1)
        }
    }

    @Test func anImportIsTakenBackAsAWhole() async throws {
        let folder = try TemporaryFolder()
        _ = try Self.day(folder)
        let single = try folder.write("trace_full_34718d.json", Self.trace("34718d", rows: 5))
        let other = try folder.write("trace_full_000001.json", Self.trace("000001", rows: 5))
        let archive = MemoryArchive()
        let ledger = ImportLedger(folder: folder.path)
        let importer = TraceImporter(archive: archive, ledger: ledger)
        let day = try await importer.run(Self.request(folder.path + "/day"))
        let one = try await importer.run(Self.request(single))
        _ = try await importer.run(Self.request(other))
        #expect(day.id != one.id)
        #expect(await archive.count == 20)
        // What the other import brought as well stays.
        #expect(try await importer.undo(day.id, in: archive) == 10)
        #expect(await archive.count == 10)
        #expect(try await importer.undo(one.id, in: archive) == 5)
        #expect(try await importer.undo(one.id, in: archive) == 0)
        #expect(await archive.count == 5)
        // And it can be brought again.
        #expect(try await importer.run(Self.request(folder.path + "/day")).rows == 15)
        #expect(await archive.count == 20)
        await #expect(throws: ImportError.unknownImport("../x")) { try await importer.undo("../x", in: archive) }
    }

    /// A day, then an hour of it: taking both back, in either order, leaves nothing.
    @Test(arguments: [true, false]) func importsThatOverlapAreTakenBackToTheLastRow(isFirstFirst: Bool) async throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("trace_full_34718d.json", Self.trace("34718d", rows: 1_440))
        let store = try HistoryStore(folder: folder.path + "/archive", realm: .imported)
        let importer = TraceImporter(archive: store, ledger: ImportLedger(folder: folder.path))
        let whole = try await importer.run(Self.request(file))
        var request = Self.request(file)
        let start = Int64(1_718_668_800_000)
        request.filter.during = CalendarDay.instant(start + 3_600_000)..<CalendarDay.instant(start + 4_200_000)
        let part = try await importer.run(request)
        #expect(whole.rows == 1_440 && part.rows == 60 && whole.id != part.id)
        let first = try await importer.undo(isFirstFirst ? whole.id : part.id, in: store)
        let second = try await importer.undo(isFirstFirst ? part.id : whole.id, in: store)
        let expected = isFirstFirst ? [1_380, 60] : [0, 1_440]
        #expect([first, second] == expected)
        #expect(try await store.days(in: Self.always).isEmpty)
    }

    @Test func spansAreTakenFromSpans() {
        func spans(_ ranges: [Range<Int64>], _ hex: String = "34718d") -> ImportedSpans {
            var spans = ImportedSpans()
            for range in ranges {
                var line = LedgerLine()
                (line.aircraft, line.kind, line.from, line.to) = (hex, 0, range.lowerBound, range.upperBound - 1)
                spans.add(line)
            }
            return spans
        }
        var random = SeededGenerator(seed: 8)
        for _ in 0..<300 {
            func some() -> [Range<Int64>] {
                (0..<Int.random(in: 0...5, using: &random)).map { _ in
                    let start = Int64.random(in: 0..<50, using: &random)
                    return start..<start + .random(in: 1...20, using: &random)
                }
            }
            let (own, others) = (some(), some())
            var left = spans(own)
            left.subtract(spans(others))
            left.subtract(spans(own, "000001"))
            let covered = left.all.flatMap { Array($0.times) }
            #expect(covered == Set(own.joined()).subtracting(others.joined()).sorted())
        }
    }

    @Test func anEstimateComesNear() async throws {
        let folder = try TemporaryFolder()
        var tar = TarMaker()
        for index in 0..<200 {
            let hex = "000" + String(1_000 + index).suffix(3)
            let bytes = try #require(Gzip.packed(Self.trace(hex, rows: 20)))
            let name = "2024/06/18/traces/x/trace_full_\(hex).json"
            tar.file(name, bytes)
            try folder.write("day/" + name, bytes)
        }
        tar.end()
        let path = try folder.write("x.tar", tar.bytes)
        for input in [path, folder.path + "/day"] {
            let estimate = try await TraceImporter.estimate(Self.request(input))
            #expect((150...300).contains(estimate.files), "\(estimate)")
            #expect((2_500...7_000).contains(estimate.rows), "\(estimate)")
            #expect(estimate.storedBytes == estimate.rows * 9 && estimate.sample > 0)
        }
        var request = Self.request(folder.path + "/day")
        request.filter.aircraft = [AircraftAddress(icao: 7)]
        let estimate = try await TraceImporter.estimate(request)
        #expect(estimate.files == 200 && estimate.wantedFiles == 1 && estimate.rows == 20)
        #expect(!estimate.isUncertain)
    }

    /// One aircraft of two hundred is in the box; of a thousand files so few are tried that none of them may be.
    @Test func anEstimateOfABoxSaysWhatItRestsOn() async throws {
        let folder = try TemporaryFolder()
        for index in 0..<200 {
            let hex = "000" + String(1_000 + index).suffix(3)
            let text = String(decoding: Self.trace(hex, rows: 20), as: UTF8.self)
            let moved = index == 117 ? text.replacing(",51.", with: ",61.") : text
            try folder.write("day/2024/06/18/traces/x/trace_full_\(hex).json", Array(moved.utf8))
        }
        var request = Self.request(folder.path + "/day")
        request.filter.area = ArchiveArea(south: 60, west: -10, north: 62, east: 10)
        let estimate = try await TraceImporter.estimate(request)
        #expect(estimate.rows == 20 && estimate.held == 1 && estimate.sample == 200 && !estimate.isUncertain)
        for index in 200..<1_600 {
            let hex = String(0x10_000 + index, radix: 16)
            try folder.write("day/2024/06/18/traces/x/trace_full_0\(hex).json", Self.trace("0" + hex))
        }
        let rough = try await TraceImporter.estimate(request)
        #expect(rough.held <= 1 && rough.sample < 1_600 && rough.isUncertain)
    }
}
