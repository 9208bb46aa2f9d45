import GRDB

/// Chunks of observations, what aircraft called themselves, and the books of the house.
enum FirstSchema {
    static func create(_ database: Database) throws {
        try database.execute(sql: tables)
    }

    static let tables = """
        -- What the file is: realm.
        CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

        -- Licence and who is to be credited; '' for nobody.
        CREATE TABLE terms (
            id INTEGER PRIMARY KEY, licence TEXT NOT NULL, origin TEXT NOT NULL, UNIQUE (licence, origin)
        );

        -- Observations of one aircraft in one period: start and length in ms. form: 0 with positions, 1 without.
        -- t0, t1 in ms; box in 1e-5 degrees, lon0 > lon1 crosses the 180th meridian; altitudes in 25 ft.
        -- blocks: the table of blocks where data holds more than one. An ordinary rowid table: without rowid it takes three times the room.
        CREATE TABLE chunk (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            address INTEGER NOT NULL, address_kind INTEGER NOT NULL,
            start INTEGER NOT NULL, length INTEGER NOT NULL,
            terms INTEGER NOT NULL REFERENCES terms (id), form INTEGER NOT NULL,
            t0 INTEGER NOT NULL, t1 INTEGER NOT NULL, n INTEGER NOT NULL,
            lat0 INTEGER, lat1 INTEGER, lon0 INTEGER, lon1 INTEGER,
            alt0 INTEGER, alt1 INTEGER,
            sources INTEGER NOT NULL, codec INTEGER NOT NULL, crc INTEGER NOT NULL,
            blocks BLOB, data BLOB NOT NULL
        );
        CREATE UNIQUE INDEX chunk_by_aircraft ON chunk (address, address_kind, start, length, terms, form);
        CREATE INDEX chunk_by_time ON chunk (length, start, form, lat0, lat1, lon0, lon1, t0, t1, address, address_kind, n);

        -- Chunks that could not be read, as they were, and why not.
        CREATE TABLE damaged_chunk (
            id INTEGER PRIMARY KEY, address INTEGER NOT NULL, address_kind INTEGER NOT NULL,
            start INTEGER NOT NULL, length INTEGER NOT NULL, terms INTEGER NOT NULL, form INTEGER NOT NULL,
            t0 INTEGER NOT NULL, t1 INTEGER NOT NULL, n INTEGER NOT NULL, codec INTEGER NOT NULL, crc INTEGER NOT NULL,
            blocks BLOB, data BLOB NOT NULL, reason TEXT NOT NULL
        );
        CREATE INDEX damaged_chunk_by_aircraft ON damaged_chunk (address, address_kind, t0);

        -- A value from its first hearing on, until the next of the same field. Nothing is updated in place.
        CREATE TABLE identity_change (
            address INTEGER NOT NULL, address_kind INTEGER NOT NULL, field INTEGER NOT NULL, t INTEGER NOT NULL,
            value TEXT NOT NULL, terms INTEGER NOT NULL REFERENCES terms (id),
            PRIMARY KEY (address, address_kind, field, t, value, terms)
        ) WITHOUT ROWID;
        CREATE INDEX identity_change_by_value ON identity_change (field, value, t);

        -- Who heard something, by an opaque number; key is what the configuration calls it, and is never published.
        CREATE TABLE receiver (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE);

        -- When it was up, in ms; receiver 0 is the program itself.
        CREATE TABLE uptime (receiver INTEGER NOT NULL, t0 INTEGER NOT NULL, t1 INTEGER NOT NULL, PRIMARY KEY (receiver, t0))
            WITHOUT ROWID;

        -- What is known of a day (since 1970-01-01), one line for each fact: kind, interval in ms, detail.
        CREATE TABLE day_note (
            id INTEGER PRIMARY KEY, day INTEGER NOT NULL, kind TEXT NOT NULL, t0 INTEGER, t1 INTEGER,
            detail TEXT NOT NULL, noted INTEGER NOT NULL
        );
        CREATE INDEX day_note_by_day ON day_note (day);

        -- The manifest of a day that is over, with the hash of the one before.
        CREATE TABLE manifest (
            day INTEGER PRIMARY KEY, is_complete INTEGER NOT NULL, sha256 TEXT NOT NULL, document TEXT NOT NULL
        );

        -- What no retention may delete: an aircraft, an area (1e-5 degrees), or both, in a time.
        CREATE TABLE pin (
            id INTEGER PRIMARY KEY, address INTEGER, address_kind INTEGER,
            lat0 INTEGER, lat1 INTEGER, lon0 INTEGER, lon1 INTEGER,
            t0 INTEGER NOT NULL, t1 INTEGER NOT NULL, reason TEXT NOT NULL, who TEXT NOT NULL, made INTEGER NOT NULL
        );
        """
}
