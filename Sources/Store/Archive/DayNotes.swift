import GRDB

/// The books of the days: what happened to them, one line for each fact, added and never changed.
enum DayNotes {
    enum Kind: String {
        /// Deleted by a rule.
        case removed = "removed by retention"
        /// Something could not be written.
        case diskFull = "disk full"
        /// An import that did not end as it should.
        case importFailed = "import cut off"
    }

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
