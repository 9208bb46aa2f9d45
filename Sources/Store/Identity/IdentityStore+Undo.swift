public import Aero
import GRDB

extension IdentityStore {
    /// An import that was made, for the list of them.
    public struct Import: Hashable, Sendable {
        public let id: Int64
        public let time: Timestamp
        public let source: String
        public let version: String
        public let file: String
        public let sha256: String
        public let rows: Int
        public let badRows: Int
        public let isUndone: Bool
    }

    /// Under which terms each source's rows come, by its name.
    public func licences() throws(IdentityError) -> [String: LicenceTag] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT name, licence FROM source").reduce(into: [:]) { licences, row in
                licences[row[0]] = LicenceTag(rawValue: row[1]) ?? .unknown
            }
        }
    }

    /// All imports, oldest first.
    public func imports() throws(IdentityError) -> [Import] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT c.id, c.t, s.name, c.version, c.file, c.sha256, c.rows, c.bad,
                        EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id)
                    FROM change c JOIN source s ON s.id = c.source WHERE c.kind = 1 ORDER BY c.id
                    """
            ).map { row in
                Import(
                    id: row[0],
                    time: CalendarDay.instant(row[1]),
                    source: row[2],
                    version: row[3],
                    file: row[4],
                    sha256: row[5],
                    rows: row[6],
                    badRows: row[7],
                    isUndone: row[8]
                )
            }
        }
    }

    /// Takes the last import of a source back, as a whole: what it ended is held again, what it brought is not. That it was held stays known.
    ///
    /// - Throws: `unknownImport`, `notTheLast`.
    public func undo(_ id: Int64, at time: Timestamp) throws(IdentityError) {
        try change { database in
            let source = try Int64.fetchOne(
                database,
                sql: """
                    SELECT source FROM change c WHERE id = ? AND kind = 1 AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id)
                    """,
                arguments: [id]
            )
            guard let source else { throw IdentityError.unknownImport(id) }
            guard let last = try SourceTable.heldImport(of: source, in: database)?.id else {
                throw IdentityError.unknownImport(id)
            }
            guard last == id else { throw IdentityError.notTheLast(id, last: last) }
            let undo = try ChangeTable.add(.undone, source: source, at: time, undoes: id, in: database)
            try Self.restore(source, before: id, by: undo, in: database)
            try ConflictTable.undo(id, of: source, by: undo, in: database)
            return undo
        }
    }

    /// Ends all that a source says. That it was held stays known.
    ///
    /// - Throws: `unknownSource`.
    public func retire(_ name: String, at time: Timestamp) throws(IdentityError) {
        try change { database in
            guard
                let source = try Int64.fetchOne(
                    database,
                    sql: "SELECT id FROM source WHERE name = ?",
                    arguments: [name]
                )
            else {
                throw IdentityError.unknownSource(name)
            }
            let change = try ChangeTable.add(.retired, source: source, at: time, in: database)
            try database.execute(
                sql: "UPDATE fact SET known_to = ? WHERE source = ? AND known_to IS NULL",
                arguments: [change, source]
            )
            try ConflictTable.closeRows(of: source, by: change, in: database)
            return change
        }
    }

    private func change(_ body: (Database) throws -> Int64) throws(IdentityError) {
        do {
            try database.writeWithoutTransaction { database in
                try ConflictTable.prepare(database)
                try database.inTransaction(.immediate) {
                    let change = try body(database)
                    var report = IdentityImportReport()
                    try ConflictTable.refresh(after: change, rowsOf: nil, report: &report, in: database)
                    return .commit
                }
            }
        } catch {
            throw Self.wrapped(error, path: folder)
        }
    }

    /// Brings what a source says to what it said before an import: by content, since an undo may have brought facts again.
    private static func restore(_ source: Int64, before id: Int64, by change: Int64, in database: Database) throws {
        let same = """
            o.subject = f.subject AND o.source = f.source AND o.relation = f.relation AND o.object = f.object
            AND o.valid_from = f.valid_from AND o.valid_to = f.valid_to AND o.marks = f.marks
            """
        try database.execute(
            sql: """
                UPDATE fact AS f SET known_to = ?1 WHERE source = ?2 AND known_to IS NULL AND known_from >= ?3 AND NOT EXISTS (
                    SELECT 1 FROM fact o WHERE \(same) AND o.known_from < ?3 AND (o.known_to IS NULL OR o.known_to >= ?3))
                """,
            arguments: [change, source, id]
        )
        try database.execute(
            sql: """
                INSERT INTO fact SELECT subject, source, relation, object, valid_from, valid_to, marks, ?1, NULL, detail FROM fact f
                WHERE source = ?2 AND known_from < ?3 AND known_to >= ?3 AND NOT EXISTS (
                    SELECT 1 FROM fact o WHERE \(same) AND o.known_to IS NULL)
                """,
            arguments: [change, source, id]
        )
    }
}
