import GRDB

/// The steps from an empty file to the newest schema of identities, in order. A step that was released is never changed.
enum IdentitySchema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 facts", migrate: FirstIdentitySchema.create)
        return migrator
    }

    /// - Throws: `newerSchema`.
    static func refuseNewer(_ database: Database) throws {
        let applied = try migrator.appliedIdentifiers(database)
        let known = migrator.migrations
        if let strange = applied.subtracting(known).max() {
            throw IdentityError.newerSchema(found: strange, known: known.last ?? "none")
        }
    }
}
