import GRDB

/// What is written of each day when it is over.
enum DayManifests {
    /// The days of a range of ms that are known not to be complete: their manifest says so, or, where there is none (yet), their books.
    static func incompleteDays(in times: Range<Int64>, _ database: Database) throws -> Set<Int64> {
        let last = max(times.lowerBound, times.upperBound &- 1)
        let days = Moments.dayNumber(times.lowerBound)...Moments.dayNumber(last)
        return Set(try completeness(of: days, database).filter { !$0.value }.keys)
    }

    /// Days of which a piece was put aside as damaged.
    private static func damagedDays(in days: ClosedRange<Int64>, _ database: Database) throws -> Set<Int64> {
        let starts = try Int64.fetchAll(database, sql: "SELECT DISTINCT start FROM damaged_chunk")
        return Set(starts.lazy.map { Moments.dayNumber($0) }.filter(days.contains))
    }

    /// Whether each day is complete; what is missing has no manifest yet and nothing is known to have happened to it.
    static func completeness(of days: ClosedRange<Int64>, _ database: Database) throws -> [Int64: Bool] {
        var complete: [Int64: Bool] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT day, is_complete FROM manifest WHERE day BETWEEN ? AND ?",
            arguments: [days.lowerBound, days.upperBound]
        )
        while let row = try rows.next() { complete[row[0]] = row[1] == 1 }
        for day in try DayNotes.days(in: days, database) { complete[day] = false }
        for day in try damagedDays(in: days, database) { complete[day] = false }
        return complete
    }
}
