import Aero
import Foundation
import ModeS
import Testing
import Tracking

@testable import Store

/// What of an archive goes out, by licence, and what it replaces.
struct ExportChoiceTests {
    private static let start = TracePast.start
    private static let day = CalendarDay.instant(start)..<CalendarDay.instant(start + 86_400_000)
    private static let made = CalendarDay.instant(start + 86_400_000)
    private static let who = ArchivedAircraft(AircraftAddress(icao: 0xAAAAAA))

    private static func batch(
        _ licence: LicenceTag,
        _ seconds: [Int64],
        of who: ArchivedAircraft = who
    ) -> ObservationBatch {
        var batch = ObservationBatch(licence: licence, origin: licence == .own ? nil : "from \(licence.rawValue)")
        for second in seconds {
            var row = Observation(at: CalendarDay.instant(start + second * 1000), sourceClass: .adsbICAO)
            row.position = Position(latitude: 10, longitude: 5 + Double(second) / 100_000)
            batch.rows.append(ObservationBatch.Row(who, row))
        }
        return batch
    }

    private static func mixed() async throws -> HistoryInFolder {
        let archive = try HistoryInFolder()
        try await archive.append(batch(.own, [0, 20]))
        try await archive.append(batch(.openDatabase, [10, 30]))
        try await archive.append(batch(.unknown, [15, 40]))
        try await archive.append(batch(.nonCommercial, [0, 5], of: ArchivedAircraft(AircraftAddress(icao: 0xBBBBBB))))
        return archive
    }

