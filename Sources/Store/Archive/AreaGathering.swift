import Aero
import GRDB
import Tracking

/// Puts together what there is in a time and in chunks that touch an area, by aircraft.
struct AreaGathering: ~Copyable {
    private struct Found {
        var rows: [Observation] = []
        var evidence = ArchiveEvidence()
    }

    private let box: StepBox
    private let times: Range<Int64>
    private let limit: Int
    private let reader = ChunkReader()
    private var found: [ArchivedAircraft: Found] = [:]
    private var sets = ReceiverSetTable()
    private var rowCount = 0
    private var isCut = false

    /// - Parameters:
    ///   - times: ms.
    ///   - limit: rows at which the answer is cut.
    init(_ box: StepBox, during times: Range<Int64>, limit: Int) {
        self.box = box
        self.times = times
        self.limit = limit
    }

    mutating func addChunks(from database: Database) throws {
        let terms = try TermsTable.all(in: database)
        let statement = try database.cachedStatement(
            sql: """
                SELECT id, blocks FROM chunk INDEXED BY chunk_by_time
                WHERE length = ? AND start > ? AND start < ? AND form = 0 AND t1 >= ? AND t0 < ? AND lat1 >= ? AND lat0 <= ?
                    AND \(Self.condition(on: box))
                """
        )
        let chunkByID = try database.cachedStatement(sql: "SELECT \(ChunkRow.columns) FROM chunk WHERE id = ?")
        for length in [Moments.day, Moments.quarter] {
            let cursor = try Row.fetchCursor(
                statement,
                arguments: [
                    length, times.lowerBound &- length, times.upperBound, times.lowerBound, times.upperBound, box.south,
                    box.north, box.west, box.east, box.west, box.east,
                ]
            )
            while !isCut, let row = try cursor.next() {
                // The table of blocks lies before the blocks: most chunks of a day are passed over without reading those.
                if let blocks = row.bytes(1), !mayHold(blocks) { continue }
                if let found = try Row.fetchOne(chunkByID, arguments: [row[0] as Int64]) {
                    take(ChunkRow(found), terms)
                }
            }
        }
    }

    /// Whether a block lies in the time and touches the area; a table that cannot be read may hold anything.
    private func mayHold(_ blocks: [UInt8]) -> Bool {
        guard let table = try? BlockTable(blocks, dataLength: nil) else { return true }
        return table.entries.contains { entry in
            entry.last >= times.lowerBound && entry.first < times.upperBound && entry.box.map { $0.meets(box) } ?? true
        }
    }

    private mutating func take(_ chunk: ChunkRow, _ terms: [Int64: ArchiveTerms]) {
        var rows: [Observation] = []
        var isDamaged = false
        do throws(ChunkError) {
            try reader.read(chunk.data, blocks: chunk.blocks, during: times, in: box, into: &rows, sets: &sets)
        } catch {
            isDamaged = true
        }
        rows.removeAll { !times.contains($0.milliseconds) }
        guard !rows.isEmpty || isDamaged else { return }
        var here = found[chunk.key.aircraft] ?? Found()
        here.rows += rows
        here.evidence.chunks.append(chunk.id)
        if isDamaged { here.evidence.damagedChunks.append(chunk.id) }
        if let known = terms[chunk.key.terms] { here.evidence.add(known) }
        found[chunk.key.aircraft] = here
        rowCount += rows.count
        isCut = rowCount > limit
    }

    mutating func add(_ generation: OpenGeneration) {
        for (key, track) in generation.tracks {
            let summary = track.summary
            guard !isCut, summary.last >= times.lowerBound, summary.first < times.upperBound,
                let own = StepBox(summary.box), own.meets(box)
            else { continue }
            var rows = track.rows()
            rows.removeAll { !times.contains($0.milliseconds) || !$0.hasPosition }
            guard !rows.isEmpty else { continue }
            for index in rows.indices {
                rows[index].heardBy = sets.place(of: generation.sets.sets[Int(rows[index].heardBy)])
            }
            found[key.aircraft, default: Found()].rows += rows
            found[key.aircraft]?.evidence.add(generation.terms[key.terms])
            rowCount += rows.count
            isCut = rowCount > limit
        }
    }

    /// Rows in the time, in order, by aircraft; not yet looked at one by one for the area.
    var rowsByAircraft: [ArchivedAircraft: [Observation]] {
        found.mapValues { found in
            var rows = found.rows
            RowOrder.settle(&rows)
            return rows
        }
    }

    /// Traces by address of those that have rows which pass.
    consuming func traces(
        limit most: Int,
        _ database: Database,
        open: [OpenGeneration],
        where passes: (Observation) -> Bool
    ) throws -> [Trace] {
        let incomplete = try DayManifests.incompleteDays(in: times, database)
        var traces: [Trace] = []
        for aircraft in found.keys.sorted() {
            guard var here = found[aircraft] else { continue }
            here.rows.removeAll { !passes($0) }
            RowOrder.settle(&here.rows)
            guard !here.rows.isEmpty || !here.evidence.damagedChunks.isEmpty else { continue }
            guard traces.count < most else {
                isCut = true
                break
            }
            here.evidence.incompleteDays = incomplete
            traces.append(
                Trace(
                    aircraft,
                    observations: here.rows,
                    receiverSets: sets.sets,
                    names: try IdentityTable.names(of: aircraft, during: times, open: open, in: database),
                    evidence: here.evidence
                )
            )
        }
        if isCut { for index in traces.indices { traces[index].evidence.isCut = true } }
        return traces
    }

    /// Whether a chunk's longitudes meet those asked for: what crosses the 180th meridian is the rest of the circle.
    private static func condition(on box: StepBox) -> String {
        box.west <= box.east
            ? "CASE WHEN lon0 <= lon1 THEN lon1 >= ? AND lon0 <= ? ELSE lon1 >= ? OR lon0 <= ? END"
            : "CASE WHEN lon0 <= lon1 THEN lon1 >= ? OR lon0 <= ? ELSE ? IS NOT ? END"
    }
}

extension ArchiveEvidence {
    mutating func add(_ terms: ArchiveTerms) {
        licences.insert(terms.licence)
        if let origin = terms.origin { origins.insert(origin) }
    }
}
