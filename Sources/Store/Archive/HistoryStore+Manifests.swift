public import Aero
import Foundation
import GRDB
public import Tracking

extension HistoryStore {
    /// The opaque number of a receiver, given at its first asking and never changed.
    ///
    /// - Parameter key: what the configuration calls it; it stays in the database.
    public nonisolated func receiverNumber(of key: String) async throws(ArchiveError) -> UInt32 {
        try await change { database in
            try database.execute(sql: "INSERT OR IGNORE INTO receiver (key) VALUES (?)", arguments: [key])
            return try UInt32.fetchOne(database, sql: "SELECT id FROM receiver WHERE key = ?", arguments: [key]) ?? 0
        }
    }

    /// Notes that the program, or a receiver, was up: a heartbeat, or the time since the last.
    ///
    /// - Parameter receiver: its opaque number; `nil`: the program itself.
    public nonisolated func noteUptime(
        _ receiver: UInt32?,
        during: Range<Timestamp>
    ) async throws(ArchiveError) {
        let times = Moments.milliseconds(during)
        try await change { database in
            try UptimeTable.add(times, of: receiver.map { Int64($0) } ?? UptimeTable.process, in: database)
        }
    }

    /// The same of the program and of several receivers, by their opaque numbers, at once.
    public nonisolated func noteUptime(
        ofProcess process: [Range<Timestamp>],
        receivers: [(receiver: UInt32, during: Range<Timestamp>)]
    ) async throws(ArchiveError) {
        try await change { database in
            for during in process {
                try UptimeTable.add(Moments.milliseconds(during), of: UptimeTable.process, in: database)
            }
            for (receiver, during) in receivers {
                try UptimeTable.add(Moments.milliseconds(during), of: Int64(receiver), in: database)
            }
        }
    }

    /// Days that need a manifest, rising: those that are over and have none, from the first one kept on, and those to which something
    /// happened since a time.
    public nonisolated func daysWithoutManifest(
        endedBy time: Timestamp,
        notedSince: Timestamp
    ) async throws(ArchiveError) -> [Int64] {
        let today = Moments.dayNumber(time.milliseconds)
        let since = notedSince.milliseconds
        return try await ask { database, _ in
            let first = try Int64.fetchOne(
                database,
                sql: """
                    SELECT min(start) FROM (SELECT min(start) AS start FROM chunk WHERE length = \(Moments.day)
                        UNION ALL SELECT min(start) FROM chunk WHERE length = \(Moments.quarter)
                        UNION ALL SELECT min(t0) FROM uptime)
                    """
            )
            guard let first else { return [] }
            let known = try Set(Int64.fetchAll(database, sql: "SELECT day FROM manifest"))
            let noted = try Set(
                Int64.fetchAll(
                    database,
                    sql: "SELECT DISTINCT day FROM day_note WHERE noted >= ? AND day < ?",
                    arguments: [since, today]
                )
            )
            // A clock that was set wrong once does not make ten thousand days, and one that was set back none.
            let oldest = max(Moments.dayNumber(first), today - 4_000)
            guard oldest < today else { return [] }
            return (oldest..<today).filter { !known.contains($0) || noted.contains($0) }
        }
    }