    @Test(
        "rows under licences that are not asked for are left out, and the manifest says which were",
        arguments: [ExportFormat.csv, .geojson, .kml]
    )
    func chosen(format: ExportFormat) async throws {
        let folder = try TemporaryFolder()
        let exporter = TraceExporter(archive: try await Self.mixed(), realm: .real)
        var request = ExportRequest(during: Self.day, format: format)
        await #expect(throws: ExportError.self) {
            try await exporter.run(request, to: folder.path + "/all", at: Self.made)
        }
        request.licences = [.own, .openDatabase]
        let manifest = try await exporter.run(request, to: folder.path + "/some", at: Self.made)
        #expect(manifest.rows == 4 && manifest.aircraft == 1)
        #expect(manifest.chosenLicences == ["ODbL", "own"] && manifest.licences == ["ODbL", "own"])
        #expect(manifest.credits == ["from ODbL"])
        request.licences = [.own]
        let own = try await exporter.run(request, to: folder.path + "/own", at: Self.made)
        #expect(own.rows == 2 && own.licence == "own" && own.credits == [])
        let written = String(decoding: try folder.read("own.manifest.json"), as: UTF8.self)
        #expect(written.contains("\"chosenLicences\""))
        // Who asks for what must not go out is refused all the same.
        request.licences = [.unknown]
        await #expect(throws: ExportError.self) {
            try await exporter.run(request, to: folder.path + "/no", at: Self.made)
        }
        request.licences = nil
        request.aircraft = []
        let none = try await exporter.run(request, to: folder.path + "/none", at: Self.made)
        #expect(none.chosenLicences == nil)
    }

    @Test("a folder that an export made is replaced where that is asked for; another never is")
    func folders() async throws {
        let folder = try TemporaryFolder()
        let exporter = TraceExporter(archive: try await Self.mixed(), realm: .real)
        var request = ExportRequest(during: Self.day, format: .globeHistory)
        request.licences = [.own]
        let path = folder.path + "/days"
        _ = try await exporter.run(request, to: path, at: Self.made)
        let before = try folder.read("days/manifest.json")
        await #expect(throws: ExportError.exists(path: path)) {
            try await exporter.run(request, to: path, at: Self.made)
        }
        request.overwrites = true
        request.licences = [.nonCommercial]
        await #expect(throws: ExportError.self) { try await exporter.run(request, to: path, at: Self.made) }
        #expect(try folder.read("days/manifest.json") == before)
        request.licences = [.openDatabase]
        let manifest = try await exporter.run(request, to: path, at: Self.made)
        #expect(manifest.licence == "ODbL")
        #expect(
            try JSONDecoder().decode(ExportManifest.self, from: Data(folder.read("days/manifest.json"))) == manifest
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["days"])
        try folder.write("mine/manifest.json", Array("{}".utf8))
        await #expect(throws: ExportError.exists(path: folder.path + "/mine")) {
            try await exporter.run(request, to: folder.path + "/mine", at: Self.made)
        }
        #expect(try folder.read("mine/manifest.json") == Array("{}".utf8))
    }

    @Test("a KML's paths have the callsign that was told while they were flown")
    func callsigns() async throws {
        let folder = try TemporaryFolder()
        let archive = try HistoryInFolder()
        var batch = Self.batch(.own, [0, 10, 20, 30, 40, 5_000, 5_010, 9_000])
        func name(_ second: Int64, _ value: String) throws {
            batch.names.append(try #require(IdentityChange(Self.who, at: Self.start + second * 1000, .callsign, value)))
        }
        // Told ten seconds after the first place; another from the fourth on, without a silence; a third only later.
        try name(10, "ONE1")
        try name(30, "TWO2")
        try name(9_000, "THREE3")
        try await archive.append(batch)
        _ = try await TraceExporter(archive: archive, realm: .real)
            .run(ExportRequest(during: Self.day, format: .kml), to: folder.path + "/x.kml", at: Self.made)
        let reader = KMLReader()
        #expect(reader.read(try folder.read("x.kml")))
        #expect(reader.names.dropFirst() == ["aaaaaa ONE1", "aaaaaa TWO2", "aaaaaa THREE3"])
        // The line goes on where the name changes.
        #expect(reader.tracks.map(\.count) == [3, 3, 2, 1])
        #expect(reader.tracks[0].last == reader.tracks[1].first)
    }

    @Test("whether it was on the ground is empty where nothing told")
    func ground() async throws {
        let folder = try TemporaryFolder()
        let archive = try HistoryInFolder()
        var batch = Self.batch(.own, [0, 1, 2, 3])
        var rows = batch.rows.map(\.observation)
        rows[1].barometricAltitude = Feet(3_000)
        rows[2].flags.insert(.onGround)
        rows[3].position = nil
        rows[3].barometricAltitude = Feet(0)
        batch.rows = rows.map { ObservationBatch.Row(Self.who, $0) }
        try await archive.append(batch)
        _ = try await TraceExporter(archive: archive, realm: .real)
            .run(ExportRequest(during: Self.day, format: .csv), to: folder.path + "/x.csv", at: Self.made)
        let lines = String(decoding: try folder.read("x.csv"), as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let place = try #require(lines[0].firstIndex(of: "on_ground"))
        #expect(lines.dropFirst().map { $0[place] } == ["", "false", "true", ""])
    }

    @Test("records of imports are their owner's, also those made before with more rights")
    func records() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path + "/imports", withIntermediateDirectories: true)
        try folder.write("imports/0123456789abcdef.jsonl", [10])
        var line = LedgerLine()
        line.end = "whole"
        try ImportLedger(folder: folder.path).append([line], to: "0123456789abcdef")
        for (name, rights) in [("imports", 0o700), ("imports/0123456789abcdef.jsonl", 0o600)] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
            #expect(attributes[.posixPermissions] as? Int == rights, "\(name)")
        }
    }

    @Test func termsOfATimeAreThoseOfWhatIsKeptOfIt() async throws {
        let folder = try TemporaryFolder()
        let store = try HistoryStore(folder: folder.path, realm: .real)
        try await store.append(Self.batch(.openDatabase, [0, 10]))
        try await store.seal()
        try await store.append(Self.batch(.own, [100_000]))
        #expect(try await store.terms(during: Self.day).origins == ["from ODbL"])
        #expect(try await store.terms(during: Self.day).licences == [.openDatabase])
        let later = CalendarDay.instant(Self.start + 90_000_000)..<CalendarDay.instant(Self.start + 110_000_000)
        #expect(try await store.terms(during: later).licences == [.own])
    }
}
