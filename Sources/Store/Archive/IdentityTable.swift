import Aero
import GRDB
import Tracking

/// What aircraft called themselves.
enum IdentityTable {
    /// The last change of each field before a time, then those within it, by time.
    static func names(
        of aircraft: ArchivedAircraft,
        during times: Range<Int64>,
        open: [OpenGeneration],
        _ choice: TermsChoice,
        in database: Database
    ) throws -> [IdentityChange] {
        var changes: [IdentityChange] = open.flatMap { generation in
            generation.names.lazy.filter { choice.allows(generation.terms[$0.terms]) }.map(\.change)
                .filter { $0.aircraft == aircraft && $0.milliseconds < times.upperBound }
        }
        let isChosen = try choice.condition(in: database)
        let columns = "address, address_kind, t, field, value"
        for field in IdentityChange.Field.allCases {
            let rows = try Row.fetchAll(
                database.cachedStatement(
                    sql: """
                        SELECT * FROM (SELECT \(columns) FROM identity_change
                            WHERE address = ? AND address_kind = ? AND field = ? AND t < ? AND \(isChosen) ORDER BY t DESC LIMIT 1)
                        UNION ALL
                        SELECT \(columns) FROM identity_change
                        WHERE address = ? AND address_kind = ? AND field = ? AND t >= ? AND t < ? AND \(isChosen)
                        """
                ),
                arguments: [
                    aircraft.address.rawValue, aircraft.kind.rawValue, field.rawValue, times.lowerBound,
                    aircraft.address.rawValue, aircraft.kind.rawValue, field.rawValue, times.lowerBound,
                    times.upperBound,
                ]
            )
            changes += rows.compactMap(change)
        }
        var seen: Set<IdentityChange> = []
        changes = changes.filter { seen.insert($0).inserted }.sorted {
            ($0.milliseconds, $0.field.rawValue, $0.value) < ($1.milliseconds, $1.field.rawValue, $1.value)
        }
        return changes.enumerated().filter { index, change in
            change.milliseconds >= times.lowerBound
                || !changes[(index + 1)...].contains {
                    $0.field == change.field && $0.milliseconds < times.lowerBound
                }
        }.map(\.element)
    }

    /// A row of address, kind, time, field, value.
    static func change(_ row: Row) -> IdentityChange? {
        guard let field = IdentityChange.Field(rawValue: row[3]) else { return nil }
        return IdentityChange(ChunkRow.aircraft(row[0], row[1]), at: row[2], field, row[4])
    }
}
