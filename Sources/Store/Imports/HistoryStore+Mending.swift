public import Aero
import GRDB
public import Tracking

extension HistoryStore: MendableArchive {
    public func lostPieces(licence: LicenceTag, origin: String) async throws(ArchiveError) -> [LostPiece] {
        try await ask { database, _ in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, address, address_kind, t0, t1 FROM damaged_chunk
                    WHERE terms IN (SELECT id FROM terms WHERE licence = ? AND origin = ?)
                        OR terms NOT IN (SELECT id FROM terms)
                    """,
                arguments: [licence.rawValue, origin]
            )
            return rows.map { row in
                LostPiece(
                    id: row[0],
                    aircraft: ChunkRow.aircraft(row[1], row[2]),
                    times: DamagedChunks.times(row[3], row[4])
                )
            }
        }
    }

    public func forgetMended(
        _ pieces: [LostPiece],
        licence: LicenceTag,
        origin: String
    ) async throws(ArchiveError) -> Int {
        guard !pieces.isEmpty else { return 0 }
        // What came in is counted where it is kept.
        try await seal()
        return try await change { database in
            let terms = try TermsTable.id(of: ArchiveTerms(licence: licence, origin: origin), in: database)
            var mended = 0
            for piece in pieces where try Self.isMended(piece.id, terms: terms, in: database) {
                mended += 1
                let start = try Int64.fetchOne(
                    database,
                    sql: "DELETE FROM damaged_chunk WHERE id = ? RETURNING start",
                    arguments: [piece.id]
                )
                guard let start else { continue }
                try Self.forgetNotes(ofDay: Moments.dayNumber(start), in: database)
            }
            return mended
        }
    }

    /// Whether there are at least as many rows of the same aircraft, terms and form in the time of a piece as it had.
    private static func isMended(_ id: Int64, terms: Int64, in database: Database) throws -> Bool {
        let piece = try Row.fetchOne(
            database,
            sql: "SELECT address, address_kind, form, t0, t1, n FROM damaged_chunk WHERE id = ?",
            arguments: [id]
        )
        guard let piece else { return false }
        let times = Range(DamagedChunks.times(piece[3], piece[4]))
        let chunks = try Row.fetchAll(
            database,
            sql: """
                SELECT \(ChunkRow.columns) FROM chunk
                WHERE address = ? AND address_kind = ? AND start > ? AND start < ? AND t1 >= ? AND t0 < ? AND terms = ?
                    AND form = ?
                """,
            arguments: [
                piece[0] as Int64, piece[1] as Int64, times.lowerBound &- Moments.day, times.upperBound,
                times.lowerBound, times.upperBound, terms, piece[2] as Int64,
            ]
        )
        let reader = ChunkReader()
        var rows: [Observation] = []
        var sets = ReceiverSetTable()
        for chunk in chunks.map({ ChunkRow($0) }) {
            do throws(ChunkError) {
                try reader.read(chunk.data, blocks: chunk.blocks, during: times, into: &rows, sets: &sets)
            } catch { return false }
        }
        return rows.count >= max(1, piece[5] as Int)
    }

    /// A day of which nothing is put aside any more does not lack pieces.
    private static func forgetNotes(ofDay day: Int64, in database: Database) throws {
        let times = Moments.times(ofDay: day)
        let left = try Int.fetchOne(
            database,
            sql: "SELECT count(*) FROM damaged_chunk WHERE start >= ? AND start < ?",
            arguments: [times.lowerBound, times.upperBound]
        )
        guard left == 0 else { return }
        try DayNotes.forget(.databaseDamaged, whose: DayNotes.piecesLost, on: day, in: database)
        try database.execute(sql: "DELETE FROM manifest WHERE day = ?", arguments: [day])
    }
}
