import Aero
import GRDB
import Tracking

/// Brings what a log holds into the database, within one transaction. Doing it again changes nothing.
enum GenerationSealer {
    static func seal(_ generation: OpenGeneration, level: Int32, in database: Database) throws {
        let terms = try generation.terms.map { try TermsTable.id(of: $0, in: database) }
        let present = day(of: generation)
        var writer = ChunkWriter(level: level)
        // In the order of the index: neighbours are written together.
        for key in generation.tracks.keys.sorted(by: { ($0.aircraft, $0.terms) < ($1.aircraft, $1.terms) }) {
            guard let track = generation.tracks[key] else { continue }
            try writer.add(
                track.rows(),
                sets: generation.sets.sets,
                of: key.aircraft,
                terms: terms[key.terms],
                asDays: { $0 != present },
                to: database
            )
        }
        // Who asks leaves out what is in memory up to here: it is in the chunks.
        try database.execute(
            sql: "INSERT OR REPLACE INTO fact VALUES ('sealed', ?)",
            arguments: [String(max(generation.number, try lastSealed(in: database)))]
        )
        let insert = try database.cachedStatement(
            sql:
                "INSERT OR IGNORE INTO identity_change (address, address_kind, field, t, value, terms) VALUES (?, ?, ?, ?, ?, ?)"
        )
        for (change, term) in generation.names.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
            try insert.execute(
                arguments: [
                    change.aircraft.address.rawValue, change.aircraft.kind.rawValue, change.field.rawValue,
                    change.milliseconds,
                    change.value, terms[term],
                ]
            )
        }
    }

    /// The number of the last generation that was sealed.
    static func lastSealed(in database: Database) throws -> UInt64 {
        UInt64(try String.fetchOne(database, sql: "SELECT value FROM fact WHERE name = 'sealed'") ?? "") ?? 0
    }

    /// The day that most aircraft of it were heard on last: that one is not over.
    private static func day(of generation: OpenGeneration) -> Int64? {
        var counts: [Int64: Int] = [:]
        for track in generation.tracks.values { counts[Moments.dayNumber(track.summary.last), default: 0] += 1 }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
    }
}
