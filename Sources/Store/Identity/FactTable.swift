import Aero
import GRDB

/// Rows of facts out of the database.
enum FactTable {
    /// Columns that `fact(of:)` reads, for facts `f` with the changes `a` and `b` that brought and ended them, and their source `s`.
    static let columns = """
        f.subject, f.relation, f.object, f.valid_from, f.valid_to, f.marks, f.source, f.detail, a.t AS begun, b.t AS ended, s.licence
        """
    static let tables = """
        fact f JOIN change a ON a.id = f.known_from LEFT JOIN change b ON b.id = f.known_to JOIN source s ON s.id = f.source
        """

    /// The relations that are indexed by their object. SQLite takes that index only where a question says so itself, and else reads every fact.
    static let byObject = "IN (1, 2, 6, 8, 10, 11)"

    /// A fact; `nil` for a row that no program of ours wrote.
    static func fact(of row: Row) -> IdentityFact? {
        let marks: Int64 = row[5]
        guard let subject = IdentitySubject(code: row[0]),
            let relation = IdentityRelation(rawValue: UInt8(clamping: row[1] as Int64)),
            let from = ValidityEnd(code: row[3]), let to = ValidityEnd(code: row[4]),
            let kind = IdentitySourceKind(rawValue: UInt8(marks & 15)),
            let confidence = IdentityConfidence(rawValue: UInt8(marks >> 4 & 15)),
            let polarity = IdentityFact.Polarity(rawValue: UInt8(marks >> 8 & 15))
        else { return nil }
        return IdentityFact(
            subject,
            relation,
            row[2],
            validity: Validity(from: from, to: to),
            known: KnowledgeInterval(
                from: CalendarDay.instant(row[8]),
                to: (row[9] as Int64?).map { CalendarDay.instant($0) }
            ),
            source: row[6],
            kind: kind,
            licence: LicenceTag(rawValue: row[10]) ?? .unknown,
            confidence: confidence,
            reason: row[7],
            polarity: polarity
        )
    }

    /// The last change that was made by an instant; 0 for none.
    static func change(by time: Timestamp, in database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "SELECT max(id) FROM change WHERE t <= ?", arguments: [time.milliseconds])
            ?? 0
    }

    /// The condition of what was held after a change; of what is held now for `nil`.
    static func held(after change: Int64?) -> String {
        change.map { "f.known_from <= \($0) AND (f.known_to IS NULL OR f.known_to > \($0))" } ?? "f.known_to IS NULL"
    }
}
