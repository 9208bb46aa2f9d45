import Foundation
import Testing
import Tracking

@testable import Store

/// Figures, printed where they are asked for: PELACAK_MEASURE=1.
struct ImportThroughputTests {
    @Test(.enabled(if: ProcessInfo.processInfo.environment["PELACAK_MEASURE"] != nil, "measures only when asked to"))
    func rowsASecond() async throws {
        let folder = try TemporaryFolder()
        let source = MemoryArchive()
        try await source.append(TracePast(seed: 1, aircraft: 200, rows: 2_000).batch)
        let clock = ContinuousClock()
        var begin = clock.now
        let manifest = try await TraceExporter(archive: source, realm: .real)
            .run(
                ExportRequest(during: CalendarDay(number: TracePast.day).range, format: .globeHistory),
                to: folder.path + "/day",
                at: CalendarDay.instant(TracePast.start)
            )
        let out = TraceImporter.seconds(clock.now - begin)
        var tar = TarMaker()
        for file in manifest.files { tar.file(file.name, try folder.read("day/" + file.name)) }
        tar.end()
        let path = try folder.write("day.tar", tar.bytes)
        begin = clock.now
        let report = try await TraceImporter(archive: CountingArchive(), ledger: ImportLedger(folder: folder.path))
            .run(TraceImporterTests.request(path))
        let back = TraceImporter.seconds(clock.now - begin)
        print(
            "export, gzip: \(Int(Double(manifest.rows) / out)) rows/s; import: \(Int(Double(report.rows) / back)) rows/s"
        )
        #expect(report.rows == manifest.rows)
    }
}
