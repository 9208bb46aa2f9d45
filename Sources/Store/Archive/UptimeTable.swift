import GRDB

/// When the program and its receivers were up: intervals that never touch each other.
enum UptimeTable {
    /// The number that stands for the program itself.
    static let process: Int64 = 0

    /// Adds an interval of ms to what is known, joined with those it touches.
    static func add(_ interval: Range<Int64>, of receiver: Int64, in database: Database) throws {
        guard !interval.isEmpty else { return }
        var (first, last) = (interval.lowerBound, interval.upperBound)
        let touching = try Row.fetchAll(
            database,
            sql: "SELECT t0, t1 FROM uptime WHERE receiver = ? AND t0 <= ? AND t1 >= ?",
            arguments: [receiver, last, first]
        )
        for row in touching {
            first = min(first, row[0])
            last = max(last, row[1])
            try database.execute(
                sql: "DELETE FROM uptime WHERE receiver = ? AND t0 = ?",
                arguments: [receiver, row[0] as Int64]
            )
        }
        try database.execute(sql: "INSERT INTO uptime VALUES (?, ?, ?)", arguments: [receiver, first, last])
        // Of a day that was over already, after a clock was set back: its manifest said that nobody was up, and is made again.
        try database.execute(
            sql: "DELETE FROM manifest WHERE day >= ? AND day <= ?",
            arguments: [Moments.dayNumber(interval.lowerBound), Moments.dayNumber(interval.upperBound - 1)]
        )
    }

    /// Intervals by receiver, cut to a stretch of ms.
    static func intervals(in stretch: Range<Int64>, _ database: Database) throws -> [Int64: [Range<Int64>]] {
        var found: [Int64: [Range<Int64>]] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT receiver, t0, t1 FROM uptime WHERE t1 > ? AND t0 < ? ORDER BY receiver, t0",
            arguments: [stretch.lowerBound, stretch.upperBound]
        )
        while let row = try rows.next() {
            let (t0, t1): (Int64, Int64) = (row[1], row[2])
            found[row[0], default: []].append(max(t0, stretch.lowerBound)..<min(max(t0, t1), stretch.upperBound))
        }
        return found
    }

    /// What of a stretch none of the intervals covers.
    static func gaps(in stretch: Range<Int64>, between intervals: [Range<Int64>]) -> [Range<Int64>] {
        var gaps: [Range<Int64>] = []
        var reached = stretch.lowerBound
        for interval in intervals.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if interval.lowerBound > reached { gaps.append(reached..<min(interval.lowerBound, stretch.upperBound)) }
            reached = max(reached, interval.upperBound)
        }
        if reached < stretch.upperBound { gaps.append(reached..<stretch.upperBound) }
        return gaps
    }
}
