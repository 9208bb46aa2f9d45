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

    /// Writes down a chunk of which nothing is left but what the indices say.
    ///
    /// - Parameter known: values by their columns.
    static func note(_ id: Int64, _ known: [String: SavedValue], in database: Database) throws {
        func value(_ name: String, else usual: Int64) -> Int64 { known[name]?.integer ?? usual }
        let start = value("start", else: 0)
        let end = times(start, .max).lowerBound + max(1, min(Moments.day, value("length", else: Moments.day))) - 1
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO damaged_chunk (id, address, address_kind, start, length, terms, form, t0, t1, n, codec, crc,
                    blocks, data, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, NULL, x'', 'its page of the database cannot be read')
                """,
            arguments: [
                id, value("address", else: 0), value("address_kind", else: 0), start,
                value("length", else: Moments.day),
                value("terms", else: 0), value("form", else: 0), value("t0", else: start), value("t1", else: end),
                value("n", else: 0),
            ]
        )
    }

    /// From the first to the last observation of a piece by its columns, ms. Whatever they say it is a time there is, and no longer than a
    /// day, which no piece is.
    static func times(_ first: Int64, _ last: Int64) -> ClosedRange<Int64> {
        let all = HistoryStore.times
        let start = min(max(first, all.lowerBound), all.upperBound)
        return start...min(max(start, last), start + Moments.day)
    }

    /// By day what is lost in chunks that were put aside, but for some: rows of them that are in no chunk of the same key.
    static func lossByDay(except before: Set<Int64>, in database: Database) throws -> [RebuildReport.Day] {
        var days: [Int64: RebuildReport.Day] = [:]
        let aside = try Row.fetchAll(
            database,
            sql: """
                SELECT damaged_chunk.id, damaged_chunk.start, damaged_chunk.n, ifnull(chunk.n, 0)
                FROM damaged_chunk LEFT JOIN chunk USING (address, address_kind, start, length, terms, form)
                """
        )
        for row in aside where !before.contains(row[0]) {
            let day = Moments.dayNumber(row[1])
            days[day, default: RebuildReport.Day(day: day)].lostChunks += 1
            // Here, since a database makes a fraction of what is too much.
            let (had, has): (Int, Int) = (row[2], row[3])
            days[day]?.lostRows.addBounded(max(0, max(0, had) - max(0, has)))
        }
        for day in days.keys {
            let times = Moments.times(ofDay: day)
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT count(*), CAST(total(n) AS INTEGER) FROM chunk INDEXED BY chunk_by_time
                    WHERE length IN (\(Moments.day), \(Moments.quarter)) AND start >= ? AND start < ?
                    """,
                arguments: [times.lowerBound, times.upperBound]
            )
            days[day]?.savedChunks = row?[0] ?? 0
            days[day]?.savedRows = row?[1] ?? 0
        }
        return days.values.sorted { $0.day < $1.day }
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
