public import Aero
public import Tracking

/// An archive from which an import can be taken back.
public protocol ErasableArchive: TrackArchive {
    /// Takes away the rows and names of one aircraft that came from one origin under one licence.
    ///
    /// - Parameter during: nothing outside of it.
    /// - Returns: how many rows went.
    func erase(
        _ aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        licence: LicenceTag,
        origin: String
    ) async throws(ArchiveError) -> Int
}
