public import Tracking

/// An archive that keeps books of its days, in which an import that lacks something is written down.
public protocol ImportNotingArchive: TrackArchive {
    /// - Parameters:
    ///   - id: of the import.
    ///   - reason: what lacks; the same again is written once.
    ///   - days: since 1970-01-01.
    func noteImport(_ id: String, lacking reason: String, on days: Set<Int64>) async throws(ArchiveError)

    /// Takes back what was noted of an import: it was undone, or what lacked came in later.
    ///
    /// - Parameters:
    ///   - reason: what was noted to lack; `nil` for whatever it was.
    ///   - day: `nil` for all days.
    func forgetImport(_ id: String, lacking reason: String?, on day: Int64?) async throws(ArchiveError)
}
