import Aero
import Foundation
import GRDB

/// Who is who: facts from many sources, each with the time for which it is said and the time in which it was held.
///
/// A database of its own, `identity.sqlite`: the history is three stores (real, simulated, imported), the world of names is one, and either is
/// backed up, moved or deleted without the other. Calls wait for the disk; the live path asks an `IdentityIndex`.
public final class IdentityStore: Sendable {
    public static let name = "identity.sqlite"

    public let folder: String
    let database: DatabasePool

    /// Opens the database of a folder, which is made if need be.
    ///
    /// - Throws: `unreadable`, `newerSchema`, `full`.
    public init(folder: String) throws(IdentityError) {
        self.folder = folder
        let path = folder + "/" + Self.name
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            database = try DatabasePool(path: path, configuration: Self.configuration())
            try Self.migrate(database, folder: folder)
        } catch {
            throw Self.wrapped(error, path: path)
        }
    }

    /// Closes the database; no other call may be running.
    public func close() throws(IdentityError) {
        do { try database.close() } catch { throw Self.wrapped(error, path: folder) }
    }

    /// Writes a whole copy as one file while everything goes on.
    ///
    /// - Parameter path: of a file that is not there yet.
    public func backup(to path: String) throws(IdentityError) {
        let half = path + ".part"
        do {
            guard !FileManager.default.fileExists(atPath: path) else {
                throw IdentityError.unreadable(path: path, reason: "there is a file of that name")
            }
            try? FileManager.default.removeItem(atPath: half)
            try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [half]) }
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: half))
            try handle.synchronize()
            try handle.close()
            try FileManager.default.moveItem(atPath: half, toPath: path)
        } catch {
            try? FileManager.default.removeItem(atPath: half)
            throw Self.wrapped(error, path: path)
        }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(IdentityError) -> Value {
        do { return try database.read(body) } catch { throw Self.wrapped(error, path: folder) }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "identity"
        configuration.maximumReaderCount = 3
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA cache_size = -24000; PRAGMA temp_store = FILE
                    """
            )
        }
        return configuration
    }

    /// Takes a copy before anything is changed in a database that holds something.
    private static func migrate(_ pool: DatabasePool, folder: String) throws {
        let migrator = IdentitySchema.migrator
        let (isNew, isComplete) = try pool.read { database in
            try IdentitySchema.refuseNewer(database)
            return (try migrator.appliedIdentifiers(database).isEmpty, try migrator.hasCompletedMigrations(database))
        }
        if !isNew, !isComplete {
            let copy = folder + "/identity-before-migration.sqlite"
            try? FileManager.default.removeItem(atPath: copy)
            try pool.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
        }
        try migrator.migrate(pool)
    }

    static func wrapped(_ error: any Error, path: String) -> IdentityError {
        switch error {
        case let error as IdentityError: return error
        case let error as DatabaseError:
            let reason = error.message ?? "code \(error.resultCode.rawValue)"
            switch error.resultCode {
            case .SQLITE_FULL: return .full
            case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
                return .unreadable(path: path, reason: reason)
            default: return .failed(reason)
            }
        case let error as ExportError: return .failed(error.description)
        default: return .failed("\(error)")
        }
    }
}
