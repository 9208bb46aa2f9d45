public import Aero
import GRDB
public import Tracking

extension HistoryStore {
    /// Deletes what the rules no longer keep, oldest first, and leaves a line in the books of each day.
    ///
    /// What is pinned stays. What aircraft called themselves goes with the observations of its time. Small transactions; doing it again
    /// does nothing.
    /// - Returns: chunks deleted.
    @discardableResult
    public nonisolated func retain(_ rules: RetentionRules, at now: Timestamp) async throws(ArchiveError) -> Int {
        let noted = now.milliseconds
        var deleted = 0
        if let days = rules.days {
            let cutoff = Moments.start(of: Moments.day, at: noted) - Int64(max(0, min(1_000_000, days))) * Moments.day
            deleted += try await deleteDays(before: cutoff, rule: "older than \(days) days", noted: noted) { _ in true }
            if deleted > 0 { try await deleteNames(before: cutoff) }
        }
        if let bytes = rules.bytes { deleted += try await deleteDays(beyond: bytes, noted: noted) }
        if deleted > 0 { try await giveBackRoom() }
        return deleted
    }

    /// Deletes the oldest days one after the other until it is enough; never the newest one.
    private nonisolated func deleteDays(beyond bytes: Int64, noted: Int64) async throws(ArchiveError) -> Int {
        let isTooMuch: @Sendable (Database) throws -> Bool = { try Self.bytesInUse($0) > bytes }
        guard try await ask({ database, _ in try isTooMuch(database) }) else { return 0 }
        let ends = try await ask { database, _ in
            try Row.fetchOne(database, sql: "SELECT min(start), max(start) FROM chunk").map { ($0[0], $0[1]) }
                as (Int64?, Int64?)?
        }
        guard let oldest = ends?.0, var newest = ends?.1 else { return 0 }
        // A row of the future must not stand in for the day that is. The synthetic sky has days of its own.
        if realm == .real { newest = min(newest, noted) }
        // What still stands of a time that was deleted before goes before any day does.
        try await deleteNames(before: Moments.start(of: Moments.day, at: oldest))
        return try await deleteDays(
            before: Moments.start(of: Moments.day, at: newest),
            rule: "more than \(bytes) bytes",
            noted: noted,
            withNames: true,
            while: isTooMuch
        )
    }

    /// Deletes names of a time of which no observations are kept.
    private nonisolated func deleteNames(before end: Int64) async throws(ArchiveError) {
        var after: IdentityTable.Place? = IdentityTable.Place()
        while let from = after {
            after = try await change { try IdentityTable.deleteSome(after: from, before: end, in: $0) }
        }
    }

    /// - Returns: the number by which it is taken away again.
    @discardableResult
    public nonisolated func pin(_ pin: ArchivePin, at now: Timestamp) async throws(ArchiveError) -> Int64 {
        let made = now.milliseconds
        return try await change { database in try PinTable.insert(pin, made: made, in: database) }
    }

    /// - Returns: whether there was one of that number.
    @discardableResult
    public nonisolated func unpin(_ number: Int64) async throws(ArchiveError) -> Bool {
        try await change { database in try PinTable.remove(number, from: database) }
    }

    /// All pins by their numbers.
    public nonisolated func pins() async throws(ArchiveError) -> [Int64: ArchivePin] {
        try await ask { database, _ in try PinTable.all(in: database) }
    }

    /// Bytes of the database that hold something.
    static func bytesInUse(_ database: Database) throws -> Int64 {
        let pages = try Int64.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        let free = try Int64.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0
        return (pages - free) * (try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
    }

    /// Days in one step are one; chunks of it at most so many.
    private static let chunksPerStep = 500

    private nonisolated func deleteDays(
        before cutoff: Int64,
        rule: String,
        noted: Int64,
        withNames: Bool = false,
        while isWanted: @escaping @Sendable (Database) throws -> Bool
    ) async throws(ArchiveError) -> Int {
        var deleted = 0
        var after = Int64.min
        while true {
            let from = after
            let step = try await change { database -> (next: Int64, count: Int)? in
                guard try isWanted(database) else { return nil }
                return try Self.deleteSome(after: from, before: cutoff, rule: rule, noted: noted, in: database)
            }
            guard let step else { break }
            deleted += step.count
            if withNames, step.next > from, step.count > 0 { try await deleteNames(before: step.next) }
            after = step.next
        }
        return deleted
    }

    /// Deletes some of the chunks of the oldest day that has any which may go.
    ///
    /// - Parameter after: periods that begin earlier are done.
    /// - Returns: from where to go on; `nil` when nothing is left.
    private static func deleteSome(
        after: Int64,
        before cutoff: Int64,
        rule: String,
        noted: Int64,
        in database: Database
    ) throws -> (next: Int64, count: Int)? {
        let first = try Int64.fetchOne(
            database,
            sql: """
                SELECT min(start) FROM (
                    SELECT min(start) AS start FROM chunk WHERE length = \(Moments.day) AND start >= :after AND start < :before
                    UNION ALL
                    SELECT min(start) FROM chunk WHERE length = \(Moments.quarter) AND start >= :after AND start < :before)
                """,
            arguments: ["after": after, "before": cutoff]
        )
        guard let first else { return nil }
        let day = Moments.start(of: Moments.day, at: first)
        // It is before the cut-off, so that there is a day after it.
        let next = day + Moments.day
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT id, t0, t1, n FROM chunk INDEXED BY chunk_by_time
                WHERE length IN (\(Moments.day), \(Moments.quarter)) AND start >= ? AND start < ? AND \(PinTable.isFree)
                LIMIT ?
                """,
            arguments: [day, next, chunksPerStep]
        )
        guard !rows.isEmpty else { return (next, 0) }
        var (t0, t1, count) = (Int64.max, Int64.min, 0)
        for row in rows {
            t0 = min(t0, row[1])
            t1 = max(t1, row[2])
            count.addBounded(row[3])
            try database.cachedStatement(sql: "DELETE FROM chunk WHERE id = ?").execute(arguments: [row[0] as Int64])
        }
        try DayNotes.add(
            DayNotes.Note(
                day: Moments.dayNumber(day),
                kind: .removed,
                during: t0..<max(t0, Moments.end(after: t1)),
                detail: "\(rule): \(rows.count) chunks, \(count) observations"
            ),
            noted: noted,
            in: database
        )
        return (rows.count < chunksPerStep ? next : day, rows.count)
    }
}
