import Aero
import Foundation
import GRDB
import Tracking

/// Puts together what there is of one aircraft in a time, from chunks and from rows not sealed yet.
struct TraceGathering: ~Copyable {
    private let aircraft: ArchivedAircraft
    private var times: Range<Int64>
    private let withoutPositions: Bool
    private let limit: Int
    private let choice: TermsChoice
    private let reader = ChunkReader()
    private var rows: [Observation] = []
    private var sets = ReceiverSetTable()
    private var evidence = ArchiveEvidence()

    /// - Parameters:
    ///   - times: ms.
    ///   - limit: rows at which the answer is cut.
    init(
        _ aircraft: ArchivedAircraft,
        during times: Range<Int64>,
        withoutPositions: Bool,
        limit: Int,
        _ choice: TermsChoice
    ) {
        self.aircraft = aircraft
        self.times = times
        self.withoutPositions = withoutPositions
        self.limit = limit
        self.choice = choice
    }

    mutating func addChunks(from database: Database) throws {
        let terms = try TermsTable.all(in: database)
        let cursor = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT \(ChunkRow.columns) FROM chunk
                    WHERE address = ? AND address_kind = ? AND start > ? AND start < ? AND t1 >= ? AND t0 < ? AND form <= ?
                    ORDER BY start, terms, form
                    """
            ),
            arguments: [
                aircraft.address.rawValue, aircraft.kind.rawValue, times.lowerBound &- Moments.day, times.upperBound,
                times.lowerBound, times.upperBound, withoutPositions ? 1 : 0,
            ]
        )
        while let row = try cursor.next() {
            let chunk = ChunkRow(row)
            // Chunks come by the start of their period: what comes now is all later than what a cut answer has.
            if rows.count >= limit, chunk.key.start >= times.upperBound { break }
            let before = rows.count
            do throws(ChunkError) {
                try reader.read(chunk.data, blocks: chunk.blocks, during: times, into: &rows, sets: &sets)
            } catch {
                evidence.damagedChunks.append(chunk.id)
            }
            keepThoseIn(times, from: before)
            guard choice.allows(terms[chunk.key.terms]) else {
                withhold(from: before)
                continue
            }
            if rows.count > before {
                evidence.chunks.append(chunk.id)
                if let known = terms[chunk.key.terms] { evidence.add(known) }
            }
            if rows.count >= limit { cut() }
        }
        evidence.damagedChunks += try Int64.fetchAll(
            database,
            sql:
                "SELECT id FROM damaged_chunk WHERE address = ? AND address_kind = ? AND t1 >= ? AND t0 < ? AND form <= ?",
            arguments: [
                aircraft.address.rawValue, aircraft.kind.rawValue, times.lowerBound, times.upperBound,
                withoutPositions ? 1 : 0,
            ]
        )
    }

    mutating func add(_ generation: OpenGeneration) {
        for (terms, track) in generation.tracks(of: aircraft)
        where track.summary.last >= times.lowerBound && track.summary.first < times.upperBound {
            let before = rows.count
            var places: [UInt32: UInt32] = [:]
            for var row in track.rows() where times.contains(row.milliseconds) && (withoutPositions || row.hasPosition)
            {
                let place = places[row.heardBy] ?? sets.place(of: generation.sets.sets[Int(row.heardBy)])
                places[row.heardBy] = place
                row.heardBy = place
                rows.append(row)
            }
            guard choice.allows(terms) else {
                withhold(from: before)
                continue
            }
            if rows.count > before { evidence.add(terms) }
        }
    }

    consuming func finished(_ database: Database, open: [OpenGeneration]) throws -> Trace {
        RowOrder.settle(&rows)
        if rows.count > limit {
            rows.removeSubrange(limit...)
            evidence.isCut = true
        }
        evidence.incompleteDays = try DayManifests.incompleteDays(in: times, database)
        return Trace(
            aircraft,
            observations: rows,
            receiverSets: sets.sets,
            names: try IdentityTable.names(of: aircraft, during: times, open: open, choice, in: database),
            evidence: evidence
        )
    }

    /// Takes the rows back that came last, and counts them.
    private mutating func withhold(from start: Int) {
        guard rows.count > start else { return }
        evidence.withheld[aircraft, default: 0] += rows.count - start
        rows.removeSubrange(start...)
    }

    private mutating func keepThoseIn(_ times: Range<Int64>, from start: Int) {
        guard rows[start...].contains(where: { !times.contains($0.milliseconds) }) else { return }
        let kept = rows[start...].filter { times.contains($0.milliseconds) }
        rows.replaceSubrange(start..., with: kept)
    }

    /// Too many rows: from here on only what is earlier than the last of those that fit.
    private mutating func cut() {
        RowOrder.settle(&rows)
        guard rows.count > limit else { return }
        rows.removeSubrange(limit...)
        evidence.isCut = true
        if let last = rows.last { times = times.lowerBound..<max(times.lowerBound, last.milliseconds + 1) }
    }
}
