import Aero
import GRDB
import Tracking

/// Pins in the database.
enum PinTable {
    /// A condition on `chunk`: no pin holds it. A pin that names a place does not hold what has no position.
    static let isFree = """
        NOT EXISTS (SELECT 1 FROM pin WHERE pin.t0 <= chunk.t1 AND pin.t1 > chunk.t0
            AND (pin.address IS NULL OR pin.address = chunk.address AND pin.address_kind = chunk.address_kind)
            AND (pin.lat0 IS NULL OR pin.lat0 <= chunk.lat1 AND pin.lat1 >= chunk.lat0 AND CASE
                WHEN pin.lon0 <= pin.lon1 AND chunk.lon0 <= chunk.lon1 THEN pin.lon0 <= chunk.lon1 AND pin.lon1 >= chunk.lon0
                WHEN pin.lon0 > pin.lon1 AND chunk.lon0 > chunk.lon1 THEN 1
                ELSE pin.lon0 <= chunk.lon1 OR pin.lon1 >= chunk.lon0 END))
        """

    static func insert(_ pin: ArchivePin, made: Int64, in database: Database) throws -> Int64 {
        let box = pin.area.map { StepBox($0) }
        let times = Moments.milliseconds(pin.during)
        try database.execute(
            sql: """
                INSERT INTO pin (address, address_kind, lat0, lat1, lon0, lon1, t0, t1, reason, who, made)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                pin.aircraft?.address.rawValue, pin.aircraft?.kind.rawValue, box?.south, box?.north, box?.west,
                box?.east,
                times.lowerBound, times.upperBound, pin.reason, pin.who, made,
            ]
        )
        return database.lastInsertedRowID
    }

    /// - Returns: whether there was one.
    static func remove(_ number: Int64, from database: Database) throws -> Bool {
        try database.execute(sql: "DELETE FROM pin WHERE id = ?", arguments: [number])
        return database.changesCount > 0
    }

    static func all(in database: Database) throws -> [Int64: ArchivePin] {
        var pins: [Int64: ArchivePin] = [:]
        let columns = "id, address, address_kind, lat0, lat1, lon0, lon1, t0, t1, reason, who, made"
        for row in try Row.fetchAll(database, sql: "SELECT \(columns) FROM pin") {
            // Any of these may be missing in a database that was damaged.
            let (address, kind): (Int64?, Int64?) = (row[1], row[2])
            let sides: [Double] = (3...6).compactMap { row[$0] }
            let t0: Int64 = row[7]
            let t1: Int64 = row[8]
            var pin = ArchivePin(
                aircraft: address.map { ChunkRow.aircraft($0, kind ?? 0) },
                area: sides.count < 4
                    ? nil
                    : ArchiveArea(
                        south: max(-90, sides[0] / 1e5),
                        west: max(-180, sides[2] / 1e5),
                        north: min(90, sides[1] / 1e5),
                        east: min(180, sides[3] / 1e5)
                    ),
                during: HistoryStore.time(t0)..<HistoryStore.time(max(t0, t1)),
                reason: row[9],
                who: row[10]
            )
            pin.made = HistoryStore.time(row[11])
            pins[row[0]] = pin
        }
        return pins
    }
}
