import Aero
import GRDB
public import Tracking

extension HistoryStore {
    /// Chunks looked at with one look at the database, so that nobody waits for all of them.
    private static let chunksPerLook = 1_000

    /// Reads everything: the database's own check, then every chunk against its check sum and block by block.
    public nonisolated func check() async throws(ArchiveError) -> ArchiveCheck {
        let problems = try await databaseProblems()
        var check = try await ask { database, _ in
            var check = ArchiveCheck()
            check.databaseProblems = problems
            check.databaseProblems += Self.found {
                check.isolatedCount = try Int.fetchOne(database, sql: "SELECT count(*) FROM damaged_chunk") ?? 0
                check.isolated = try DamagedChunks.list(100, in: database)
                return []
            }
            return check
        }
        (check.damagedLogs, check.openRows) = checkLogs()
        check.logsAside = (try? damagedLogs()) ?? []
        var after: Int64 = -1
        while true {
            let from = after
            let (part, last): (ArchiveCheck, Int64?)
            do throws(ArchiveError) {
                (part, last) = try await ask { database, _ in try Self.look(at: from, in: database) }
            } catch {
                check.databaseProblems.append("what lies behind chunk \(from) cannot be listed: \(error)")
                break
            }
            guard let last else { break }
            check.chunks += part.chunks
            check.rows += part.rows
            check.damaged += part.damaged
            after = last
        }
        return check
    }

    /// What the database says of itself; empty when all is well.
    public nonisolated func databaseProblems() async throws(ArchiveError) -> [String] {
        // A page may be damaged so that even the check gives up: what can be read is looked at all the same.
        try await ask { database, _ in
            Self.found { try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" } }
                .flatMap { $0.split(separator: "\n") }.filter { !$0.hasPrefix("***") }.map(String.init)
        }
    }

    /// Chunks that were put aside, as they are, because they could not be read: a thousand at most.
    public nonisolated func putAside() async throws(ArchiveError) -> [ArchiveCheck.Damage] {
        try await ask { database, _ in try DamagedChunks.list(1_000, in: database) }
    }

    /// Puts damaged chunks aside, and brings back what of them can be read.
    ///
    /// - Returns: what was found; a further `check` finds it whole, unless the database itself is damaged.
    @discardableResult
    public nonisolated func repair() async throws(ArchiveError) -> ArchiveCheck {
        let found = try await check()
        let level = settings.compressionLevel
        for damage in found.damaged {
            try await change { database in
                var writer = ChunkWriter(level: level)
                try writer.rescue(damage.chunk, reason: damage.reason, in: database)
            }
        }
        return found
    }

    /// What a look finds, or why there can be none.
    private static func found(_ look: () throws -> [String]) -> [String] {
        do { return try look() } catch {
            return [(error as? DatabaseError)?.message ?? "\(error)"]
        }
    }

    private static func look(at after: Int64, in database: Database) throws -> (ArchiveCheck, last: Int64?) {
        var check = ArchiveCheck()
        var last: Int64?
        let reader = ChunkReader()
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT \(ChunkRow.columns), chunk.crc FROM chunk WHERE id > ? ORDER BY id LIMIT ?",
            arguments: [after, chunksPerLook]
        )
        while let row = try rows.next() {
            let chunk = ChunkRow(row)
            last = chunk.id
            check.chunks += 1
            var found: [Observation] = []
            var sets = ReceiverSetTable()
            var reason: String?
            do throws(ChunkError) {
                try reader.read(chunk.data, blocks: chunk.blocks, into: &found, sets: &sets)
            } catch {
                reason = "\(error)"
            }
            if reason == nil, found.count != chunk.count { reason = "\(found.count) rows of \(chunk.count)" }
            if reason == nil, Int64(CRC32C.of(chunk.data)) != row["crc"] { reason = "\(ChunkError.checksum)" }
            if reason == nil { reason = try chunk.contradiction(found, in: database) }
            check.rows += found.count
            if let reason {
                check.damaged.append(
                    ArchiveCheck.Damage(
                        chunk: chunk.id,
                        aircraft: chunk.key.aircraft.address.hex,
                        day: Moments.dayNumber(chunk.key.start),
                        reason: reason
                    )
                )
            }
        }
        return (check, last)
    }
}
