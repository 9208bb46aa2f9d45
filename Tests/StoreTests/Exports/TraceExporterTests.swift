import Aero
import Foundation
import ModeS
import TestSupport
import Testing
import Tracking

@testable import Store

struct TraceExporterTests {
    static let made = CalendarDay.instant(1_718_800_000_000)
    static let day = CalendarDay(number: TracePast.day).range

    static func manifest(_ folder: TemporaryFolder, _ name: String) throws -> ExportManifest {
        try JSONDecoder().decode(ExportManifest.self, from: Data(folder.read(name)))
    }

    static func object(_ bytes: [UInt8]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    static func who(_ hex: UInt32) -> ArchivedAircraft { ArchivedAircraft(AircraftAddress(icao: hex)) }

    /// An archive with one path: flies east, is silent for ten minutes, flies on over the 180th meridian, lands.
    static func path(licence: LicenceTag = .own, origin: String? = nil) async throws -> MemoryArchive {
        let archive = MemoryArchive()
        var batch = ObservationBatch(licence: licence, origin: origin)
        let heard = batch.place(of: ReceiverSet([77_001, 77_002]))
        for (index, (minute, longitude)) in [(0, 178.0), (1, 178.5), (11, 179.5), (12, -179.5), (30, -170.0)]
            .enumerated()
        {
            var row = Observation(
                at: CalendarDay.instant(TracePast.start + Int64(minute) * 60_000),
                sourceClass: .adsbICAO,
                flags: index == 4 ? [.onGround] : [],
                heardBy: heard
            )
            row.position = Position(latitude: 10, longitude: longitude)
            if index < 4 { row.barometricAltitude = Feet(1000) }
            batch.rows.append(ObservationBatch.Row(Self.who(0x4CA1FA), row))
        }
        let name = IdentityChange(Self.who(0x4CA1FA), at: TracePast.start, .callsign, "=1+<&\"x,y")
        if let name { batch.names.append(name) }
        try await archive.append(batch)
        return archive
    }

    // MARK: - Out and back

    @Test("readsb's form and back: the same rows", arguments: ArchiveUnderTest.all, [1, 2, 3] as [UInt64])
    func comesBackTheSame(_ kind: ArchiveUnderTest, seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        let source = try await kind.make()
        let past = TracePast(seed: seed, aircraft: 23, rows: 150)
        try await source.append(past.batch)
        var request = ExportRequest(during: Self.day, format: .json)
        let manifest = try await TraceExporter(archive: source, realm: .imported)
            .run(request, to: folder.path + "/out", at: Self.made)
        #expect(manifest.rows == past.batch.rows.count && manifest.aircraft == 23 && manifest.files.count == 23)
        let target = try await kind.make()
        let report = try await TraceImporter(archive: target, ledger: ImportLedger(folder: folder.path))
            .run(TraceImporterTests.request(folder.path + "/out"))
        #expect(report.rows == manifest.rows && report.isWhole && report.badRows == 0 && report.badValues == 0)
        let left = try await TraceComparison(source, Self.day)
        let right = try await TraceComparison(target, Self.day)
        #expect(left.difference(right) == nil)
        #expect(right.count == past.batch.rows.count)
        // One aircraft is one file.
        request.aircraft = [past.batch.rows[0].aircraft]
        let one = try await TraceExporter(archive: source, realm: .imported)
            .run(request, to: folder.path + "/one.json", at: Self.made)
        #expect(one.files.map(\.name) == ["one.json"] && one.rows == 150)
    }

    @Test(
        "a globe_history day of ours, exported, imported into an empty store, gives the same traces",
        arguments: ArchiveUnderTest.all
    )
    func aDayComesBackTheSame(_ kind: ArchiveUnderTest) async throws {
        let folder = try TemporaryFolder()
        let source = try await kind.make()
        // 40 hours: the second day has the rest.
        let past = TracePast(seed: 9, aircraft: 17, rows: 200, hours: 40)
        try await source.append(past.batch)
        let both =
            CalendarDay(number: TracePast.day).range
            .lowerBound..<CalendarDay(number: TracePast.day + 1).range.upperBound
        let manifest = try await TraceExporter(archive: source, realm: .real)
            .run(ExportRequest(during: both, format: .globeHistory), to: folder.path + "/out", at: Self.made)
        #expect(manifest.rows == past.batch.rows.count)
        #expect(manifest.days.map(\.day) == ["2024-06-18", "2024-06-19"])
        let names = manifest.files.map(\.name)
        #expect(names.contains("2024/06/18/traces/00/trace_full_400000.json"))
        #expect(names.contains { $0.contains("_ambiguous.json") } && names.contains { $0.contains("full_~") })
        for file in manifest.files {
            let bytes = try folder.read("out/" + file.name)
            #expect(bytes.count == file.bytes && ContentDigest.hex(bytes) == file.sha256)
        }
        let target = try await kind.make()
        let report = try await TraceImporter(archive: target, ledger: ImportLedger(folder: folder.path))
            .run(TraceImporterTests.request(folder.path + "/out"))
        #expect(report.isWhole && report.skipped == [.notTrace: 1])
        let left = try await TraceComparison(source, both)
        let right = try await TraceComparison(target, both)
        #expect(left.difference(right) == nil && left.count == past.batch.rows.count)
    }

    @Test func longAnswersAreAskedForInPieces() async throws {
        let folder = try TemporaryFolder()
        let past = TracePast(seed: 5, aircraft: 2, rows: 300)
        let whole = MemoryArchive()
        let small = MemoryArchive(traceLimit: 37)
        for (name, archive) in [("whole", whole), ("small", small)] {
            try await archive.append(past.batch)
            let request = ExportRequest(during: Self.day, format: .parquetCSV)
            let manifest = try await TraceExporter(archive: archive, realm: .real)
                .run(request, to: folder.path + "/" + name, at: Self.made)
            #expect(manifest.rows == 600)
        }
        #expect(try folder.read("whole") == folder.read("small"))
    }

    // MARK: - CSV

    @Test func csvHasOneHeaderAndTypedColumns() async throws {
        let folder = try TemporaryFolder()
        let archive = try await Self.path()
        let request = ExportRequest(during: Self.day, format: .parquetCSV)
        let manifest = try await TraceExporter(archive: archive, realm: .simulated)
            .run(request, to: folder.path + "/x.csv", at: Self.made)
        let text = String(decoding: try folder.read("x.csv"), as: UTF8.self)
        let lines = text.split(separator: "\n")
        #expect(lines.count == 6)
        let header = lines[0].split(separator: ",").map(String.init)
        let schema = try Self.object(folder.read("x.csv.schema.json"))
        let columns = try #require(schema["columns"] as? [[String: Any]])
        #expect(columns.map { $0["name"] as? String } == header)
        #expect(Set(header).count == header.count)
        #expect(
            lines[1].hasPrefix(
                "2024-06-18T00:00:00.000Z,1718668800000,4ca1fa,icao,\"'=1+<&\"\"x,y\",,,,10,178,false,1000,,"
            )
        )
        #expect(lines[5].contains(",true,"))
        #expect(lines.dropFirst().allSatisfy { $0.contains(",simulated") })
        #expect(manifest.simulated && manifest.realm == "simulated")
        #expect(manifest.files.map(\.name) == ["x.csv.schema.json", "x.csv"])
        #expect(try Self.manifest(folder, "x.csv.manifest.json") == manifest)
        #expect(!text.contains("7700"))
    }

