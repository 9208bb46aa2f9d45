import Foundation
import GRDB
import Watch

/// Alerts and what is still to be delivered of them, in a database of its own, `outbox.sqlite`, which only its owner may read.
///
/// Alerts, their deliveries and the state of the engine that made them are written in one transaction, and what was written is on the disk
/// when a call returns: a crash loses none and matches none twice. Calls wait for the disk.
public final class OutboxStore: Sendable {
    public static let name = "outbox.sqlite"

    let path: String
    let database: DatabasePool

    /// Opens the outbox of a folder; both are made if need be, readable by their owner alone.
    public init(folder: String) throws(OutboxStoreError) {
        path = folder + "/" + Self.name
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(
                    atPath: path,
                    contents: nil,
                    attributes: [.posixPermissions: 0o600]
                )
            }
            database = try DatabasePool(path: path, configuration: Self.configuration())
            try database.read { try OutboxSchema.refuseNewer($0) }
            try OutboxSchema.migrator.migrate(database)
        } catch {
            throw Self.wrapped(error, path)
        }
    }

    /// Closes the database; no other call may be running.
    public func close() throws(OutboxStoreError) {
        do { try database.close() } catch { throw Self.wrapped(error, path) }
    }

    /// Writes without changing anything: whether an alert could be kept now.
    public func probe() throws(OutboxStoreError) {
        try write { try $0.execute(sql: "UPDATE engine SET one = one") }
    }

    func read<Value>(_ body: (Database) throws -> Value) throws(OutboxStoreError) -> Value {
        do { return try database.read(body) } catch { throw Self.wrapped(error, path) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws(OutboxStoreError) -> Value {
        do { return try database.write(body) } catch { throw Self.wrapped(error, path) }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "outbox"
        configuration.maximumReaderCount = 3
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // FULL: in the log that is synchronised at each commit, acknowledged means on the disk.
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
                    PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY
                    """
            )
        }
        return configuration
    }

    static func wrapped(_ error: any Error, _ path: String) -> OutboxStoreError {
        switch error {
        case let error as OutboxStoreError: return error
        case let error as DatabaseError:
            let reason = error.message ?? "code \(error.resultCode.rawValue)"
            switch error.resultCode {
            case .SQLITE_FULL: return .full
            case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY:
                return .unreadable(path: path, reason: reason)
            default: return .failed(reason)
            }
        default: return .failed("\(type(of: error))")
        }
    }
}
