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
        while case let count = try await change({ try Self.compactSome(before: end, level: level, in: $0) }), count > 0
        {
            done += count
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

    private static func compactSome(before end: Int64, level: Int32, in database: Database) throws -> Int {
        // The oldest day first, whole aircraft of it.
        guard
            let first = try Int64.fetchOne(
                database,
                sql:
                    "SELECT start FROM chunk INDEXED BY chunk_by_time WHERE length = ? AND start < ? ORDER BY start LIMIT 1",
                arguments: [Moments.quarter, end]
            )
        else { return 0 }
        let day = Moments.start(of: Moments.day, at: first)
        let keys = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT address, address_kind, terms, form FROM chunk INDEXED BY chunk_by_time
                WHERE length = ? AND start >= ? AND start < ? ORDER BY address, address_kind LIMIT ?
                """,
            arguments: [Moments.quarter, day, day + Moments.day, aircraftPerStep]
        )
        var writer = ChunkWriter(level: level)
        for row in keys {
            let key = ChunkKey(
                aircraft: ChunkRow.aircraft(row[0], row[1]),
                terms: row[2],
                hasPositions: row[3] == 0,
                start: day,
                length: Moments.day
            )
            try writer.compact(key, in: database)
        }
        return keys.count
    }
}