    // MARK: - GeoJSON

    @Test func geoJSONEndsLinesAtGaps() async throws {
        let folder = try TemporaryFolder()
        let archive = try await Self.path()
        _ = try await TraceExporter(archive: archive, realm: .imported)
            .run(ExportRequest(during: Self.day, format: .geojson), to: folder.path + "/x.geojson", at: Self.made)
        let document = try Self.object(folder.read("x.geojson"))
        #expect(document["type"] as? String == "FeatureCollection")
        let features = try #require(document["features"] as? [[String: Any]])
        var found: [String: [[String: Any]]] = [:]
        for feature in features {
            #expect(feature["type"] as? String == "Feature")
            let properties = try #require(feature["properties"] as? [String: Any])
            #expect(properties["realm"] as? String == "imported")
            let geometry = try #require(feature["geometry"] as? [String: Any])
            found[properties["what"] as? String ?? "", default: []].append(geometry)
        }
        #expect(found["gap"]?.count == 2 && found["path"]?.count == 1 && found["alone"]?.count == 1)
        let lines = try #require(found["path"]?[0]["coordinates"] as? [[[Double]]])
        // Before the gap; behind it as far as the meridian; beyond.
        #expect(lines == [[[178, 10], [178.5, 10]], [[179.5, 10], [180, 10]], [[-180, 10], [-179.5, 10]]])
        #expect(found["path"]?[0]["type"] as? String == "MultiLineString")
        #expect(found["gap"]?.allSatisfy { $0["type"] as? String == "MultiPoint" } == true)
        #expect(found["alone"]?[0]["coordinates"] as? [[Double]] == [[-170, 10]])
    }

