import Aero
import GRDB
import Tracking

/// What aircraft called themselves.
enum IdentityTable {
    /// Changes of one field that an answer holds. The writer keeps 9 in a quarter of an hour: a day of it fits.
    static let mostOfField = 1_000

    /// The last change of each field before a time, then those within it, by time.
    ///
    /// Of a field that has more than `mostOfField` the first are given, and then that it is no longer told.
    static func names(
        of aircraft: ArchivedAircraft,
        during times: Range<Int64>,
        open: [OpenGeneration],
        _ choice: TermsChoice,
        in database: Database
    ) throws -> [IdentityChange] {
        let unsealed = open.flatMap { generation in
            (generation.names[aircraft] ?? []).lazy.filter { choice.allows(generation.terms[$0.terms]) }.map(\.change)
        }
        let isChosen = try choice.condition(in: database)
        var changes: [IdentityChange] = []
        for field in IdentityChange.Field.allCases {
            let fresh = unsealed.filter { $0.field == field && $0.milliseconds < times.upperBound }
            changes += try names(of: aircraft, field, during: times, where: isChosen, unsealed: fresh, in: database)
        }
        return changes.sorted {
            ($0.milliseconds, $0.field.rawValue, $0.value) < ($1.milliseconds, $1.field.rawValue, $1.value)
        }
    }

    private static func names(
        of aircraft: ArchivedAircraft,
        _ field: IdentityChange.Field,
        during times: Range<Int64>,
        where isChosen: String,
        unsealed: [IdentityChange],
        in database: Database
    ) throws -> [IdentityChange] {
        let columns = "address, address_kind, t, field, value"
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT * FROM (SELECT \(columns) FROM identity_change
                        WHERE address = ? AND address_kind = ? AND field = ? AND t < ? AND \(isChosen)
                        ORDER BY t DESC LIMIT 1)
                    UNION ALL
                    SELECT * FROM (SELECT \(columns) FROM identity_change
                        WHERE address = ? AND address_kind = ? AND field = ? AND t >= ? AND t < ?
                        AND \(isChosen) ORDER BY t, value LIMIT \(mostOfField + 1))
                    """
            ),
            arguments: [
                aircraft.address.rawValue, aircraft.kind.rawValue, field.rawValue, times.lowerBound,
                aircraft.address.rawValue, aircraft.kind.rawValue, field.rawValue, times.lowerBound,
                times.upperBound,
            ]
        )
        let found = Set(rows.compactMap(change) + unsealed)
            .sorted { ($0.milliseconds, $0.value) < ($1.milliseconds, $1.value) }
        // Of those before the time only the last one says something about it.
        let first = max(0, (found.firstIndex { $0.milliseconds >= times.lowerBound } ?? found.count) - 1)
        var given = Array(found[first...].prefix(mostOfField))
        if found.count - first > mostOfField {
            let left = IdentityChange(aircraft, at: found[first + mostOfField].milliseconds, field, "")
            given += left.map { [$0] } ?? []
        }
        return given
    }

    /// A row of address, kind, time, field, value.
    static func change(_ row: Row) -> IdentityChange? {
        guard let field = IdentityChange.Field(rawValue: row[3]) else { return nil }
        return IdentityChange(ChunkRow.aircraft(row[0], row[1]), at: row[2], field, row[4])
    }
}
