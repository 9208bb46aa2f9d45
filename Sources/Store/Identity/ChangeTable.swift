import Aero
import GRDB

/// Everything that changed what is held, in order.
enum ChangeTable {
    enum Kind: Int64 {
        case imported = 1
        case undone = 2
        case retired = 3
    }

    /// Notes a change. Its time is later than that of any before it, whatever the clock says: what was known on a day stays.
    static func add(
        _ kind: Kind,
        source: Int64,
        at time: Timestamp,
        version: String = "",
        sha256: String = "",
        file: String = "",
        undoes: Int64? = nil,
        in database: Database
    ) throws -> Int64 {
        let last = try Int64.fetchOne(database, sql: "SELECT max(t) FROM change")
        let moment = max(time.milliseconds, last.map { $0 + 1 } ?? .min)
        try database.execute(
            sql: "INSERT INTO change (t, kind, source, version, sha256, file, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [moment, kind.rawValue, source, version, sha256, file, undoes]
        )
        return database.lastInsertedRowID
    }

    static func close(_ change: Int64, report: IdentityImportReport, in database: Database) throws {
        try database.execute(
            sql: "UPDATE change SET rows = ?, bad = ?, opened = ?, closed = ? WHERE id = ?",
            arguments: [
                report.rows, report.badRowCount, report.new + report.changed, report.closed + report.changed, change,
            ]
        )
    }
}
