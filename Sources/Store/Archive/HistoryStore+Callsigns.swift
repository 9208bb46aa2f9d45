import Aero
import GRDB
public import Tracking

extension HistoryStore {
    public nonisolated func callsigns(
        of aircraft: ArchivedAircraft,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedCallsign] {
        try await callsigns(of: aircraft, limit: limit, .all)
    }

    nonisolated func callsigns(
        of aircraft: ArchivedAircraft,
        limit: Int,
        _ choice: TermsChoice
    ) async throws(ArchiveError) -> [ArchivedCallsign] {
        guard limit > 0 else { throw .badQuestion("at least one callsign must be asked for") }
        return try await ask { database, open in
            let isChosen = try choice.condition(in: database)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT value, t FROM identity_change
                    WHERE address = ? AND address_kind = ? AND field = ? AND \(isChosen) ORDER BY t DESC LIMIT \(Self.mostTold)
                    """,
                arguments: [
                    aircraft.address.rawValue, aircraft.kind.rawValue, IdentityChange.Field.callsign.rawValue,
                ]
            )
            var told = rows.map { (callsign: $0[0] as String, milliseconds: $0[1] as Int64) }
            for generation in open {
                for name in generation.names[aircraft] ?? []
                where name.change.field == .callsign && choice.allows(generation.terms[name.terms]) {
                    told.append((name.change.value, name.change.milliseconds))
                }
            }
            return Array(ArchivedCallsign.uses(of: told).prefix(limit))
        }
    }

    /// Times at which a callsign was told that are looked through, the newest: some ten a day are usual.
    private static let mostTold = 20_000
}
