import Aero
import GRDB

/// One import within its transaction: compares what a file says with what its source said before.
struct IdentityImporter {
    /// Rows that are read at most.
    static let mostRows = 5_000_000
    /// Conflicts of a file's own rows that are kept; the report counts all bad rows.
    static let mostRowConflicts = 10_000

    let database: Database
    let source: Int64
    let change: Int64
    var report: IdentityImportReport

    /// A bit for each of the 2^25 addresses that the file named.
    private var seen = [UInt64](repeating: 0, count: 1 << 19)
    private var seenAirframes: Set<Int64> = []
    private var rowConflicts = 0
    private let held: Statement
    private let insert: Statement
    private let close: Statement
    private let reopen: Statement
    private let note: Statement

    init(_ database: Database, source: Int64, change: Int64, report: IdentityImportReport) throws {
        self.database = database
        self.source = source
        self.change = change
        self.report = report
        held = try database.makeStatement(
            sql: """
                SELECT relation, object, valid_from, valid_to, marks, known_from, known_to FROM fact
                WHERE subject = ?1 AND source = ?2 AND (known_to IS NULL OR known_to = ?3)
                """
        )
        insert = try database.makeStatement(sql: "INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)")
        let key = """
            subject = ? AND source = ? AND relation = ? AND object = ? AND valid_from = ? AND valid_to = ? AND marks = ? AND known_from = ?
            """
        close = try database.makeStatement(sql: "UPDATE fact SET known_to = ?1 WHERE " + Self.numbered(key))
        reopen = try database.makeStatement(
            sql: "UPDATE fact SET known_to = NULL WHERE known_to = ?1 AND " + Self.numbered(key)
        )
        note = try database.makeStatement(sql: "INSERT OR IGNORE INTO temp.found VALUES (?1, ?2, ?3, ?4, '', ?4)")
    }

    private static func numbered(_ key: String) -> String {
        var number = 1
        return key.map { character in
            guard character == "?" else { return String(character) }
            number += 1
            return "?\(number)"
        }.joined()
    }

    /// Reads the whole file.
    mutating func run(_ reader: any IdentityReader) throws {
        var row = IdentityRow()
        while try reader.next(into: &row) {
            report.rows += 1
            guard report.rows <= Self.mostRows else { throw IdentityError.tooManyRows(limit: Self.mostRows) }
            report.namesLeftOut += row.namesLeftOut
            for fault in row.faults { report.note(line: row.line, fault) }
            try keepConflicts(of: row)
            let statements = row.statements.filter(\.validity.isOrdered)
            if statements.count < row.statements.count {
                report.note(line: row.line, "it ends before it begins: left out")
            }
            guard let subject = row.subject else { continue }
            try take(statements, about: subject.code)
        }
        report.encoding = reader.encoding
    }

    /// Ends what the file says nothing of any more.
    mutating func closeUnseen() throws {
        let subjects = try Int64.fetchCursor(
            database,
            sql: "SELECT DISTINCT subject FROM fact WHERE source = ? AND known_to IS NULL AND known_from < ?",
            arguments: [source, change]
        )
        var gone: [Int64] = []
        while let subject = try subjects.next() {
            if !wasSeen(subject) { gone.append(subject) }
        }
        for subject in gone { try take([], about: subject) }
    }

    // MARK: - One row

    private mutating func take(_ statements: [IdentityStatement], about subject: Int64) throws {
        let isFirst = !wasSeen(subject)
        if subject < 1 << 25 {
            seen[Int(subject) >> 6] |= 1 << UInt64(subject & 63)
        } else {
            seenAirframes.insert(subject)
        }
        var (current, ended) = try held(about: subject)
        var opened: [UInt8] = []
        for statement in statements {
            let key = statement.key
            if let known = current[key] {
                if known != change { report.unchanged += 1 }
                // Said once more by the same file it counts once.
                current[key] = change
                continue
            }
            current[key] = change
            if let known = ended.removeValue(forKey: key) {
                try execute(reopen, key, about: subject, known: known)
                report.closed -= 1
                report.unchanged += 1
                continue
            }
            try insert.execute(arguments: [
                subject, source, key.relation, key.object, key.validFrom, key.validTo, key.marks, change,
                statement.detail,
            ])
            opened.append(key.relation)
        }
        var replaced = 0
        if isFirst {
            for (key, known) in current where known < change {
                try execute(close, key, about: subject, known: known)
                if let place = opened.firstIndex(of: key.relation) {
                    opened.remove(at: place)
                    replaced += 1
                } else {
                    report.closed += 1
                }
            }
        }
        report.changed += replaced
        report.new += opened.count
    }

    /// What the source says of a subject until now, and what this import ended of it, each with the change that brought it.
    private func held(
        about subject: Int64
    ) throws -> ([IdentityStatement.Key: Int64], [IdentityStatement.Key: Int64]) {
        var current: [IdentityStatement.Key: Int64] = [:]
        var ended: [IdentityStatement.Key: Int64] = [:]
        let rows = try Row.fetchCursor(held, arguments: [subject, source, change])
        while let row = try rows.next() {
            let key = IdentityStatement.Key(
                relation: row[0],
                object: row[1],
                validFrom: row[2],
                validTo: row[3],
                marks: row[4]
            )
            if (row[6] as Int64?) == nil { current[key] = row[5] } else { ended[key] = row[5] }
        }
        return (current, ended)
    }

    private func execute(
        _ statement: Statement,
        _ key: IdentityStatement.Key,
        about subject: Int64,
        known: Int64
    ) throws {
        try statement.execute(arguments: [
            change, subject, source, key.relation, key.object, key.validFrom, key.validTo, key.marks, known,
        ])
    }

    private func wasSeen(_ subject: Int64) -> Bool {
        subject < 1 << 25
            ? seen[Int(subject) >> 6] & 1 << UInt64(subject & 63) != 0 : seenAirframes.contains(subject)
    }

    private mutating func keepConflicts(of row: IdentityRow) throws {
        for (kind, values) in row.conflicts where rowConflicts < Self.mostRowConflicts {
            rowConflicts += 1
            try note.execute(arguments: [
                kind.rawValue, row.subject?.code ?? -1, values.joined(separator: "\n"), source,
            ])
        }
    }
}