    @Test(
        "a position on the 180th meridian stands once in each line it belongs to",
        arguments: [
            ([179, -180, -179], [[[179.0, 10.0], [180, 10]], [[-180, 10], [-179, 10]]]),
            ([-179, -180, 179], [[[-179, 10], [-180, 10]], [[180, 10], [179, 10]]]),
            ([179, -180, 179], [[[179, 10], [180, 10]], [[180, 10], [179, 10]]]),
            ([-180, 179], [[[180, 10], [179, 10]]]), ([179, -180], [[[179, 10], [180, 10]]]),
        ] as [([Double], [[[Double]]])]
    )
    func onTheMeridian(longitudes: [Double], lines: [[[Double]]]) async throws {
        let folder = try TemporaryFolder()
        let archive = MemoryArchive()
        var batch = ObservationBatch(licence: .own, origin: nil)
        for (index, longitude) in longitudes.enumerated() {
            var row = Observation(
                at: CalendarDay.instant(TracePast.start + Int64(index) * 60_000),
                sourceClass: .adsbICAO
            )
            row.position = Position(latitude: 10, longitude: longitude)
            batch.rows.append(ObservationBatch.Row(Self.who(0x4CA1FA), row))
        }
        try await archive.append(batch)
        _ = try await TraceExporter(archive: archive, realm: .real)
            .run(ExportRequest(during: Self.day, format: .geojson), to: folder.path + "/x.geojson", at: Self.made)
        let features = try #require(try Self.object(folder.read("x.geojson"))["features"] as? [[String: Any]])
        let geometry = try #require(features.first?["geometry"] as? [String: Any])
        #expect(geometry["coordinates"] as? [[[Double]]] == lines)
    }

    // MARK: - KML

    @Test func kmlIsXMLWithATrackForEachPiece() async throws {
        let folder = try TemporaryFolder()
        let archive = try await Self.path()
        _ = try await TraceExporter(archive: archive, realm: .simulated)
            .run(ExportRequest(during: Self.day, format: .kml), to: folder.path + "/x.kml", at: Self.made)
        let reader = KMLReader()
        #expect(reader.read(try folder.read("x.kml")))
        #expect(reader.tracks.map(\.count) == [2, 2, 1])
        #expect(reader.names.last == "4ca1fa =1+<&\"x,y SIMULATED")
        #expect(reader.tracks.first?.first == "178 10 304.8")
        #expect(reader.tracks.last == ["-170 10 0"])
        #expect(reader.times == ["00:00", "00:01", "00:11", "00:12", "00:30"].map { "2024-06-18T\($0):00.000Z" })
    }

    // MARK: - Terms

