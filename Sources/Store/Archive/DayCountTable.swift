import GRDB
import Tracking

/// How much there is of each day that is over, beside the chunks it was counted from.
enum DayCountTable {
    /// The lines of days, by day. A day without one is counted from its chunks.
    static func counts(of days: ClosedRange<Int64>, in database: Database) throws -> [Int64: DayCounts.Count] {
        var counts: [Int64: DayCounts.Count] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT day, aircraft, positions, others FROM day_count WHERE day BETWEEN ? AND ?",
            arguments: [days.lowerBound, days.upperBound]
        )
        while let row = try rows.next() {
            counts[row[0]] = DayCounts.Count(positions: row[2], others: row[3], counted: row[1])
        }
        return counts
    }

    /// The first day from one to another that has chunks: two look-ups, however many they are.
    static func firstDay(from first: Int64, through last: Int64, in database: Database) throws -> Int64? {
        let (start, end) = (Moments.times(ofDay: first).lowerBound, Moments.times(ofDay: last).upperBound)
        let found = try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT min(start) FROM (
                        SELECT min(start) AS start FROM chunk INDEXED BY chunk_by_time
                            WHERE length = \(Moments.day) AND start >= :from AND start < :end
                        UNION ALL
                        SELECT min(start) FROM chunk INDEXED BY chunk_by_time
                            WHERE length = \(Moments.quarter) AND start >= :from AND start < :end)
                    """
            ),
            arguments: ["from": start, "end": end]
        )
        return found.map { Moments.dayNumber($0) }
    }

    static func addChunks(of day: Int64, to counts: inout DayCounts, in database: Database) throws {
        let times = Moments.times(ofDay: day)
        for length in [Moments.day, Moments.quarter] {
            let rows = try Row.fetchCursor(
                database.cachedStatement(
                    sql: """
                        SELECT address, address_kind, start, form, n FROM chunk INDEXED BY chunk_by_time
                        WHERE length = ? AND start >= ? AND start < ?
                        """
                ),
                arguments: [length, times.lowerBound, times.upperBound]
            )
            try counts.add(rows)
        }
    }

    /// Days with chunks and without a line, of those that end by a time.
    ///
    /// - Parameter end: ms.
    static func uncounted(before end: Int64, in database: Database) throws -> [Int64] {
        let last = Moments.dayNumber(end) - 1
        let counted = Set(try Int64.fetchAll(database, sql: "SELECT day FROM day_count"))
        var days: [Int64] = []
        var next = Moments.dayNumber(.min)
        while next <= last, let day = try firstDay(from: next, through: last, in: database) {
            if !counted.contains(day) { days.append(day) }
            next = day + 1
        }
        return days
    }

    static func count(_ day: Int64, in database: Database) throws {
        var counts = DayCounts()
        try addChunks(of: day, to: &counts, in: database)
        guard let count = counts.counts[day] else { return }
        try database.execute(
            sql: "INSERT OR REPLACE INTO day_count VALUES (?, ?, ?, ?)",
            arguments: [day, count.aircraft.count, count.positions, count.others]
        )
    }
}
