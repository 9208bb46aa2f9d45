import Aero
import GRDB

/// Terms by their number in the database.
enum TermsTable {
    /// The number of terms, new or known.
    static func id(of terms: ArchiveTerms, in database: Database) throws -> Int64 {
        let arguments: StatementArguments = [terms.licence.rawValue, terms.origin ?? ""]
        try database.execute(sql: "INSERT OR IGNORE INTO terms (licence, origin) VALUES (?, ?)", arguments: arguments)
        return try Int64.fetchOne(
            database,
            sql: "SELECT id FROM terms WHERE licence = ? AND origin = ?",
            arguments: arguments
        ) ?? 0
    }

    static func all(in database: Database) throws -> [Int64: ArchiveTerms] {
        var all: [Int64: ArchiveTerms] = [:]
        for row in try Row.fetchAll(database, sql: "SELECT id, licence, origin FROM terms") {
            let origin: String = row[2]
            all[row[0]] = ArchiveTerms(
                licence: LicenceTag(rawValue: row[1]) ?? .unknown,
                origin: origin.isEmpty ? nil : origin
            )
        }
        return all
    }
}
