public import Aero
import GRDB
public import Tracking

extension HistoryStore {
    /// Aircraft-days in one transaction: a kill in between costs that much work, and nobody waits longer than for that.
    private static let aircraftPerStep = 200

    /// Makes of all days that end by a time one chunk for each aircraft and day, and counts what there is of each.
    ///
    /// Works in small transactions, each of which leaves a correct archive. Doing it again does nothing.
    /// - Returns: how many aircraft-days were brought together.
    @discardableResult
    public nonisolated func compactDays(endedBy time: Timestamp) async throws(ArchiveError) -> Int {
        let end = Moments.start(of: Moments.day, at: time.milliseconds)
        let level = settings.compressionLevel
        var done = 0
        var from = Int64.min
        while true {
            let start = from
            let step = try await change { try Self.compactSome(from: start, before: end, level: level, in: $0) }
            guard let step else { break }
            done += step.count
            from = step.next
        }
        if done > 0 { try await giveBackRoom() }
        try await countDays(endedBy: end)
        return done
    }

    /// Writes the line of each day that is over and has none.
    private nonisolated func countDays(endedBy end: Int64) async throws(ArchiveError) {
        let days = try await ask { database, _ in try DayCountTable.uncounted(before: end, in: database) }
        for day in days { try await change { database in try DayCountTable.count(day, in: database) } }
    }

    /// Gives pages that nothing is in any more back to the disk, a few at a time.
    nonisolated func giveBackRoom() async throws(ArchiveError) {
        while true {
            let left = try await change { database in
                try database.execute(sql: "PRAGMA incremental_vacuum(2000)")
                return try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
            }
            if left == 0 { break }
        }
        do {
            _ = try await database.writeWithoutTransaction { try $0.checkpoint(.passive) }
        } catch {
            throw ArchiveDatabase.wrapped(error, path: folder)
        }
    }

    /// - Parameter from: days that begin earlier are done.
    /// - Returns: aircraft-days brought together, and from where to go on; `nil` when nothing is left.
    private static func compactSome(
        from: Int64,
        before end: Int64,
        level: Int32,
        in database: Database
    ) throws -> (count: Int, next: Int64)? {
        // The oldest day first, whole aircraft of it.
        guard
            let first = try Int64.fetchOne(
                database,
                sql: """
                    SELECT start FROM chunk INDEXED BY chunk_by_time WHERE length = ? AND start >= ? AND start < ?
                    ORDER BY start LIMIT 1
                    """,
                arguments: [Moments.quarter, from, end]
            )
        else { return nil }
        let day = Moments.start(of: Moments.day, at: first)
        let next = day.addingReportingOverflow(Moments.day).partialValue
        let keys = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT address, address_kind, terms, form FROM chunk INDEXED BY chunk_by_time
                WHERE length = ? AND start >= ? AND start < ? ORDER BY address, address_kind LIMIT ?
                """,
            arguments: [Moments.quarter, day, next, aircraftPerStep]
        )
        let before = database.totalChangesCount
        var writer = ChunkWriter(level: level)
        for row in keys {
            let aircraft = ChunkRow.aircraft(row[0], row[1])
            guard ChunkRow.isKey(row[0], row[1], form: row[3]), ChunkRow.starts.contains(day) else {
                try isolate(row, from: day, to: next, in: database)
                continue
            }
            let key = ChunkKey(
                aircraft: aircraft,
                terms: row[2],
                hasPositions: row[3] == 0,
                start: day,
                length: Moments.day
            )
            try writer.compact(key, in: database)
        }
        // A day in which nothing could be brought together must not keep the later ones waiting, nor this from ending.
        let isStuck = database.totalChangesCount == before
        return (keys.count, isStuck ? next : day)
    }

    /// Puts aside chunks whose key says what no program writes: nobody could ask for them.
    private static func isolate(_ key: Row, from day: Int64, to next: Int64, in database: Database) throws {
        let chunks = try Int64.fetchAll(
            database,
            sql: """
                SELECT id FROM chunk INDEXED BY chunk_by_time WHERE length = ? AND start >= ? AND start < ?
                    AND address = ? AND address_kind = ? AND terms = ? AND form = ?
                """,
            arguments: [
                Moments.quarter, day, next, key[0] as Int64, key[1] as Int64, key[2] as Int64, key[3] as Int64,
            ]
        )
        for chunk in chunks { try DamagedChunks.isolate(chunk, reason: "its key is none", in: database) }
    }
}
