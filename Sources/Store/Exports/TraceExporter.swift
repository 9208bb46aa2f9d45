public import Aero
import Foundation
public import Tracking

/// Writes what an archive holds as files that others read, with a manifest: sums, licences, credits, which days are complete.
///
/// Nothing is seen under its name before it is whole; what must not be handed on is refused, and nothing is left behind. Who heard
/// something never goes out, only how many did.
public struct TraceExporter: Sendable {
    private let archive: any TrackArchive
    private let realm: ArchiveRealm

    /// - Parameter realm: of the archive; every file says it.
    public init(archive: any TrackArchive, realm: ArchiveRealm) {
        self.archive = archive
        self.realm = realm
    }

    /// Exports.
    ///
    /// - Parameters:
    ///   - path: a file (its manifest lies beside it, as `NAME.manifest.json`), or a folder.
    ///   - time: when it is made; goes into the manifest.
    ///   - progress: rows written so far, told after each aircraft.
    @concurrent
    public func run(
        _ request: ExportRequest,
        to path: String,
        at time: Timestamp,
        progress: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws(ExportError) -> ExportManifest {
        try request.check()
        let isFolder = request.format.isFolder || request.format == .json && request.aircraft?.count != 1
        if !request.overwrites {
            var names = [path]
            if !isFolder { names.append(path + ".manifest.json") }
            if request.format == .parquetCSV { names.append(path + ".schema.json") }
            for name in names where FileManager.default.fileExists(atPath: name) { throw .exists(path: name) }
        }
        let run = ExportRun(TraceReading(try chosen(request.licences), request, realm), path: path, progress)
        if request.format == .globeHistory {
            try await run.writeDays()
        } else if isFolder {
            try await run.writeEach()
        } else {
            try await run.writeOne()
        }
        return try await run.finish(at: time)
    }

    /// The archive without what came under other terms.
    private func chosen(_ licences: Set<LicenceTag>?) throws(ExportError) -> any TrackArchive {
        guard let licences else { return archive }
        guard let chosen = archive.holding(only: licences) else {
            throw .archive(.badQuestion("it does not tell rows apart by their licences"))
        }
        return chosen
    }
}
