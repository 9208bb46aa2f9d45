import GRDB
import Tracking

extension ChunkRow {
    /// What a period may begin at, ms.
    static let starts = HistoryStore.times.lowerBound - Moments.day...HistoryStore.times.upperBound

    /// Where the columns beside the data say something else than the data: what is asked by them would miss the chunk.
    ///
    /// - Parameter rows: all that the data holds.
    /// - Returns: what does not agree; `nil` when all does.
    func contradiction(_ rows: [Observation], in database: Database) throws -> String? {
        if let problem = try keyProblem(rows, in: database) { return problem }
        let row = try Row.fetchOne(
            database,
            sql: "SELECT t0, t1, lat0, lat1, lon0, lon1 FROM chunk WHERE id = ?",
            arguments: [id]
        )
        guard let row else { return nil }
        let summary = RowSummary(rows)
        let times: [Int64?] = [row[0], row[1]]
        guard times == [summary.first, summary.last] else { return "its times are not those of its rows" }
        let box = StepBox(summary.box)
        let sides: [Int64?] = [row[2], row[3], row[4], row[5]]
        guard sides == [box?.south, box?.north, box?.west, box?.east].map({ $0.map { Int64($0) } }) else {
            return "its area is not that of its rows"
        }
        return nil
    }

    /// Whether the key is one that a program writes, for these rows; what it is not cannot be guessed.
    func keyProblem(_ rows: [Observation], in database: Database) throws -> String? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT address, address_kind, form, EXISTS (SELECT 1 FROM terms WHERE terms.id = chunk.terms)
                FROM chunk WHERE id = ?
                """,
            arguments: [id]
        )
        guard let row else { return nil }
        guard Self.isKey(row[0], row[1], form: row[2]), row[3] as Bool else { return "its key is none" }
        let (start, length) = (key.start, key.length)
        guard length == Moments.day || length == Moments.quarter, Self.starts.contains(start),
            Moments.start(of: length, at: start) == start
        else { return "its period is none" }
        let summary = RowSummary(rows)
        guard rows.isEmpty || summary.first >= start && summary.last < start + length else {
            return "rows outside its period"
        }
        guard rows.allSatisfy({ $0.hasPosition == key.hasPositions }) else { return "rows of another form" }
        return nil
    }
}
