public import Aero
import GRDB
public import Tracking

extension HistoryStore {
    /// Under which terms what is kept of a time came, to the quarter of an hour: whom to name where no row is looked at.
    public nonisolated func terms(during range: Range<Timestamp>) async throws(ArchiveError) -> ArchiveEvidence {
        let times = Moments.milliseconds(range)
        return try await ask { database, open in
            var evidence = ArchiveEvidence()
            for (id, terms) in try TermsTable.all(in: database) {
                let isThere = try [Moments.day, Moments.quarter].contains { length in
                    try Bool.fetchOne(
                        database,
                        sql: """
                            SELECT EXISTS (SELECT 1 FROM chunk INDEXED BY chunk_by_time
                                WHERE length = ? AND start > ? AND start < ? AND t1 >= ? AND t0 < ? AND terms = ?)
                            """,
                        arguments: [
                            length, times.lowerBound &- length, times.upperBound, times.lowerBound, times.upperBound,
                            id,
                        ]
                    ) ?? false
                }
                if isThere { evidence.add(terms) }
            }
            for generation in open {
                for (key, track) in generation.tracks
                where track.summary.last >= times.lowerBound && track.summary.first < times.upperBound {
                    evidence.add(generation.terms[key.terms])
                }
            }
            return evidence
        }
    }
}
