import Foundation
import GRDB
public import Tracking

extension HistoryStore {
    /// Writes a whole copy of the archive as one file while everything goes on.
    ///
    /// What was acknowledged before the call is in it.
    /// - Parameter path: of a file that is not there yet.
    public func backup(to path: String) async throws(ArchiveError) {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw .unreadable(path: path, reason: "there is a file of that name")
        }
        try await seal()
        let half = path + ".part"
        try? FileManager.default.removeItem(atPath: half)
        do {
            try await database.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [half]) }
            // The name is given last: a file of that name is whole.
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: half))
            try handle.synchronize()
            try handle.close()
            try FileManager.default.moveItem(atPath: half, toPath: path)
        } catch {
            try? FileManager.default.removeItem(atPath: half)
            throw ArchiveDatabase.wrapped(error, path: path)
        }
        try FileTrouble.syncFolder(of: path)
    }

    /// Writes a whole copy of an archive as one file, whether another process has the folder or nobody.
    ///
    /// What was acknowledged before the call is in it. The logs are copied first and the database after them: what is sealed in between is
    /// in both, and twice is once. A folder beside the file takes both and is brought together there; it is gone afterwards.
    /// - Parameter path: of a file that is not there yet.
    public static func backup(
        of folder: String,
        realm: ArchiveRealm,
        to path: String
    ) async throws(ArchiveError) {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: path) else {
            throw .unreadable(path: path, reason: "there is a file of that name")
        }
        let work = path + ".work"
        do {
            try? manager.removeItem(atPath: work)
            try manager.createDirectory(atPath: work + "/open", withIntermediateDirectories: true)
            defer { try? manager.removeItem(atPath: work) }
            for log in try logs(in: folder) {
                let copy = work + "/open/\(log.number).log"
                do { try manager.copyItem(atPath: log.path, toPath: copy) } catch {
                    // One that is gone meanwhile was sealed.
                    if manager.fileExists(atPath: log.path) { throw error }
                }
            }
            let pool = try ArchiveDatabase.open(reading: folder, realm: realm)
            try await pool.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM INTO ?", arguments: [work + "/" + ArchiveDatabase.name])
            }
            try pool.close()
            // In the copy the logs are sealed as after a crash: whole entries, each once.
            let copy = try HistoryStore(folder: work, realm: realm)
            try await copy.backup(to: path)
            try await copy.close()
        } catch {
            throw ArchiveDatabase.wrapped(error, path: path)
        }
    }

    /// Makes an archive out of a backup, in a folder that has none.
    ///
    /// - Throws: `inUse` when a program has the folder, `unreadable` when it holds an archive or the backup is damaged.
    public static func restore(_ backup: String, to folder: String) throws(ArchiveError) {
        let manager = FileManager.default
        do {
            try manager.createDirectory(atPath: folder + "/open", withIntermediateDirectories: true)
        } catch {
            throw .unreadable(path: folder, reason: error.localizedDescription)
        }
        // Held to the end of this function.
        let lock = try FolderLock(folder: folder)
        defer { extendLifetime(lock) }
        let target = folder + "/" + ArchiveDatabase.name
        guard !manager.fileExists(atPath: target) else {
            throw .unreadable(path: folder, reason: "there is an archive already")
        }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let queue = try DatabaseQueue(path: backup, configuration: configuration)
            let problems = try queue.read { database in
                try ArchiveSchema.refuseNewer(database)
                return try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            }
            try queue.close()
            if let problem = problems.first { throw ArchiveError.unreadable(path: backup, reason: problem) }
            try? manager.removeItem(atPath: target + ".part")
            try manager.copyItem(atPath: backup, toPath: target + ".part")
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: target + ".part"))
            try handle.synchronize()
            try handle.close()
            try manager.moveItem(atPath: target + ".part", toPath: target)
        } catch {
            throw ArchiveDatabase.wrapped(error, path: backup)
        }
        try FileTrouble.syncFolder(of: target)
    }
}
