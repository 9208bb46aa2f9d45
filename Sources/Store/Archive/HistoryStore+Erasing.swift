public import Aero
import GRDB
public import Tracking

extension HistoryStore {
    /// Takes away the rows and names of one aircraft that came from one origin under one licence: an import taken back.
    ///
    /// - Parameter during: nothing outside of it.
    /// - Returns: how many rows went.
    public func erase(
        _ aircraft: ArchivedAircraft,
        during: Range<Timestamp>,
        licence: LicenceTag,
        origin: String
    ) async throws(ArchiveError) -> Int {
        // What is not sealed cannot be taken out of the log: it is sealed first.
        try await seal()
        let times = Moments.milliseconds(during)
        let level = settings.compressionLevel
        return try await change { database in
            let terms = try TermsTable.id(of: ArchiveTerms(licence: licence, origin: origin), in: database)
            try database.execute(
                sql:
                    "DELETE FROM identity_change WHERE address = ? AND address_kind = ? AND t >= ? AND t < ? AND terms = ?",
                arguments: [
                    aircraft.address.rawValue, aircraft.kind.rawValue, times.lowerBound, times.upperBound, terms,
                ]
            )
            var writer = ChunkWriter(level: level)
            return try writer.erase(aircraft, during: times, terms: terms, in: database)
        }
    }
}
