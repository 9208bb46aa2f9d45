import GRDB

/// The periods of all chunks by their start.
enum ChunkPeriod {
    static func all(_ database: Database) throws -> [Range<Int64>] {
        try Row.fetchAll(database, sql: "SELECT start, length FROM chunk WHERE form = 0 ORDER BY start").map { row in
            let start: Int64 = row[0]
            let length: Int64 = row[1]
            return start..<start + length
        }
    }
}
