import GRDB

extension DayManifests {
    /// Puts a day's manifest together from what is in the database.
    static func make(_ day: Int64, digest: ([UInt8]) -> String, in database: Database) throws -> DayManifest {
        let stretch = Moments.times(ofDay: day)
        var (chunks, rows, lines) = (0, 0, "")
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT address, address_kind, start, length, licence, origin, form, crc, n FROM chunk
                JOIN terms ON terms.id = chunk.terms
                WHERE chunk.id IN (SELECT id FROM chunk INDEXED BY chunk_by_time
                    WHERE length IN (\(Moments.day), \(Moments.quarter)) AND start >= ? AND start < ?)
                ORDER BY address, address_kind, start, length, licence, origin, form
                """,
            arguments: [stretch.lowerBound, stretch.upperBound]
        )
        while let row = try cursor.next() {
            chunks += 1
            rows.addBounded(row[8])
            let key: [String] = (0..<8).map { (row[$0] as String?) ?? "" }
            lines += key.joined(separator: " ") + "\n"
        }
        let up = try UptimeTable.intervals(in: stretch, database)
        let notes = try DayNotes.of(day, in: database)
        let gaps = gaps(of: stretch, up: up, notes: notes)
        let previous = try String.fetchOne(
            database,
            sql: "SELECT sha256 FROM manifest WHERE day = ?",
            arguments: [day - 1]
        )
        func intervals(_ ranges: [Range<Int64>]) -> [DayManifest.Interval] {
            ranges.map { DayManifest.Interval(from: $0.lowerBound, to: $0.upperBound) }
        }
        return DayManifest(
            day: day,
            isComplete: gaps.isEmpty,
            gaps: gaps,
            chunks: chunks,
            rows: rows,
            contents: digest(Array(lines.utf8)),
            processUp: intervals(up[UptimeTable.process] ?? []),
            receivers: up.filter { $0.key != UptimeTable.process }.sorted { $0.key < $1.key }.map {
                DayManifest.Receiver(id: UInt32(truncatingIfNeeded: $0.key), up: intervals($0.value))
            },
            removed: notes.filter { $0.kind == .removed }.map(\.detail),
            previous: previous ?? "",
            version: 1
        )
    }

    /// A day is complete if the program and at least one receiver were up for all of it and nothing was lost or deleted.
    private static func gaps(
        of stretch: Range<Int64>,
        up: [Int64: [Range<Int64>]],
        notes: [DayNotes.Note]
    ) -> [DayManifest.Gap] {
        func all(_ ranges: [Range<Int64>], _ reason: String) -> [DayManifest.Gap] {
            ranges.map { DayManifest.Gap(from: $0.lowerBound, to: $0.upperBound, reason: reason) }
        }
        let receivers = up.filter { $0.key != UptimeTable.process }.flatMap(\.value)
        return all(UptimeTable.gaps(in: stretch, between: up[UptimeTable.process] ?? []), "process down")
            + all(UptimeTable.gaps(in: stretch, between: receivers), "no receiver up")
            + notes.map(DayManifest.Gap.init)
    }
}

extension DayManifest.Gap {
    init(_ note: DayNotes.Note) {
        self.init(
            from: note.during.lowerBound,
            to: note.during.upperBound,
            reason: note.kind.rawValue + ": " + note.detail
        )
    }
}
