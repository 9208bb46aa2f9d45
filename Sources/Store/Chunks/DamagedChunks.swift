import Aero
import GRDB
import Tracking

/// Chunks that cannot be read: kept apart as they are, so that what they hold is neither lost nor in the way.
enum DamagedChunks {
    /// Moves a chunk aside.
    static func isolate(_ id: Int64, reason: String, in database: Database) throws {
        try database.execute(
            sql: """
                INSERT OR REPLACE INTO damaged_chunk (id, address, address_kind, start, length, terms, form, t0, t1, n, codec, crc,
                    blocks, data, reason)
                SELECT id, address, address_kind, start, length, terms, form, t0, t1, n, codec, crc, blocks, data, ?
                FROM chunk WHERE id = ?
                """,
            arguments: [reason, id]
        )
        try database.execute(sql: "DELETE FROM chunk WHERE id = ?", arguments: [id])
    }

    /// What was put aside, the latest chunks first.
    static func list(_ limit: Int, in database: Database) throws -> [ArchiveCheck.Damage] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT id, address, address_kind, start, reason FROM damaged_chunk ORDER BY id DESC LIMIT ?",
            arguments: [limit]
        )
        return rows.map { row in
            ArchiveCheck.Damage(
                chunk: row[0],
                aircraft: ChunkRow.aircraft(row[1], row[2]).address.hex,
                day: Moments.dayNumber(row[3]),
                reason: row[4]
            )
        }
    }
}
