import Foundation
import GRDB
import Tracking

/// Opens the database of a store and says what went wrong in the words of the archive.
enum ArchiveDatabase {
    static let name = "pelacak.sqlite"

    /// Opens the file, makes it if need be, and brings its schema up to date.
    ///
    /// - Parameter step: of the schema, after which none is taken; `nil` for all there are.
    /// - Throws: `newerSchema`, `unreadable`, `full`, `failed`.
    static func open(
        folder: String,
        realm: ArchiveRealm,
        settings: ArchiveSettings,
        upTo step: String? = nil
    ) throws(ArchiveError) -> DatabasePool {
        let path = folder + "/" + name
        // SQLite gives the files beside it the rights of this one.
        PrivateFiles.makeFile(path)
        for ending in ["-wal", "-shm"] { PrivateFiles.takeFromOthers(path + ending) }
        do {
            let pool = try DatabasePool(path: path, configuration: configuration(settings))
            // A log is deleted once its rows are here: then they must be on the disk, whatever happens to the power.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            try migrate(pool, settings.migrator, upTo: step, folder: folder)
            try pool.write { database in
                let found = try String.fetchOne(database, sql: "SELECT value FROM fact WHERE name = 'realm'")
                if let found, found != realm.rawValue {
                    throw ArchiveError.unreadable(path: folder, reason: "it holds \(found) data, not \(realm.rawValue)")
                }
                try database.execute(sql: "INSERT OR IGNORE INTO fact VALUES ('realm', ?)", arguments: [realm.rawValue])
            }
            return pool
        } catch {
            throw wrapped(error, path: path)
        }
    }

    /// Opens the file as it is, for reading.
    ///
    /// - Throws: `newerSchema`, `unreadable`, `failed`.
    static func open(reading folder: String, realm: ArchiveRealm) throws(ArchiveError) -> DatabasePool {
        let path = folder + "/" + name
        do {
            var configuration = configuration(ArchiveSettings())
            configuration.readonly = true
            let pool = try DatabasePool(path: path, configuration: configuration)
            try pool.read { try refuseOther(than: realm, in: folder, $0) }
            return pool
        } catch {
            throw wrapped(error, path: path)
        }
    }

    /// Opens the file to change its books beside the process that has the folder, which SQLite lets both do in turn.
    ///
    /// - Throws: `newerSchema`, `unreadable`, `failed`.
    static func open(beside folder: String, realm: ArchiveRealm) throws(ArchiveError) -> DatabaseQueue {
        let path = folder + "/" + name
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration(ArchiveSettings()))
            try queue.read { try refuseOther(than: realm, in: folder, $0) }
            return queue
        } catch {
            throw wrapped(error, path: path)
        }
    }

    /// Refuses what a newer program made, and what holds another world.
    ///
    /// - Throws: `newerSchema`, `unreadable`.
    private static func refuseOther(than realm: ArchiveRealm, in folder: String, _ database: Database) throws {
        try ArchiveSchema.refuseNewer(database)
        let found = try String.fetchOne(database, sql: "SELECT value FROM fact WHERE name = 'realm'")
        guard found == realm.rawValue else {
            throw ArchiveError.unreadable(
                path: folder,
                reason: "it holds \(found ?? "unnamed") data, not \(realm.rawValue)"
            )
        }
    }

    private static func configuration(_ settings: ArchiveSettings) -> Configuration {
        var configuration = Configuration()
        configuration.label = "archive"
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // Before the first table is made, or never.
            if !database.configuration.readonly, try Int.fetchOne(database, sql: "PRAGMA page_count") == 0 {
                try database.execute(sql: "PRAGMA page_size = 4096; PRAGMA auto_vacuum = INCREMENTAL")
            }
            try database.execute(
                sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -16000"
            )
            if let limit = settings.largestPageCount { try database.execute(sql: "PRAGMA max_page_count = \(limit)") }
        }
        return configuration
    }

    /// Takes a copy before anything is changed in a database that holds something.
    private static func migrate(
        _ pool: DatabasePool,
        _ migrator: DatabaseMigrator,
        upTo step: String?,
        folder: String
    ) throws {
        let (isNew, isComplete) = try pool.read { database in
            try ArchiveSchema.refuseNewer(database, than: migrator)
            return (try migrator.appliedIdentifiers(database).isEmpty, try migrator.hasCompletedMigrations(database))
        }
        if !isNew, !isComplete {
            let copy = folder + "/before-migration.sqlite"
            try? FileManager.default.removeItem(atPath: copy)
            try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
            PrivateFiles.takeFromOthers(copy)
        }
        if let step { try migrator.migrate(pool, upTo: step) } else { try migrator.migrate(pool) }
    }

    static func wrapped(_ error: any Error, path: String) -> ArchiveError {
        switch error {
        case let error as ArchiveError: return error
        case let error as DatabaseError:
            let reason = error.message ?? "code \(error.resultCode.rawValue)"
            switch error.resultCode {
            case .SQLITE_FULL: return .full(path: path)
            case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
                return .unreadable(path: path, reason: reason)
            default: return .failed(reason)
            }
        case is CancellationError: return .failed("it was no longer wanted")
        default: return .failed("\(error)")
        }
    }
}
