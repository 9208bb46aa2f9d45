import GRDB

/// Facts with two times, what brought and ended them, and the conflicts found in them.
enum FirstIdentitySchema {
    static func create(_ database: Database) throws {
        try database.execute(sql: tables)
    }

    private static let tables = """
        -- Who says it. kind: IdentitySourceKind. A source never changes its licence: another licence is another source.
        CREATE TABLE source (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, kind INTEGER NOT NULL, licence TEXT NOT NULL, location TEXT NOT NULL
        );

        -- Everything that changed what is held, in order; t in ms, ascending with id. kind: 1 import, 2 undo, 3 retirement of a source.
        -- file: its name without folders. undoes: the import that an undo takes back.
        CREATE TABLE change (
            id INTEGER PRIMARY KEY, t INTEGER NOT NULL, kind INTEGER NOT NULL, source INTEGER NOT NULL REFERENCES source (id),
            version TEXT NOT NULL, sha256 TEXT NOT NULL, file TEXT NOT NULL, undoes INTEGER REFERENCES change (id),
            rows INTEGER NOT NULL DEFAULT 0, bad INTEGER NOT NULL DEFAULT 0,
            opened INTEGER NOT NULL DEFAULT 0, closed INTEGER NOT NULL DEFAULT 0
        );
        CREATE INDEX change_by_source ON change (source, id);

        -- subject: IdentitySubject.code. valid_*: ValidityEnd.code. marks: source kind, confidence << 4, polarity << 8.
        -- known_from, known_to: the changes that brought and ended it; known_to is written once, everything else never again.
        CREATE TABLE fact (
            subject INTEGER NOT NULL, source INTEGER NOT NULL, relation INTEGER NOT NULL, object TEXT NOT NULL,
            valid_from INTEGER NOT NULL, valid_to INTEGER NOT NULL, marks INTEGER NOT NULL, known_from INTEGER NOT NULL,
            known_to INTEGER, detail TEXT NOT NULL,
            PRIMARY KEY (subject, source, relation, object, valid_from, valid_to, marks, known_from)
        ) WITHOUT ROWID;
        -- Registration, airframe, operator, callsign, fleet, list.
        CREATE INDEX fact_by_object ON fact (object, relation) WHERE relation IN (1, 2, 6, 8, 10, 11);

        -- What contradicts what. kind: IdentityConflict.Kind. subject: -1 where a file does not say it. found: its values, by lines.
        -- owner: the source in whose rows it was seen, 0 where it was found in facts. sources: those of its facts, by commas.
        -- since, until: the changes after which it was found first, and no more.
        CREATE TABLE conflict (
            id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, subject INTEGER NOT NULL, found TEXT NOT NULL, owner INTEGER NOT NULL,
            rule TEXT NOT NULL, sources TEXT NOT NULL, since INTEGER NOT NULL REFERENCES change (id), until INTEGER REFERENCES change (id)
        );
        CREATE INDEX conflict_by_subject ON conflict (subject);
        CREATE UNIQUE INDEX conflict_open ON conflict (kind, subject, found, owner) WHERE until IS NULL;

        -- What people decided about it, the last counts. state: IdentityConflict.State; t in ms.
        CREATE TABLE conflict_decision (
            id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, subject INTEGER NOT NULL, found TEXT NOT NULL, state INTEGER NOT NULL,
            reason TEXT NOT NULL, t INTEGER NOT NULL
        );
        CREATE INDEX conflict_decision_by_conflict ON conflict_decision (kind, subject, found);

        -- Lists: what for, and who keeps them. Members are facts of the relation list.
        CREATE TABLE list (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL, purpose TEXT NOT NULL, keeper TEXT NOT NULL, t INTEGER NOT NULL
        );
        CREATE INDEX list_by_name ON list (name, id);
        """
}
