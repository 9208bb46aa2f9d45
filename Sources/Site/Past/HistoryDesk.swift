public import Tracking

/// The past as the site asks for it: one archive for each of three worlds, which never mix.
///
/// What is asked is read only; the site writes nothing into an archive.
public protocol HistoryDesk: Sendable {
    /// What is kept of a world; `nil` where nothing is.
    func archive(of realm: ArchiveRealm) -> (any TrackArchive)?

    /// What is known of a day as a whole; `nil` where it has no manifest yet.
    ///
    /// - Parameter day: days since 1970-01-01, UTC.
    func day(_ day: Int64, of realm: ArchiveRealm) async throws(ArchiveError) -> HistoryDay?
}
