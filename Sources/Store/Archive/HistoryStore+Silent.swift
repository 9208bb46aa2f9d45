public import Aero
import GRDB
public import Tracking

extension HistoryStore {
    public nonisolated func aircraft(
        heardOnlySilently range: Range<Timestamp>,
        after: ArchivedAircraft?,
        limit: Int
    ) async throws(ArchiveError) -> [ArchivedAircraft] {
        guard limit > 0 else { throw .badQuestion("at least one aircraft must be asked for") }
        let times = Moments.milliseconds(range)
        return try await ask { database, open in
            // Rows with and without positions are in chunks of their own: the index alone tells nearly all.
            var silent = HeardAircraft(during: times, after: after)
            var placed = HeardAircraft(during: times, after: after)
            try silent.addChunks(from: database, form: 1)
            try placed.addChunks(from: database, form: 0, of: silent.all)
            for generation in open {
                silent.add(generation) { !$0.hasPosition }
                placed.add(generation) { $0.hasPosition }
            }
            return Array(silent.all.subtracting(placed.all).sorted().prefix(limit))
        }
    }
}
