import Aero
import GRDB
import Tracking

extension HistoryStore {
    /// Which rows of our own receivers there are in a time, each with how often. Damaged chunks are passed over.
    nonisolated func moments(during: Range<Timestamp>) async throws(ArchiveError) -> [RowMoment: Int] {
        let times = Moments.milliseconds(during)
        return try await ask { database, open in
            var found: [RowMoment: Int] = [:]
            func add(_ rows: [Observation], of aircraft: ArchivedAircraft) {
                for row in rows where times.contains(row.milliseconds) {
                    found[RowMoment(aircraft, row), default: 0] += 1
                }
            }
            let reader = ChunkReader()
            let terms = try TermsTable.all(in: database)
            for length in [Moments.day, Moments.quarter] {
                let cursor = try Row.fetchCursor(
                    database,
                    sql: """
                        SELECT \(ChunkRow.columns) FROM chunk INDEXED BY chunk_by_time
                        WHERE length = ? AND start > ? AND start < ? AND t1 >= ? AND t0 < ?
                        """,
                    arguments: [
                        length, times.lowerBound &- length, times.upperBound, times.lowerBound, times.upperBound,
                    ]
                )
                while let row = try cursor.next() {
                    let chunk = ChunkRow(row)
                    guard terms[chunk.key.terms]?.licence == .own else { continue }
                    var rows: [Observation] = []
                    var sets = ReceiverSetTable()
                    try? reader.read(chunk.data, blocks: chunk.blocks, during: times, into: &rows, sets: &sets)
                    add(rows, of: chunk.key.aircraft)
                }
            }
            for generation in open {
                for (key, track) in generation.tracks
                where track.summary.last >= times.lowerBound && generation.terms[key.terms].licence == .own {
                    add(track.rows(), of: key.aircraft)
                }
            }
            return found
        }
    }
}