    @Test(arguments: [LicenceTag.nonCommercial, .noRedistribution, .unknown])
    func whatMustNotGoOutIsRefused(licence: LicenceTag) async throws {
        for format in ExportFormat.allCases {
            let folder = try TemporaryFolder()
            let archive = try await Self.path()
            var past = TracePast(seed: 4, aircraft: 1, rows: 5, licence: licence, origin: "somebody")
            past.batch.names = []
            try await archive.append(past.batch)
            let error = await #expect(throws: ExportError.self) {
                try await TraceExporter(archive: archive, realm: .real)
                    .run(ExportRequest(during: Self.day, format: format), to: folder.path + "/x", at: Self.made)
            }
            #expect(error == .forbidden(licence, aircraft: Self.who(0x400000), origins: ["somebody"]))
            #expect(error?.description.contains(licence.rawValue) == true)
            // Nothing is left behind, not even a draft.
            #expect(folder.names() == [])
        }
    }

    @Test func licencesThatDoNotGoTogetherAreRefused() async throws {
        let folder = try TemporaryFolder()
        let archive = MemoryArchive()
        try await archive.append(TracePast(seed: 1, aircraft: 1, rows: 5, licence: .openDatabase).batch)
        try await archive.append(TracePast(seed: 2, aircraft: 2, rows: 5, licence: .attributionShareAlike).batch)
        await #expect(throws: ExportError.incompatible(.openDatabase, .attributionShareAlike)) {
            try await TraceExporter(archive: archive, realm: .real)
                .run(ExportRequest(during: Self.day, format: .csv), to: folder.path + "/x", at: Self.made)
        }
        #expect(folder.names() == [])
    }

    @Test(arguments: [
        ([LicenceTag.own], LicenceTag.own), ([.own, .openDatabase, .attribution], .openDatabase),
        ([.own, .publicDomain], .own), ([.publicDomain], .publicDomain),
        ([.attribution, .attributionShareAlike], .attributionShareAlike),
    ])
    func theStrictestLicenceIsThatOfTheWhole(licences: [LicenceTag], result: LicenceTag) throws {
        var mix = LicenceMix()
        var evidence = ArchiveEvidence()
        evidence.licences = Set(licences)
        try mix.add(evidence, of: Self.who(1))
        #expect(mix.result == result)
    }

    /// One heard and told of in the box, under ODbL and our own; the same one outside it, and another, under terms that forbid it.
    private static func mixed() async throws -> HistoryInFolder {
        let archive = try HistoryInFolder()
        func batch(_ hex: UInt32, _ east: Double, _ seconds: [Int64], _ licence: LicenceTag) -> ObservationBatch {
            var batch = ObservationBatch(licence: licence, origin: licence == .own ? nil : licence.rawValue)
            for second in seconds {
                var row = Observation(at: CalendarDay.instant(TracePast.start + second * 1000), sourceClass: .adsbICAO)
                row.position = Position(latitude: 10, longitude: east + Double(second) / 100_000)
                batch.rows.append(ObservationBatch.Row(who(hex), row))
            }
            return batch
        }
        try await archive.append(batch(0xAAAAAA, 5, [0, 10, 20], .openDatabase))
        try await archive.append(batch(0xAAAAAA, 5, [5, 15], .own))
        try await archive.append(batch(0xAAAAAA, 90, [7_200, 7_210], .noRedistribution))
        try await archive.append(batch(0xBBBBBB, 90, [0, 10], .nonCommercial))
        return archive
    }

    @Test(
        "a box is refused for what lies in it alone, and each row says its licence",
        arguments: [ExportFormat.csv, .parquetCSV]
    )
    func boxes(format: ExportFormat) async throws {
        let folder = try TemporaryFolder()
        let archive = try await Self.mixed()
        var request = ExportRequest(during: Self.day, format: format)
        request.area = ArchiveArea(south: 0, west: 0, north: 20, east: 20)
        let exporter = TraceExporter(archive: archive, realm: .real)
        let manifest = try await exporter.run(request, to: folder.path + "/x.csv", at: Self.made)
        #expect(manifest.rows == 5 && manifest.aircraft == 1)
        #expect(manifest.licences == ["ODbL", "own"] && manifest.credits == ["ODbL"])
        let lines = String(decoding: try folder.read("x.csv"), as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        let place = try #require(lines[0].firstIndex(of: "licence"))
        #expect(lines.dropFirst().map { $0[place] } == ["ODbL", "own", "ODbL", "own", "ODbL"])
        // The part of the world where the others are.
        request.area = ArchiveArea(south: 0, west: 80, north: 20, east: 100)
        await #expect(throws: ExportError.self) {
            try await exporter.run(request, to: folder.path + "/y.csv", at: Self.made)
        }
        // Of one aircraft the box decides too.
        request.area = ArchiveArea(south: 0, west: 0, north: 20, east: 20)
        request.aircraft = [Self.who(0xAAAAAA)]
        let one = try await exporter.run(request, to: folder.path + "/z.csv", at: Self.made)
        #expect(one.rows == 5 && one.licences == ["ODbL", "own"])
        request.area = nil
        await #expect(throws: ExportError.self) {
            try await exporter.run(request, to: folder.path + "/w.csv", at: Self.made)
        }
    }

    @Test("a path says under which terms it came")
    func pathsSayTheirTerms() async throws {
        let folder = try TemporaryFolder()
        var request = ExportRequest(during: Self.day, format: .geojson)
        request.area = ArchiveArea(south: 0, west: 0, north: 20, east: 20)
        _ = try await TraceExporter(archive: Self.mixed(), realm: .real)
            .run(request, to: folder.path + "/x.geojson", at: Self.made)
        let features = try #require(try Self.object(folder.read("x.geojson"))["features"] as? [[String: Any]])
        let properties = features.compactMap { $0["properties"] as? [String: Any] }
        let path = try #require(properties.first { $0["what"] as? String == "path" })
        #expect(path["licences"] as? [String] == ["ODbL", "own"])
    }

    @Test func creditsAndLicencesStandInTheManifest() async throws {
        let folder = try TemporaryFolder()
        let archive = try await Self.path()
        try await archive.append(
            TracePast(seed: 1, aircraft: 1, rows: 5, licence: .openDatabase, origin: "adsb.lol").batch
        )
        let manifest = try await TraceExporter(archive: archive, realm: .imported)
            .run(ExportRequest(during: Self.day, format: .csv), to: folder.path + "/x.csv", at: Self.made)
        #expect(manifest.licences == ["ODbL", "own"] && manifest.licence == "ODbL" && manifest.credits == ["adsb.lol"])
        #expect(manifest.days == [ExportManifest.Day(day: "2024-06-18", complete: nil)])
        #expect(manifest.made == "2024-06-19T12:26:40.000Z")
    }
}
