public import Aero
import Foundation
import GRDB

extension IdentityStore {
    /// Says what an import would do, by doing it and taking it back before anybody sees it.
    ///
    /// - Parameter time: now.
    public func preview(
        _ request: IdentityImportRequest,
        at time: Timestamp
    ) throws(IdentityError) -> IdentityImportReport {
        try run(request, at: time, isPreview: true)
    }

    /// Reads a file into the store: whole, or not at all.
    ///
    /// The same file again changes nothing; a newer version of a source ends what it does not say any more.
    /// - Parameter time: now; what is known of earlier times stays as it is.
    public func take(_ request: IdentityImportRequest, at time: Timestamp) throws(IdentityError) -> IdentityImportReport
    {
        try run(request, at: time, isPreview: false)
    }

    private func run(
        _ request: IdentityImportRequest,
        at time: Timestamp,
        isPreview: Bool
    ) throws(IdentityError) -> IdentityImportReport {
        let name = (request.path as NSString).lastPathComponent
        if request.format == .planeAlert, !request.takesPrivacyList, name.lowercased().contains("pia") {
            throw .privacyList
        }
        var report = IdentityImportReport()
        report.sha256 = try IdentityFile.digest(of: request.path, with: request.typesPath)
        do {
            try database.writeWithoutTransaction { database in
                try ConflictTable.prepare(database)
                try database.inTransaction(.immediate) {
                    let source = try SourceTable.source(request, in: database)
                    if try SourceTable.heldImport(of: source, in: database)?.sha256 == report.sha256 {
                        report.isHeldAlready = true
                        return .rollback
                    }
                    let change = try ChangeTable.add(
                        .imported,
                        source: source,
                        at: time,
                        version: request.version,
                        sha256: report.sha256,
                        file: name,
                        in: database
                    )
                    var importer = try IdentityImporter(database, source: source, change: change, report: report)
                    try importer.run(try IdentityFile.reader(request))
                    try importer.closeUnseen()
                    report = importer.report
                    if !isPreview, !request.takesDoubtful, let doubt = report.doubt {
                        throw IdentityError.doubtful(doubt)
                    }
                    try ConflictTable.refresh(after: change, rowsOf: source, report: &report, in: database)
                    try ChangeTable.close(change, report: report, in: database)
                    report.id = isPreview ? nil : change
                    return isPreview ? .rollback : .commit
                }
            }
        } catch {
            throw Self.wrapped(error, path: folder)
        }
        return report
    }
}