    /// Under which terms the sealed observations of a day came.
    public nonisolated func terms(of day: Int64) async throws(ArchiveError) -> ArchiveEvidence {
        guard (-1_000_000...1_000_000).contains(day) else { throw .badQuestion("no such day") }
        let times = Moments.times(ofDay: day)
        return try await ask { database, _ in
            var evidence = ArchiveEvidence()
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT licence, origin FROM terms WHERE id IN (SELECT terms FROM chunk
                        WHERE length IN (\(Moments.day), \(Moments.quarter)) AND start >= ? AND start < ?)
                    """,
                arguments: [times.lowerBound, times.upperBound]
            )
            for row in rows {
                if let licence = LicenceTag(rawValue: row[0]) { evidence.licences.insert(licence) }
                let origin: String = row[1]
                if !origin.isEmpty { evidence.origins.insert(origin) }
            }
            evidence.damagedChunks = try Int64.fetchAll(
                database,
                sql: "SELECT id FROM damaged_chunk WHERE start >= ? AND start < ?",
                arguments: [times.lowerBound, times.upperBound]
            )
            return evidence
        }
    }

    /// The times of pieces of a day that were put aside as damaged, rising.
    public nonisolated func damage(of day: Int64) async throws(ArchiveError) -> [Range<Timestamp>] {
        guard (-1_000_000...1_000_000).contains(day) else { throw .badQuestion("no such day") }
        let whole = Moments.times(ofDay: day)
        return try await ask { database, _ in
            let pieces = try Row.fetchAll(
                database,
                sql: "SELECT DISTINCT t0, t1 FROM damaged_chunk WHERE start >= ? AND start < ? ORDER BY t0, t1",
                arguments: [whole.lowerBound, whole.upperBound]
            )
            return pieces.map { piece in
                let times = DamagedChunks.times(piece[0], piece[1])
                return Self.time(times.lowerBound)..<Self.time(Moments.end(after: times.upperBound))
            }
        }
    }

    /// Notes that something is missing from a stretch of time, on each day of it.
    ///
    /// - Parameter isImport: it was an import that did not end as it should; else the disk was full.
    public nonisolated func noteLoss(
        during: Range<Timestamp>,
        isImport: Bool,
        detail: String,
        at now: Timestamp
    ) async throws(ArchiveError) {
        let times = Moments.milliseconds(during)
        let (first, last) = (
            Moments.dayNumber(times.lowerBound), Moments.dayNumber(max(times.lowerBound, times.upperBound - 1))
        )
        guard last - first < 10_000 else { throw .badQuestion("more days than an archive has") }
        let noted = now.milliseconds
        try await change { database in
            for day in first...last {
                let whole = Moments.times(ofDay: day)
                let note = DayNotes.Note(
                    day: day,
                    kind: isImport ? .importFailed : .diskFull,
                    during: times.clamped(to: whole),
                    detail: detail
                )
                try DayNotes.add(note, noted: noted, in: database)
            }
        }
    }

    /// Writes the manifest of a day that is over, again where something happened to the day since.
    ///
    /// - Parameter digest: SHA-256 as hexadecimal digits; it comes from who has a library for it.
    @discardableResult
    public nonisolated func writeManifest(
        of day: Int64,
        digest: @escaping @Sendable ([UInt8]) -> String
    ) async throws(ArchiveError) -> DayManifest {
        guard (-1_000_000...1_000_000).contains(day) else { throw .badQuestion("no such day") }
        return try await change { database in
            let manifest = try DayManifests.make(day, digest: digest, in: database)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let document = try encoder.encode(manifest)
            try database.execute(
                sql: "INSERT OR REPLACE INTO manifest (day, is_complete, sha256, document) VALUES (?, ?, ?, ?)",
                arguments: [
                    day, manifest.isComplete, digest([UInt8](document)), String(decoding: document, as: UTF8.self),
                ]
            )
            return manifest
        }
    }

    /// What the books say is missing of a day, in time; also where it has no manifest.
    public nonisolated func gapsNoted(of day: Int64) async throws(ArchiveError) -> [DayManifest.Gap] {
        guard (-1_000_000...1_000_000).contains(day) else { throw .badQuestion("no such day") }
        return try await ask { database, _ in try DayNotes.of(day, in: database).map(DayManifest.Gap.init) }
    }

    /// The manifest of a day, as the JSON that its digest is of; `nil` when it has none yet.
    public nonisolated func manifest(of day: Int64) async throws(ArchiveError) -> (document: String, sha256: String)? {
        let found: [String]? = try await ask { database, _ in
            try Row.fetchOne(database, sql: "SELECT document, sha256 FROM manifest WHERE day = ?", arguments: [day])
                .map { [$0[0], $0[1]] }
        }
        return found.map { ($0[0], $0[1]) }
    }
}
