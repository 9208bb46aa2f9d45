import Aero
import GRDB
import Tracking

/// Who was heard in a time.
struct HeardAircraft: ~Copyable {
    private let times: Range<Int64>
    private let after: ArchivedAircraft?
    private let reader = ChunkReader()
    private(set) var all: Set<ArchivedAircraft> = []

    init(during times: Range<Int64>, after: ArchivedAircraft?) {
        self.times = times
        self.after = after
    }

    /// - Parameters:
    ///   - form: 0 with positions, 1 without; `nil` either.
    ///   - wanted: nobody else; `nil`: everybody.
    mutating func addChunks(
        from database: Database,
        form: Int? = nil,
        of wanted: Set<ArchivedAircraft>? = nil
    ) throws {
        var unsure: [(aircraft: ArchivedAircraft, chunk: Int64)] = []
        for length in [Moments.day, Moments.quarter] {
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT address, address_kind, t0, t1, id FROM chunk INDEXED BY chunk_by_time
                    WHERE length = ? AND start > ? AND start < ? AND t1 >= ? AND t0 < ?
                        AND (address, address_kind) > (?, ?) AND form = ifnull(?, form)
                    """,
                arguments: [
                    length, times.lowerBound &- length, times.upperBound, times.lowerBound, times.upperBound,
                    after.map { Int64($0.address.rawValue) } ?? -1, after?.kind.rawValue ?? 0, form,
                ]
            )
            while let row = try rows.next() {
                let aircraft = ChunkRow.aircraft(row[0], row[1])
                guard wanted?.contains(aircraft) ?? true else { continue }
                if times.contains(row[2]) || times.contains(row[3]) {
                    all.insert(aircraft)
                } else {
                    unsure.append((aircraft, row[4]))
                }
            }
        }
        // Heard before and after: whether also within, the rows say.
        for (aircraft, id) in unsure where !all.contains(aircraft) {
            let found = try Row.fetchOne(
                database.cachedStatement(sql: "SELECT \(ChunkRow.columns) FROM chunk WHERE id = ?"),
                arguments: [id]
            )
            guard let chunk = found.map({ ChunkRow($0) }) else { continue }
            var rows: [Observation] = []
            var sets = ReceiverSetTable()
            try? reader.read(chunk.data, blocks: chunk.blocks, during: times, into: &rows, sets: &sets)
            if rows.contains(where: { times.contains($0.milliseconds) }) { all.insert(aircraft) }
        }
    }

    /// Of rows of a kind: all of them are looked at.
    mutating func add(_ generation: OpenGeneration, where isMeant: (Observation) -> Bool) {
        for (key, track) in generation.tracks where track.summary.last >= times.lowerBound {
            guard after.map({ $0 < key.aircraft }) ?? true, track.summary.first < times.upperBound else { continue }
            let isThere = track.rows().contains { times.contains($0.milliseconds) && isMeant($0) }
            if isThere { all.insert(key.aircraft) }
        }
    }

    mutating func add(_ generation: OpenGeneration) {
        for (key, track) in generation.tracks {
            let aircraft = key.aircraft
            let summary = track.summary
            guard after.map({ $0 < aircraft }) ?? true, summary.last >= times.lowerBound,
                summary.first < times.upperBound,
                !all.contains(aircraft)
            else { continue }
            if times.contains(summary.first) || times.contains(summary.last)
                || track.rows().contains(where: { times.contains($0.milliseconds) })
            {
                all.insert(aircraft)
            }
        }
    }
}
