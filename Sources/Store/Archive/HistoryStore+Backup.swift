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
        let half = Self.draft(of: path)
        do {
            try await database.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [half]) }
            PrivateFiles.takeFromOthers(half)
            // The name is given last: a file of that name is whole.
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: half))
            try handle.synchronize()
            try handle.close()
            try Self.name(half, path)
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
        let work = draft(of: path)
        do {
            try PrivateFiles.makeFolder(work)
            try PrivateFiles.makeFolder(work + "/open")
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

    /// Beside a path, a name that nobody has: what is there already is never taken for ours.
    private static func draft(of path: String) -> String {
        "\(path).\(String(UInt64.random(in: 0 ... .max), radix: 36)).part"
    }

    /// Gives a file its name, unless somebody else took that meanwhile.
    private static func name(_ draft: String, _ path: String) throws {
        // safe: both texts outlive the calls.
        if unsafe link(draft, path) == 0 {
            _ = unsafe unlink(draft)
        } else if errno == EEXIST {
            throw ArchiveError.unreadable(path: path, reason: "there is a file of that name")
        } else {
            // A disk that knows no second names.
            try FileManager.default.moveItem(atPath: draft, toPath: path)
        }
    }

    /// Makes an archive out of a backup, in a folder that has none.
    ///
    /// - Throws: `inUse` when a program has the folder, `unreadable` when it holds an archive or the backup is damaged.
    public static func restore(_ backup: String, to folder: String) throws(ArchiveError) {
        try ArchiveRestore(backup, to: folder).finish()
    }
}
