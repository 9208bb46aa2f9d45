import GRDB
import Tracking

/// The steps from an empty file to the newest schema, in order. A step that was released is never changed.
enum ArchiveSchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 chunks", migrate: FirstSchema.create)
        migrator.registerMigration("002 day counts", migrate: DayCountsSchema.create)
        return migrator
    }

    /// Whether a database was made by a newer program, and by which step one sees that.
    ///
    /// - Throws: `newerSchema`.
    static func refuseNewer(_ database: Database, than migrator: DatabaseMigrator = migrator) throws {
        let applied = try migrator.appliedIdentifiers(database)
        let known = migrator.migrations
        if let strange = applied.subtracting(known).max() {
            throw ArchiveError.newerSchema(found: strange, known: known.last ?? "none")
        }
    }
}
