public import Aero
public import Tracking

/// An archive that can tell which of what was imported damage took, so that an import done again brings just that back.
public protocol MendableArchive: TrackArchive {
    /// Pieces that came from one origin under one licence, and those of which nobody knows whence they came.
    func lostPieces(licence: LicenceTag, origin: String) async throws(ArchiveError) -> [LostPiece]

    /// Takes those of some pieces out of the books whose observations are all there again under these terms.
    ///
    /// - Returns: how many these are.
    func forgetMended(_ pieces: [LostPiece], licence: LicenceTag, origin: String) async throws(ArchiveError) -> Int
}
