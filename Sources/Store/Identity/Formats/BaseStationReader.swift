import Aero
import GRDB

/// `BaseStation.sqb`: a database of somebody else's, opened read-only and believed in nothing.
///
/// Its pages are checked before a row is read, only an ordinary table counts, and a cell longer than 200 characters is empty. Notes, tags and
/// addresses of owners are never read.
final class BaseStationReader: IdentityReader {
    private let queue: DatabaseQueue
    private let columns: [String]
    private let companies: Bool
    private var rows: [Row] = []
    private var place = 0
    private var last: Int64 = .min
    private var number = 0
    private var isOver = false
    private static let step = 1_000
    private static let wanted = [
        "ModeS", "Registration", "ICAOTypeCode", "SerialNo", "OperatorFlagCode", "RegisteredOwners", "CurrentRegDate",
        "DeRegDate", "YearBuilt",
    ]

    /// - Throws: `badFile`, `notThisFormat`.
    init(path: String, companies: Bool) throws(IdentityError) {
        self.companies = companies
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.label = "basestation"
            configuration.prepareDatabase { database in
                try database.execute(
                    sql: """
                        PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA query_only = ON;
                        PRAGMA cache_size = -8000
                        """
                )
            }
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            self.queue = queue
            columns = try queue.read { database in
                // Damage, and pages that are used twice: a small file could give a cell without end.
                guard try String.fetchAll(database, sql: "PRAGMA quick_check(1)") == ["ok"] else {
                    throw IdentityError.badFile("its pages are damaged")
                }
                return try Self.columns(database)
            }
        } catch {
            throw Self.wrapped(error)
        }
        guard columns.contains("ModeS"), columns.contains("Registration") else {
            throw .notThisFormat(.baseStation, missing: "the table Aircraft with ModeS and Registration")
        }
    }

    var encoding: String { "UTF-8" }

    private static func columns(_ database: Database) throws -> [String] {
        let sql = try String.fetchOne(
            database,
            sql:
                "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'Aircraft' COLLATE NOCASE AND typeof(sql) = 'text'"
        )
        guard let sql, sql.uppercased().hasPrefix("CREATE TABLE"), !sql.uppercased().contains("WITHOUT ROWID") else {
            return []
        }
        // Hidden and computed columns are not listed by table_info.
        let names = try Row.fetchAll(database, sql: "PRAGMA table_info(Aircraft)").compactMap { $0["name"] as String? }
        return wanted.filter { name in names.contains { $0.lowercased() == name.lowercased() } }
    }

    func next(into row: inout IdentityRow) throws(IdentityError) -> Bool {
        if place == rows.count, !isOver { try load() }
        guard place < rows.count else { return false }
        let found = rows[place]
        place += 1
        number += 1
        row.clear(line: number)
        take(found, &row)
        return true
    }

    private func load() throws(IdentityError) {
        let cells = columns.map {
            "CASE WHEN typeof(\($0)) IN ('text', 'integer') AND length(\($0)) <= 200 THEN CAST(\($0) AS TEXT) END AS \($0)"
        }
        let after = last
        do {
            rows = try queue.read { database in
                try Row.fetchAll(
                    database,
                    sql:
                        "SELECT rowid AS number, \(cells.joined(separator: ", ")) FROM Aircraft WHERE rowid > ? ORDER BY rowid LIMIT ?",
                    arguments: [after, Self.step]
                )
            }
        } catch {
            throw Self.wrapped(error)
        }
        place = 0
        isOver = rows.count < Self.step
        if let number: Int64 = rows.last?["number"] { last = number }
    }

    private func take(_ found: Row, _ row: inout IdentityRow) {
        guard row.takeAddress(text("ModeS", found)) else { return }
        let from = IdentityDate.end(text("CurrentRegDate", found)) ?? .open
        let to = IdentityDate.end(text("DeRegDate", found)) ?? .open
        row.takeRegistration(text("Registration", found), .list, validity: Validity(from: from, to: to))
        let type = text("ICAOTypeCode", found)
        row.take(.type, type, .list)
        if !type.isEmpty { row.take(.serial, text("SerialNo", found), .list) }
        row.take(.operatorCode, text("OperatorFlagCode", found), .list)
        row.take(filtered: .aircraftOperator, text("RegisteredOwners", found), .list, companies: companies)
        row.take(.built, text("YearBuilt", found), .list)
    }

    private func text(_ column: String, _ row: Row) -> String {
        guard columns.contains(column) else { return "" }
        // Bytes that are no text come out of a hostile file too.
        let value: DatabaseValue = row[column]
        guard case .string(let text) = value.storage else { return "" }
        return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }

    private static func wrapped(_ error: any Error) -> IdentityError {
        switch error {
        case let error as IdentityError: error
        case let error as DatabaseError: .badFile(error.message ?? "it is no database")
        default: .badFile("it cannot be opened")
        }
    }
}
