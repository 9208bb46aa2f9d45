import GRDB

extension IdentityTable {
    /// Names looked at in one transaction.
    private static let namesPerStep = 5_000

    /// A place in the table: address, kind, field, ms.
    struct Place: Sendable {
        var address: Int64 = -1
        var kind: Int64 = 0
        var field: Int64 = 0
        var time = Int64.min
    }

    /// Deletes, of some thousand names, those that held only while nothing is kept of the aircraft.
    ///
    /// A name holds until the next of its field. The last one of an aircraft may hold for rows that are not sealed yet: it goes a day later.
    /// - Parameters:
    ///   - after: to this place it is done.
    ///   - end: ms; a name that was told later stays.
    /// - Returns: the place to which it is done; `nil` when there is nothing more.
    static func deleteSome(after: Place, before end: Int64, in database: Database) throws -> Place? {
        let key = "(address, address_kind, field, t)"
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT address, address_kind, field, t FROM identity_change WHERE \(key) > (?, ?, ?, ?)
                ORDER BY address, address_kind, field, t LIMIT 1 OFFSET \(namesPerStep)
                """,
            arguments: [after.address, after.kind, after.field, after.time]
        )
        let last = row.map { Place(address: $0[0], kind: $0[1], field: $0[2], time: $0[3]) }
        let to = last ?? Place(address: .max)
        try database.execute(
            sql: """
                WITH old AS (
                    SELECT address, address_kind, field, t, (
                        SELECT min(later.t) FROM identity_change AS later
                        WHERE later.address = name.address AND later.address_kind = name.address_kind
                            AND later.field = name.field AND later.t > name.t) AS until
                    FROM identity_change AS name WHERE \(key) > (?, ?, ?, ?) AND \(key) <= (?, ?, ?, ?) AND t < ?)
                DELETE FROM identity_change WHERE \(key) IN (
                    SELECT address, address_kind, field, t FROM old
                    WHERE (until IS NOT NULL OR t < ?) AND NOT EXISTS (
                        SELECT 1 FROM chunk WHERE chunk.address = old.address AND chunk.address_kind = old.address_kind
                            AND start > old.t - \(Moments.day) AND t1 >= old.t
                            AND (old.until IS NULL OR start < old.until AND t0 < old.until)))
                """,
            arguments: [
                after.address, after.kind, after.field, after.time, to.address, to.kind, to.field, to.time, end,
                end &- Moments.day,
            ]
        )
        return last
    }
}
