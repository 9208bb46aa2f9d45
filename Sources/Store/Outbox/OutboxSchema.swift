import GRDB

/// The tables of the outbox. A step that was released is never changed: another follows it.
enum OutboxSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 alerts and deliveries") { database in
            try database.execute(
                sql: """
                    CREATE TABLE alert (
                        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
                        rule TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL,
                        time INTEGER NOT NULL, made INTEGER NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL,
                        aircraft TEXT NOT NULL, latitude REAL, longitude REAL, link TEXT, evidence BLOB NOT NULL,
                        outlets TEXT NOT NULL, simulated INTEGER NOT NULL, public INTEGER NOT NULL,
                        suppressed INTEGER NOT NULL, visit TEXT, corrects TEXT
                    );
                    CREATE INDEX alert_of_rule ON alert (rule, number);
                    CREATE INDEX alert_made ON alert (made);
                    CREATE INDEX alert_time ON alert (time);
                    CREATE INDEX alert_of_visit ON alert (visit, number) WHERE visit IS NOT NULL;
                    CREATE INDEX alert_corrects ON alert (corrects) WHERE corrects IS NOT NULL;
                    CREATE TABLE delivery (
                        number INTEGER PRIMARY KEY AUTOINCREMENT, alert INTEGER REFERENCES alert (number) ON DELETE CASCADE,
                        outlet TEXT NOT NULL, key TEXT NOT NULL, lane TEXT NOT NULL, payload BLOB NOT NULL,
                        state INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0, refusals INTEGER NOT NULL DEFAULT 0,
                        made INTEGER NOT NULL, due INTEGER NOT NULL, error TEXT, ended INTEGER, digest INTEGER
                    );
                    CREATE UNIQUE INDEX delivery_of_alert ON delivery (alert, outlet) WHERE alert IS NOT NULL;
                    CREATE INDEX delivery_open ON delivery (outlet, lane, number) WHERE state IN (0, 3);
                    CREATE INDEX delivery_due ON delivery (outlet, due) WHERE state = 0;
                    CREATE INDEX delivery_dead ON delivery (outlet) WHERE state = 2;
                    CREATE INDEX delivery_digest ON delivery (digest) WHERE digest IS NOT NULL;
                    CREATE TABLE outlet (
                        name TEXT PRIMARY KEY, success INTEGER, failure INTEGER, error TEXT
                    ) WITHOUT ROWID;
                    CREATE TABLE engine (one INTEGER PRIMARY KEY CHECK (one = 1), state BLOB NOT NULL);
                    """
            )
        }
        migrator.registerMigration("2 what was found in late data") { database in
            try database.execute(sql: "ALTER TABLE alert ADD COLUMN late INTEGER NOT NULL DEFAULT 0")
        }
        return migrator
    }

    /// - Throws: `newerSchema` for a database that a newer program wrote.
    static func refuseNewer(_ database: Database) throws {
        guard try migrator.hasBeenSuperseded(database) else { return }
        throw OutboxStoreError.newerSchema
    }
}
