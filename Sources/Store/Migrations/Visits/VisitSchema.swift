import GRDB
import Visits

/// The steps of the database of visits.
enum VisitSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 visits") { try $0.execute(sql: tables) }
        return migrator
    }

    /// - Throws: `newerSchema`.
    static func refuseNewer(_ database: Database) throws {
        let known = migrator.migrations
        if let strange = try migrator.appliedIdentifiers(database).subtracting(known).max() {
            throw VisitKeepingError.newerSchema(found: strange, known: known.last ?? "none")
        }
    }

    private static let tables = """
        -- Times are nanoseconds since 1970.
        CREATE TABLE visit (id TEXT PRIMARY KEY, created INTEGER NOT NULL) WITHOUT ROWID;

        -- What somebody did, in order from 1 without gaps; act as StoredAct writes it. Written once.
        CREATE TABLE change (
            visit TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE, number INTEGER NOT NULL, at INTEGER NOT NULL,
            by TEXT NOT NULL, act BLOB NOT NULL, PRIMARY KEY (visit, number)
        ) WITHOUT ROWID;
        CREATE TRIGGER change_is_kept BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'a change is written once'); END;

        -- Reports whole, apart from what is told of them. text: whether spans point into it. sha256: small hexadecimal letters.
        CREATE TABLE report (
            visit TEXT NOT NULL REFERENCES visit (id) ON DELETE CASCADE, number INTEGER NOT NULL, is_text INTEGER NOT NULL,
            sha256 TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (visit, number)
        );
        CREATE TRIGGER report_is_kept BEFORE UPDATE ON report BEGIN SELECT RAISE(ABORT, 'a report is written once'); END;

        -- That there was one, and who removed it: nothing else of it is left.
        CREATE TABLE removed (id TEXT PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL) WITHOUT ROWID;
        """
}
