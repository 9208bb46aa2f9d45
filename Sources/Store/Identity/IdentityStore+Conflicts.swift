public import Aero
import GRDB

extension IdentityStore {
    /// The conflicts that are found in what is held.
    ///
    /// - Parameter subject: of one address, also where another shares its registration; `nil` for all.
    /// - Parameter known: as known then; `nil` for now.
    /// - Parameter limit: at most so many, the newest first.
    public func conflicts(
        of subject: IdentitySubject? = nil,
        known: Timestamp? = nil,
        limit: Int = 1_000
    ) throws(IdentityError) -> [HeldConflict] {
        try read { database in
            let change = try known.map { try FactTable.change(by: $0, in: database) }
            let found =
                change.map { "c.since <= \($0) AND (c.until IS NULL OR c.until > \($0))" } ?? "c.until IS NULL"
            // A registration on two addresses is kept at the lower one: it is found there by the registrations of this one, with and
            // without their hyphens.
            let shared = """
                SELECT subject FROM fact WHERE relation = 1 AND relation IN (1, 2, 6, 8, 10, 11) AND object IN (
                    SELECT object FROM fact WHERE subject = ?1 AND relation = 1
                    UNION SELECT replace(object, '-', '') FROM fact WHERE subject = ?1 AND relation = 1)
                """
            let chosen = """
                SELECT id FROM conflict WHERE subject = ?1
                UNION SELECT id FROM conflict WHERE subject IN (\(shared)) AND kind = \(IdentityConflict.Kind.twoAddresses.rawValue)
                    AND instr(found || char(10), char(10) || ?2 || char(10)) > 0
                """
            return try Row.fetchAll(
                database,
                sql: """
                    SELECT c.id, c.kind, c.subject, c.found, c.rule, c.sources, a.t, d.state, d.reason FROM conflict c
                    JOIN change a ON a.id = c.since
                    LEFT JOIN conflict_decision d ON d.id = (SELECT max(id) FROM conflict_decision o
                        WHERE o.kind = c.kind AND o.subject = c.subject AND o.found = c.found AND (?4 IS NULL OR o.t <= ?4))
                    WHERE \(found) AND \(subject == nil ? "TRUE" : "c.id IN (\(chosen))") ORDER BY c.id DESC LIMIT ?3
                    """,
                arguments: [subject?.code, subject?.description ?? "", limit, known?.milliseconds]
            ).compactMap(Self.conflict)
        }
    }

    /// How many conflicts of each kind are open: neither explained nor refuted.
    public func openConflicts() throws(IdentityError) -> [IdentityConflict.Kind: Int] {
        try read { database in
            var counts: [IdentityConflict.Kind: Int] = [:]
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT c.kind, count(*) FROM conflict c WHERE c.until IS NULL AND coalesce((SELECT state FROM conflict_decision o
                        WHERE o.kind = c.kind AND o.subject = c.subject AND o.found = c.found ORDER BY id DESC LIMIT 1), 0) = 0
                    GROUP BY c.kind
                    """
            )
            for row in rows {
                if let kind = IdentityConflict.Kind(rawValue: UInt8(clamping: row[0] as Int64)) {
                    counts[kind] = row[1]
                }
            }
            return counts
        }
    }

    /// Notes what a person found out about a conflict. Earlier decisions stay on record.
    ///
    /// - Throws: `failed` where there is no such conflict.
    public func decide(
        _ id: Int64,
        _ state: IdentityConflict.State,
        reason: String,
        at time: Timestamp
    ) throws(IdentityError) {
        do {
            try database.write { database in
                try database.execute(
                    sql: """
                        INSERT INTO conflict_decision (kind, subject, found, state, reason, t)
                        SELECT kind, subject, found, ?, ?, ? FROM conflict WHERE id = ?
                        """,
                    arguments: [state.rawValue, String(reason.prefix(300)), time.milliseconds, id]
                )
                guard database.changesCount == 1 else { throw IdentityError.failed("there is no conflict \(id)") }
            }
        } catch {
            throw Self.wrapped(error, path: folder)
        }
    }

    private static func conflict(of row: Row) -> HeldConflict? {
        guard let kind = IdentityConflict.Kind(rawValue: UInt8(clamping: row[1] as Int64)) else { return nil }
        let state = (row[7] as Int64?).flatMap { IdentityConflict.State(rawValue: UInt8(clamping: $0)) }
        return HeldConflict(
            id: row[0],
            kind: kind,
            subject: IdentitySubject(code: row[2]),
            values: (row[3] as String).split(separator: "\n").map(String.init),
            rule: row[4],
            sources: Set((row[5] as String).split(separator: ",").compactMap { Int64($0) }).sorted(),
            since: CalendarDay.instant(row[6]),
            state: state ?? .open,
            reason: row[8] ?? ""
        )
    }
}
