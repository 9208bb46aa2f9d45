import Aero
import GRDB

/// Who says it, in the database.
enum SourceTable {
    /// The number of a request's source, which is made if need be.
    ///
    /// - Throws: `sourceDiffers`.
    static func source(_ request: IdentityImportRequest, in database: Database) throws -> Int64 {
        let kind = request.format.kind
        if let row = try Row.fetchOne(
            database,
            sql: "SELECT id, kind, licence FROM source WHERE name = ?",
            arguments: [request.source]
        ) {
            let licence = LicenceTag(rawValue: row[2]) ?? .unknown
            guard licence == request.licence, row[1] as Int64 == Int64(kind.rawValue) else {
                throw IdentityError.sourceDiffers(
                    name: request.source,
                    licence: licence,
                    kind: IdentitySourceKind(rawValue: UInt8(clamping: row[1] as Int64)) ?? .list
                )
            }
            return row[0]
        }
        try database.execute(
            sql: "INSERT INTO source (name, kind, licence, location) VALUES (?, ?, ?, ?)",
            arguments: [request.source, kind.rawValue, request.licence.rawValue, request.location]
        )
        return database.lastInsertedRowID
    }

    /// The import on which what a source says now rests: the last that was not taken back, if the source was not retired since.
    static func heldImport(of source: Int64, in database: Database) throws -> (id: Int64, sha256: String)? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT id, sha256, kind FROM change c WHERE source = ? AND kind IN (1, 3)
                    AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id)
                ORDER BY id DESC LIMIT 1
                """,
            arguments: [source]
        )
        guard let row, row[2] as Int64 == ChangeTable.Kind.imported.rawValue else { return nil }
        return (row[0], row[1])
    }
}
