public import Aero
import GRDB

extension IdentityStore {
    /// Says what a list is for. Its members come by imports, as facts of the relation `list`.
    public func describe(
        list name: String,
        purpose: String,
        keeper: String,
        at time: Timestamp
    ) throws(IdentityError) {
        do {
            try database.write { database in
                try database.execute(
                    sql: "INSERT INTO list (name, purpose, keeper, t) VALUES (?, ?, ?, ?)",
                    arguments: [
                        String(name.prefix(80)), String(purpose.prefix(300)), String(keeper.prefix(80)),
                        time.milliseconds,
                    ]
                )
            }
        } catch {
            throw Self.wrapped(error, path: folder)
        }
    }

    /// All lists that have, or had, members.
    ///
    /// - Parameter known: as known then; `nil` for now.
    public func lists(known: Timestamp? = nil) throws(IdentityError) -> [IdentityList] {
        try read { database in
            let change = try FactTable.change(by: known ?? Timestamp(nanoseconds: .max), in: database)
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT f.object,
                        count(DISTINCT CASE WHEN f.known_to IS NULL OR f.known_to > ?1 THEN f.subject END),
                        max(max(f.known_from), max(CASE WHEN f.known_to <= ?1 THEN f.known_to ELSE 0 END)),
                        (SELECT purpose FROM list l WHERE l.name = f.object ORDER BY id DESC LIMIT 1),
                        (SELECT keeper FROM list l WHERE l.name = f.object ORDER BY id DESC LIMIT 1)
                    FROM fact f WHERE f.relation = 11 AND f.known_from <= ?1 GROUP BY f.object ORDER BY f.object
                    """,
                arguments: [change]
            ).map { row in
                IdentityList(
                    name: row[0],
                    purpose: row[3] ?? "",
                    keeper: row[4] ?? "",
                    version: row[2],
                    members: row[1]
                )
            }
        }
    }

    /// The members of a list, each a fact with source, interval, confidence.
    ///
    /// - Parameter version: as it was after that change; `nil` for now.
    public func members(of list: String, version: Int64? = nil) throws(IdentityError) -> [IdentityFact] {
        try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT \(FactTable.columns) FROM \(FactTable.tables)
                    WHERE f.object = ? AND f.relation = 11 AND \(FactTable.held(after: version)) ORDER BY f.subject
                    """,
                arguments: [list]
            ).compactMap(FactTable.fact)
        }
    }
}
