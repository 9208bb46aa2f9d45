import Aero
import Foundation
import Testing
import Tracking

@testable import Store

/// Whole or not at all, and only what lies in a box.
extension TraceExporterTests {
    @Test func whatIsThereIsNotOverwrittenUnasked() async throws {
        let folder = try TemporaryFolder()
        let archive = try await Self.path()
        let path = try folder.write("x.csv", [1])
        var request = ExportRequest(during: Self.day, format: .csv)
        let exporter = TraceExporter(archive: archive, realm: .real)
        await #expect(throws: ExportError.exists(path: path)) {
            try await exporter.run(request, to: path, at: Self.made)
        }
        #expect(try folder.read("x.csv") == [1])
        request.overwrites = true
        _ = try await exporter.run(request, to: path, at: Self.made)
        #expect(try folder.read("x.csv").count > 100)
        await #expect(throws: ExportError.unwritable(path: folder.path + "/no/x")) {
            try await exporter.run(request, to: folder.path + "/no/x", at: Self.made)
        }
    }

    @Test(arguments: ["x.csv.manifest.json", "x.csv.schema.json"])
    func whatStandsBesideIsNotOverwrittenUnasked(name: String) async throws {
        let folder = try TemporaryFolder()
        let archive = try await Self.path()
        let path = try folder.write(name, [1])
        var request = ExportRequest(during: Self.day, format: .parquetCSV)
        let exporter = TraceExporter(archive: archive, realm: .real)
        await #expect(throws: ExportError.exists(path: path)) {
            try await exporter.run(request, to: folder.path + "/x.csv", at: Self.made)
        }
        #expect(folder.names() == [name])
        #expect(try folder.read(name) == [1])
        request.overwrites = true
        _ = try await exporter.run(request, to: folder.path + "/x.csv", at: Self.made)
        #expect(try folder.read(name).count > 1)
        #expect(folder.names().count == 3)
    }

    @Test func nothingHasANameBeforeTheManifestIsWhole() async throws {
        let folder = try TemporaryFolder()
        // The days of the manifest are asked for at the end: there the archive fails.
        let archive = try await FailingDays(archive: Self.path())
        let request = ExportRequest(during: Self.day, format: .parquetCSV)
        await #expect(throws: ExportError.archive(.failed("days"))) {
            try await TraceExporter(archive: archive, realm: .real)
                .run(request, to: folder.path + "/x.csv", at: Self.made)
        }
        #expect(folder.names() == [])
    }

    @Test func whatComesMeanwhileIsNotReplaced() async throws {
        let folder = try TemporaryFolder()
        let archive = try await Self.path()
        let request = ExportRequest(during: Self.day, format: .csv)
        let other = folder.path + "/x.csv.manifest.json"
        await #expect(throws: ExportError.exists(path: other)) {
            try await TraceExporter(archive: archive, realm: .real)
                .run(request, to: folder.path + "/x.csv", at: Self.made) { _ in
                    try? Data([1]).write(to: URL(fileURLWithPath: other))
                }
        }
        #expect(folder.names() == ["x.csv.manifest.json"])
        #expect(try folder.read("x.csv.manifest.json") == [1])
    }

    @Test func aBoxKeepsWhatLiesInItAndLeavesABreak() async throws {
        let folder = try TemporaryFolder()
        let archive = try await Self.path()
        var request = ExportRequest(during: Self.day, format: .csv)
        request.area = ArchiveArea(south: 0, west: 179, north: 20, east: -175)
        let manifest = try await TraceExporter(archive: archive, realm: .real)
            .run(request, to: folder.path + "/x.csv", at: Self.made)
        #expect(manifest.rows == 2 && manifest.box == [0, 179, 20, -175])
        request.during = Self.day.upperBound..<Self.day.upperBound.advanced(bySeconds: 10)
        let none = try await TraceExporter(archive: archive, realm: .real)
            .run(request, to: folder.path + "/none.csv", at: Self.made)
        #expect(none.rows == 0 && none.licence == nil && none.files[0].rows == 0)
    }
}
