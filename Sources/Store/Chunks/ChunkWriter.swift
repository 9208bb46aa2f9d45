import Aero
import Foundation
import GRDB
import Tracking

/// Brings rows into the chunks of a database, within a transaction of the caller.
///
/// Rows go to the chunk of their day if there is one, else to that of their quarter of an hour; what is there already is merged with
/// them, so that the same rows twice are once.
struct ChunkWriter: ~Copyable {
    private var packer: BlockPacker
    private let reader = ChunkReader()

    /// - Parameter level: of zstd.
    init(level: Int32 = 3) { packer = BlockPacker(level: level) }

    /// Rows of one aircraft under one set of terms.
    ///
    /// - Parameters:
    ///   - rows: in any order.
    ///   - sets: what `heardBy` points into.
    ///   - asDays: days (since 1970-01-01) that are kept as one chunk from the start, because they are over.
    mutating func add(
        _ rows: [Observation],
        sets: [ReceiverSet],
        of aircraft: ArchivedAircraft,
        terms: Int64,
        asDays: (Int64) -> Bool,
        to database: Database
    ) throws {
        var ordered = rows
        RowOrder.settle(&ordered)
        for hasPositions in [true, false] {
            let part =
                ordered.allSatisfy { $0.hasPosition == hasPositions }
                ? ordered : ordered.filter { $0.hasPosition == hasPositions }
            var rest = part[...]
            while let first = rest.first {
                let start = Moments.start(of: Moments.quarter, at: first.milliseconds)
                let day = Moments.start(of: Moments.day, at: first.milliseconds)
                func key(_ start: Int64, _ length: Int64) -> ChunkKey {
                    ChunkKey(aircraft: aircraft, terms: terms, hasPositions: hasPositions, start: start, length: length)
                }
                if asDays(Moments.dayNumber(day)) {
                    let those = rest.prefix { $0.milliseconds &- day < Moments.day }
                    rest = rest.dropFirst(those.count)
                    try compact(key(day, Moments.day), adding: Array(those), sets: sets, in: database)
                    continue
                }
                let those = rest.prefix { $0.milliseconds &- start < Moments.quarter }
                rest = rest.dropFirst(those.count)
                let quarter = key(start, Moments.quarter)
                let there = try chunks(quarter, or: day, in: database)
                let target = there.isEmpty ? quarter : there[0].key
                try write(Array(those), sets: sets, with: there, as: target, in: database)
            }
        }
    }

