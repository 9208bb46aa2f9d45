import Aero
import GRDB

/// Conflicts in the database: found anew after each change, kept while they are found.
enum ConflictTable {
    /// Makes the table into which is put what is found.
    static func prepare(_ database: Database) throws {
        try database.execute(
            sql: """
                DROP TABLE IF EXISTS temp.found;
                CREATE TEMP TABLE found (
                    kind INTEGER NOT NULL, subject INTEGER NOT NULL, found TEXT NOT NULL, owner INTEGER NOT NULL, rule TEXT NOT NULL,
                    sources TEXT NOT NULL, PRIMARY KEY (kind, subject, found, owner)
                ) WITHOUT ROWID;
                """
        )
    }

    /// Finds all conflicts in what is held, notes the new ones and ends those that are gone.
    ///
    /// - Parameter source: whose rows were read just now; conflicts in rows of others stay as they are.
    static func refresh(
        after change: Int64,
        rowsOf source: Int64?,
        report: inout IdentityImportReport,
        in database: Database
    ) throws {
        try find(in: database)
        let same = "kind = f.kind AND subject = f.subject AND found = f.found AND owner = f.owner"
        // What other sources say now is a row of its own: as of an earlier day, those are named that said it then.
        try database.execute(
            sql: """
                UPDATE conflict AS f SET until = ?1
                WHERE until IS NULL AND EXISTS (SELECT 1 FROM temp.found t WHERE \(same) AND t.sources <> f.sources)
                """,
            arguments: [change]
        )
        let renewed = database.changesCount
        try database.execute(
            sql: """
                INSERT INTO conflict (kind, subject, found, owner, rule, sources, since)
                SELECT kind, subject, found, owner, rule, sources, ?1 FROM temp.found f
                WHERE NOT EXISTS (SELECT 1 FROM conflict c WHERE c.kind = f.kind AND c.subject = f.subject AND c.found = f.found
                    AND c.owner = f.owner AND c.until IS NULL)
                """,
            arguments: [change]
        )
        report.conflicts = database.changesCount - renewed
        try database.execute(
            sql: """
                UPDATE conflict AS f SET until = ?1 WHERE until IS NULL AND owner IN (0, ?2)
                    AND NOT EXISTS (SELECT 1 FROM temp.found WHERE \(same))
                """,
            arguments: [change, source ?? 0]
        )
        report.settledConflicts = database.changesCount
        try database.execute(sql: "DELETE FROM temp.found")
    }

    /// Conflicts in the rows of a source end with it.
    static func closeRows(of source: Int64, by change: Int64, in database: Database) throws {
        try database.execute(
            sql: "UPDATE conflict SET until = ? WHERE owner = ? AND until IS NULL",
            arguments: [change, source]
        )
    }

    /// Brings the conflicts in the rows of a source to what they were before an import: by content, as with facts.
    static func undo(_ id: Int64, of source: Int64, by change: Int64, in database: Database) throws {
        let same = "o.kind = f.kind AND o.subject = f.subject AND o.found = f.found AND o.owner = f.owner"
        try database.execute(
            sql: """
                UPDATE conflict AS f SET until = ?1 WHERE owner = ?2 AND until IS NULL AND since >= ?3 AND NOT EXISTS (
                    SELECT 1 FROM conflict o WHERE \(same) AND o.since < ?3 AND (o.until IS NULL OR o.until >= ?3))
                """,
            arguments: [change, source, id]
        )
        try database.execute(
            sql: """
                INSERT OR IGNORE INTO conflict (kind, subject, found, owner, rule, sources, since)
                SELECT kind, subject, found, owner, rule, sources, ?1 FROM conflict WHERE owner = ?2 AND since < ?3 AND until >= ?3
                """,
            arguments: [change, source, id]
        )
    }

    // MARK: - Finding

    /// A registration by its hash, and where it stands.
    private struct Place {
        let hash: UInt64
        let subject: UInt32
    }

    private static let selection = """
        SELECT f.subject, f.object, f.valid_from, f.valid_to, f.marks, f.source FROM fact f
        WHERE f.relation = 1 AND f.known_to IS NULL AND f.subject < 33554432
        """

