import GRDB

/// How much there is of each day, so that who asks for ten years walks lines of days and not of chunks.
enum DayCountsSchema {
    static func create(_ database: Database) throws {
        try database.execute(sql: tables)
    }

    /// The day of a time in ms; before 1970 too.
    private static func day(_ start: String) -> String {
        "(\(start) - ((\(start) % 86400000) + 86400000) % 86400000) / 86400000"
    }

    static let tables = """
        -- Written when a day is over. Whatever changes a chunk of the day takes its line away, whoever does it.
        CREATE TABLE day_count (
            day INTEGER PRIMARY KEY, aircraft INTEGER NOT NULL, positions INTEGER NOT NULL, others INTEGER NOT NULL
        );
        CREATE TRIGGER chunk_added AFTER INSERT ON chunk BEGIN DELETE FROM day_count WHERE day = \(day("NEW.start")); END;
        CREATE TRIGGER chunk_taken AFTER DELETE ON chunk BEGIN DELETE FROM day_count WHERE day = \(day("OLD.start")); END;
        CREATE TRIGGER chunk_changed AFTER UPDATE ON chunk BEGIN DELETE FROM day_count
            WHERE day = \(day("OLD.start")) OR day = \(day("NEW.start")); END;
        """
}
