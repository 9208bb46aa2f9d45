public import Tracking

/// An archive that keeps books of its days, in which an import that lacks something is written down.
public protocol ImportNotingArchive: TrackArchive {
    /// - Parameters:
    ///   - day: days since 1970-01-01.
    ///   - reason: what lacks; the same again is written once.
    func noteImport(lacking reason: String, on day: Int64) async throws(ArchiveError)
}