    /// Makes one chunk of all those of an aircraft's day, with a block for each hour.
    mutating func compact(
        _ day: ChunkKey,
        adding rows: [Observation] = [],
        sets: [ReceiverSet] = [.empty],
        in database: Database
    ) throws {
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(ChunkRow.columns) FROM chunk
                WHERE address = ? AND address_kind = ? AND start >= ? AND start < ? AND terms = ? AND form = ?
                ORDER BY start, length DESC
                """
        )
        let there = try Row.fetchAll(
            statement,
            arguments: [
                day.aircraft.address.rawValue, day.aircraft.kind.rawValue, day.start, day.start + day.length, day.terms,
                day.hasPositions ? 0 : 1,
            ]
        ).map { ChunkRow($0) }
        try write(rows, sets: sets, with: there, as: day, in: database)
    }

    /// Takes the rows of some time out of the chunks of one aircraft and one set of terms.
    ///
    /// - Returns: how many there were.
    mutating func erase(
        _ aircraft: ArchivedAircraft,
        during times: Range<Int64>,
        terms: Int64,
        in database: Database
    ) throws -> Int {
        let there = try Row.fetchAll(
            database,
            sql: """
                SELECT \(ChunkRow.columns) FROM chunk
                WHERE address = ? AND address_kind = ? AND start > ? AND start < ? AND t1 >= ? AND t0 < ? AND terms = ?
                """,
            arguments: [
                aircraft.address.rawValue, aircraft.kind.rawValue, times.lowerBound &- Moments.day, times.upperBound,
                times.lowerBound, times.upperBound, terms,
            ]
        ).map { ChunkRow($0) }
        return try there.reduce(0) { count, chunk in
            try count + erase(from: chunk, in: database) { row, _ in times.contains(row.milliseconds) }
        }
    }

    /// Takes rows out of a chunk.
    ///
    /// - Parameter isGone: whether a row goes; the sets are those that `heardBy` points to.
    /// - Returns: how many went.
    mutating func erase(
        from chunk: ChunkRow,
        in database: Database,
        where isGone: (Observation, [ReceiverSet]) -> Bool
    ) throws -> Int {
        var table = ReceiverSetTable()
        var rows: [Observation] = []
        try reader.read(chunk.data, blocks: chunk.blocks, into: &rows, sets: &table)
        let kept = rows.filter { !isGone($0, table.sets) }
        if kept.isEmpty {
            try database.execute(sql: "DELETE FROM chunk WHERE id = ?", arguments: [chunk.id])
        } else if kept.count < rows.count {
            try insert(kept, sets: table.sets, as: chunk.key, in: database)
        }
        return rows.count - kept.count
    }

    /// Puts a damaged chunk aside and writes what of it can be read as a chunk of its own.
    mutating func rescue(_ id: Int64, reason: String, in database: Database) throws {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT \(ChunkRow.columns) FROM chunk WHERE id = ?",
            arguments: [id]
        )
        guard let chunk = row.map({ ChunkRow($0) }) else { return }
        var table = ReceiverSetTable()
        var rows: [Observation] = []
        try? reader.read(chunk.data, blocks: chunk.blocks, into: &rows, sets: &table)
        // Of whom or of when rows are is not guessed: then they stay aside.
        let isKnown = try chunk.keyProblem(rows, in: database) == nil
        try DamagedChunks.isolate(id, reason: reason, in: database)
        guard !rows.isEmpty, isKnown else { return }
        try insert(rows, sets: table.sets, as: chunk.key, in: database)
    }

    /// The chunk of a quarter's day, or else of the quarter.
    private func chunks(_ quarter: ChunkKey, or day: Int64, in database: Database) throws -> [ChunkRow] {
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(ChunkRow.columns) FROM chunk
                WHERE address = ? AND address_kind = ? AND start IN (?, ?) AND terms = ? AND form = ?
                ORDER BY length DESC
                """
        )
        return try Row.fetchAll(
            statement,
            arguments: [
                quarter.aircraft.address.rawValue, quarter.aircraft.kind.rawValue, quarter.start, day, quarter.terms,
                quarter.hasPositions ? 0 : 1,
            ]
        )
        .map { ChunkRow($0) }.filter { $0.key.length == Moments.day || $0.key.start == quarter.start }.prefix(1).map {
            $0
        }
    }

    /// Writes rows together with those of chunks that are there, as one chunk in their place.
    private mutating func write(
        _ rows: [Observation],
        sets: [ReceiverSet],
        with there: [ChunkRow],
        as key: ChunkKey,
        in database: Database
    ) throws {
        guard !there.isEmpty else {
            guard !rows.isEmpty else { return }
            return try insert(rows, sets: sets, as: key, in: database)
        }
        var table = ReceiverSetTable()
        var all: [Observation] = []
        for chunk in there {
            do throws(ChunkError) {
                try reader.read(chunk.data, blocks: chunk.blocks, into: &all, sets: &table)
            } catch {
                try DamagedChunks.isolate(chunk.id, reason: "\(error)", in: database)
            }
        }
        var places: [UInt32: UInt32] = [:]
        for var row in rows {
            let set = Int(row.heardBy) < sets.count ? row.heardBy : 0
            let place = places[set] ?? table.place(of: sets[Int(set)])
            places[set] = place
            row.heardBy = place
            all.append(row)
        }
        RowOrder.settle(&all)
        for chunk in there where chunk.key != key {
            try database.cachedStatement(sql: "DELETE FROM chunk WHERE id = ?").execute(arguments: [chunk.id])
        }
        guard !all.isEmpty else { return }
        try insert(all, sets: table.sets, as: key, in: database)
    }

    private mutating func insert(
        _ rows: [Observation],
        sets: [ReceiverSet],
        as key: ChunkKey,
        in database: Database
    ) throws {
        var table = BlockTable()
        var parts: [RowSummary] = []
        var data: [UInt8] = []
        var rest = rows[...]
        while let first = rest.first {
            let hour = Moments.start(of: Moments.hour, at: first.milliseconds)
            let isOfHour = { (row: Observation) in
                key.length != Moments.day || row.milliseconds &- hour < Moments.hour
            }
            let those = Array(rest.prefix(while: isOfHour).prefix(BlockBody.capacity))
            rest = rest.dropFirst(those.count)
            let block = try packer.block(of: those, sets: sets)
            data += block
            let summary = RowSummary(those)
            parts.append(summary)
            table.entries.append(
                BlockTable.Entry(
                    length: block.count,
                    count: those.count,
                    first: summary.first,
                    last: summary.last,
                    box: StepBox(summary.box)
                )
            )
        }
        let summary = parts.count == 1 ? parts[0] : RowSummary(rows)
        let box = StepBox(summary.box)
        let hasAltitude = summary.lowest <= summary.highest
        try database.cachedStatement(sql: Self.upsert).execute(
            arguments: [
                key.aircraft.address.rawValue, key.aircraft.kind.rawValue, key.start, key.length, key.terms,
                key.hasPositions ? 0 : 1,
                summary.first, summary.last, summary.count, box?.south, box?.north, box?.west, box?.east,
                hasAltitude ? summary.lowest : nil, hasAltitude ? summary.highest : nil, summary.sources,
                BlockPacker.version,
                CRC32C.of(data), table.entries.count > 1 ? Data(table.bytes) : nil, Data(data),
            ]
        )
    }

    private static let upsert = """
        INSERT INTO chunk (address, address_kind, start, length, terms, form, t0, t1, n, lat0, lat1, lon0, lon1, alt0, alt1,
            sources, codec, crc, blocks, data)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (address, address_kind, start, length, terms, form) DO UPDATE SET
            t0 = excluded.t0, t1 = excluded.t1, n = excluded.n, lat0 = excluded.lat0, lat1 = excluded.lat1,
            lon0 = excluded.lon0, lon1 = excluded.lon1, alt0 = excluded.alt0, alt1 = excluded.alt1,
            sources = excluded.sources, codec = excluded.codec, crc = excluded.crc, blocks = excluded.blocks,
            data = excluded.data
        """
}
