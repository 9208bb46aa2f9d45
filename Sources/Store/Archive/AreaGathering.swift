import Aero
import GRDB
import Tracking

/// Puts together what there is in a time and in chunks that touch an area, by aircraft.
struct AreaGathering: ~Copyable {
    private struct Found {
        var rows: [Observation] = []
        var evidence = ArchiveEvidence()
        /// Rows that came under terms that are not asked for.
        var withheld: [Observation] = []
    }

    private let box: StepBox
    private let area: ArchiveArea?
    private let choice: TermsChoice
    private let times: Range<Int64>
    private let limit: Int
    private let reader = ChunkReader()
    private var found: [ArchivedAircraft: Found] = [:]
    private var sets = ReceiverSetTable()
    private var rowCount = 0
    private var isCut = false

    /// - Parameters:
    ///   - area: where rows lie; `nil`: all rows of what touches the box.
    ///   - times: ms.
    ///   - limit: rows at which the answer is cut.
    init(_ box: StepBox, _ area: ArchiveArea?, during times: Range<Int64>, limit: Int, _ choice: TermsChoice) {
        self.box = box
        self.area = area
        self.choice = choice
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
        try addDamage(database)
    }

    /// What was put aside: where it lay nobody knows any more, so that it is missing from every area.
    private mutating func addDamage(_ database: Database) throws {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT id, address, address_kind FROM damaged_chunk WHERE form = 0 AND t1 >= ? AND t0 < ? ORDER BY id
                """,
            arguments: [times.lowerBound, times.upperBound]
        )
        for row in rows {
            found[ChunkRow.aircraft(row[1], row[2]), default: Found()].evidence.damagedChunks.append(row[0])
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
        rows.removeAll { !isMeant($0) }
        guard !rows.isEmpty || isDamaged else { return }
        var here = found[chunk.key.aircraft] ?? Found()
        if isDamaged { here.evidence.damagedChunks.append(chunk.id) }
        if !choice.allows(terms[chunk.key.terms]) {
            here.withheld += rows
        } else if !rows.isEmpty {
            here.rows += rows
            here.evidence.chunks.append(chunk.id)
            if let known = terms[chunk.key.terms] { here.evidence.add(known) }
        }
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
            rows.removeAll { !isMeant($0) }
            guard !rows.isEmpty else { continue }
            rowCount += rows.count
            isCut = rowCount > limit
            guard choice.allows(generation.terms[key.terms]) else {
                found[key.aircraft, default: Found()].withheld += rows
                continue
            }
            for index in rows.indices {
                rows[index].heardBy = sets.place(of: generation.sets.sets[Int(rows[index].heardBy)])
            }
            found[key.aircraft, default: Found()].rows += rows
            found[key.aircraft]?.evidence.add(generation.terms[key.terms])
        }
    }

    private func isMeant(_ row: Observation) -> Bool {
        guard times.contains(row.milliseconds), let position = row.position else { return false }
        return area?.contains(position) ?? true
    }

    /// Rows in the time, in order, by aircraft.
    var rowsByAircraft: [ArchivedAircraft: [Observation]] {
        found.mapValues { found in
            var rows = found.rows
            RowOrder.settle(&rows)
            return rows
        }
    }

    /// What all of it rests on.
    ///
    /// - Parameter passes: which of the rows that were left out count.
    func evidence(_ database: Database, where passes: (Observation) -> Bool) throws -> ArchiveEvidence {
        var all = ArchiveEvidence()
        for (aircraft, here) in found {
            all.damagedChunks += here.evidence.damagedChunks
            let count = here.withheld.count(where: passes)
            if count > 0 { all.withheld[aircraft] = count }
        }
        all.damagedChunks.sort()
        all.incompleteDays = try DayManifests.incompleteDays(in: times, database)
        all.isCut = isCut
        return all
    }

    /// Traces by address, of those of whom something was left out too.
    consuming func traces(limit most: Int, _ database: Database, open: [OpenGeneration]) throws -> [Trace] {
        let incomplete = try DayManifests.incompleteDays(in: times, database)
        var traces: [Trace] = []
        for aircraft in found.keys.sorted() {
            guard var here = found[aircraft] else { continue }
            RowOrder.settle(&here.rows)
            if !here.withheld.isEmpty { here.evidence.withheld[aircraft] = here.withheld.count }
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
                    names: try IdentityTable.names(of: aircraft, during: times, open: open, choice, in: database),
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
