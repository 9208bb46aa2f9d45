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

    /// Takes away the rows that nobody heard but some receivers: what they gave turned out to be simulated.
    ///
    /// Names of aircraft that have no row left in that time go too. A damaged chunk stays as it is.
    /// - Returns: how many rows went.
    public func withdraw(_ receivers: Set<UInt32>, during: Range<Timestamp>) async throws(ArchiveError) -> Int {
        try await seal()
        let times = Moments.milliseconds(during)
        let level = settings.compressionLevel
        return try await change { database in
            var writer = ChunkWriter(level: level)
            var erased = 0
            for length in [Moments.day, Moments.quarter] {
                let chunks = try Int64.fetchAll(
                    database,
                    sql: """
                        SELECT id FROM chunk INDEXED BY chunk_by_time
                        WHERE length = ? AND start > ? AND start < ? AND t1 >= ? AND t0 < ?
                        """,
                    arguments: [
                        length, times.lowerBound &- length, times.upperBound, times.lowerBound, times.upperBound,
                    ]
                )
                for id in chunks {
                    guard
                        let row = try Row.fetchOne(
                            database,
                            sql: "SELECT \(ChunkRow.columns) FROM chunk WHERE id = ?",
                            arguments: [id]
                        )
                    else { continue }
                    let chunk = ChunkRow(row)
                    let gone: Int
                    do {
                        gone = try writer.erase(from: chunk, in: database) { row, sets in
                            guard times.contains(row.milliseconds), Int(row.heardBy) < sets.count else { return false }
                            let heardBy = sets[Int(row.heardBy)].ids
                            return !heardBy.isEmpty && receivers.isSuperset(of: heardBy)
                        }
                    } catch is ChunkError { continue }
                    guard gone > 0 else { continue }
                    erased += gone
                    try Self.eraseNames(of: chunk.key.aircraft, during: times, in: database)
                }
            }
            return erased
        }
    }

    /// Takes away what an aircraft called itself in a time in which it has no row.
    private static func eraseNames(
        of aircraft: ArchivedAircraft,
        during times: Range<Int64>,
        in database: Database
    ) throws {
        let (address, kind) = (aircraft.address.rawValue, aircraft.kind.rawValue)
        try database.execute(
            sql: """
                DELETE FROM identity_change WHERE address = ? AND address_kind = ? AND t >= ? AND t < ?
                    AND NOT EXISTS (SELECT 1 FROM chunk WHERE address = ? AND address_kind = ?
                        AND start > ? AND start < ? AND t1 >= ? AND t0 < ?)
                """,
            arguments: [
                address, kind, times.lowerBound, times.upperBound, address, kind, times.lowerBound &- Moments.day,
                times.upperBound, times.lowerBound, times.upperBound,
            ]
        )
    }
}
