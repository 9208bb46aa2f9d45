import GRDB

/// The books of the days: what happened to them, one line for each fact, added and never changed; what is no longer
/// so is taken out.
enum DayNotes {
    enum Kind: String {
        /// Deleted by a rule.
        case removed = "removed by retention"
        /// Something could not be written.
        case diskFull = "disk full"
        /// An import that did not end as it should.
        case importFailed = "import cut off"
        /// What was written down could not be read any more.
        case logDamaged = "log damaged"
        /// Pages of the database could not be read any more.
        case databaseDamaged = "database damaged"
    }

    /// What is said of a day of which pieces of a damaged database are put aside.
    static let piecesLost = "pieces of this day could not be read"

    struct Note: Equatable {
        let day: Int64
        let kind: Kind
        /// ms.
        let during: Range<Int64>
        let detail: String
    }

    static func add(_ note: Note, noted: Int64, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO day_note (day, kind, t0, t1, detail, noted) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                note.day, note.kind.rawValue, note.during.lowerBound, note.during.upperBound, note.detail, noted,
            ]
        )
        // What the day's manifest says is no longer so: it is to be written again.
        try database.execute(sql: "UPDATE manifest SET is_complete = 0 WHERE day = ?", arguments: [note.day])
    }

    /// The same, unless the books say just that already: what is done again after a crash is noted once.
    static func addOnce(_ note: Note, noted: Int64, in database: Database) throws {
        guard try !of(note.day, in: database).contains(note) else { return }
        try add(note, noted: noted, in: database)
    }

    /// Takes out notes whose detail begins with a text.
    ///
    /// - Parameter day: `nil` for all days.
    static func forget(_ kind: Kind, whose start: String, on day: Int64?, in database: Database) throws {
        try database.execute(
            sql: "DELETE FROM day_note WHERE kind = ? AND substr(detail, 1, ?) = ? AND (? IS NULL OR day = ?)",
            arguments: [kind.rawValue, start.count, start, day, day]
        )
    }

    /// Days of a range to which something happened that makes them incomplete, rising.
    static func days(in days: ClosedRange<Int64>, _ database: Database) throws -> [Int64] {
        try Int64.fetchAll(
            database,
            sql: "SELECT DISTINCT day FROM day_note WHERE day BETWEEN ? AND ? ORDER BY day",
            arguments: [days.lowerBound, days.upperBound]
        )
    }

    static func of(_ day: Int64, in database: Database) throws -> [Note] {
        let rows = try Row.fetchAll(
            database,
            sql: "SELECT day, kind, t0, t1, detail FROM day_note WHERE day = ? ORDER BY t0, id",
            arguments: [day]
        )
        return rows.compactMap { row in
            guard let kind = Kind(rawValue: row[1]) else { return nil }
            let (t0, t1): (Int64, Int64) = (row[2] ?? 0, row[3] ?? 0)
            return Note(day: row[0], kind: kind, during: t0..<max(t0, t1), detail: row[4])
        }
    }
}