    private static func find(in database: Database) throws {
        // Each fact is found by itself: what the same was found in is joined, in the order in which facts are read.
        let insert = try database.makeStatement(
            sql: """
                INSERT INTO temp.found VALUES (?, ?, ?, 0, ?, ?) ON CONFLICT DO UPDATE SET sources =
                    CASE WHEN ',' || sources || ',' LIKE '%,' || excluded.sources || ',%' THEN sources
                    ELSE sources || ',' || excluded.sources END
                """
        )
        var places: [Place] = []
        var finder = ConflictFinder(.byAddress)
        var found: [IdentityConflict] = []
        let rows = try Row.fetchCursor(database, sql: selection + " ORDER BY f.subject")
        while let row = try rows.next() {
            guard let fact = fact(of: row) else { continue }
            places.append(Place(hash: hash(fact.object), subject: UInt32(truncatingIfNeeded: fact.subject.code)))
            finder.add(fact, into: &found)
            if !found.isEmpty { try keep(&found, insert) }
        }
        finder.finish(into: &found)
        try keep(&found, insert)
        places.sort { ($0.hash, $0.subject) < ($1.hash, $1.subject) }
        try findTwice(places, insert, in: database)
    }

    /// Registrations on two addresses: only groups of the same hash are fetched again.
    private static func findTwice(_ places: [Place], _ insert: Statement, in database: Database) throws {
        let facts = try database.makeStatement(sql: selection + " AND f.subject = ?")
        var start = 0
        while start < places.count {
            var end = start + 1
            while end < places.count, places[end].hash == places[start].hash { end += 1 }
            defer { start = end }
            guard places[start].subject != places[end - 1].subject else { continue }
            let subjects = Set(places[start..<end].prefix(ConflictFinder.largestGroup).map(\.subject)).sorted()
            var group: [(fact: IdentityFact, text: [UInt8])] = []
            for subject in subjects {
                for row in try Row.fetchAll(facts, arguments: [subject]) {
                    guard let fact = fact(of: row), hash(fact.object) == places[start].hash else {
                        continue
                    }
                    group.append((fact, RegistrationText.compact(fact.object)))
                }
            }
            group.sort { $0.text.lexicographicallyPrecedes($1.text) }
            var finder = ConflictFinder(.byRegistration)
            var found: [IdentityConflict] = []
            for (fact, _) in group { finder.add(fact, into: &found) }
            finder.finish(into: &found)
            try keep(&found, insert)
        }
    }

    private static func keep(_ found: inout [IdentityConflict], _ insert: Statement) throws {
        for conflict in found {
            let sources = Set(conflict.facts.map(\.source)).sorted().map { String($0) }.joined(separator: ",")
            try insert.execute(arguments: [
                conflict.kind.rawValue, conflict.subject?.code ?? -1, conflict.values.joined(separator: "\n"),
                conflict.rule?.name ?? "",
                sources,
            ])
        }
        found.removeAll(keepingCapacity: true)
    }

    /// A fact as the finder needs it.
    private static func fact(of row: Row) -> IdentityFact? {
        let marks: Int64 = row[4]
        guard let subject = IdentitySubject(code: row[0]), let from = ValidityEnd(code: row[2]),
            let to = ValidityEnd(code: row[3]),
            let kind = IdentitySourceKind(rawValue: UInt8(marks & 15)),
            let confidence = IdentityConfidence(rawValue: UInt8(marks >> 4 & 15)),
            let polarity = IdentityFact.Polarity(rawValue: UInt8(marks >> 8 & 15))
        else { return nil }
        return IdentityFact(
            subject,
            .registration,
            row[1],
            validity: Validity(from: from, to: to),
            known: KnowledgeInterval(from: Timestamp(nanoseconds: 0)),
            source: row[5],
            kind: kind,
            licence: .unknown,
            confidence: confidence,
            polarity: polarity
        )
    }

    /// FNV-1a of the letters and digits.
    private static func hash(_ text: String) -> UInt64 {
        RegistrationText.compact(text).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
