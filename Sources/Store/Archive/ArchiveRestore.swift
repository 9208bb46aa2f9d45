import Foundation
import GRDB
public import Tracking

/// An archive that is being made out of a backup: everything is checked and copied first, and what has got its name is whole.
///
/// Holds the folder until it is gone. A restore that is not finished leaves nothing that stands in the way of the next.
public final class ArchiveRestore {
    private let lock: FolderLock
    private let backup: String
    private let target: String
    private var half: String { target + ".part" }

    /// - Throws: `inUse` when a program has the folder, `unreadable` when it holds an archive or the backup is damaged.
    public init(_ backup: String, to folder: String) throws(ArchiveError) {
        self.backup = backup
        target = folder + "/" + ArchiveDatabase.name
        let manager = FileManager.default
        do {
            try PrivateFiles.makeFolder(folder + "/open")
            try PrivateFiles.makeFolder(folder)
        } catch {
            throw .unreadable(path: folder, reason: error.localizedDescription)
        }
        lock = try FolderLock(folder: folder)
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
            // Of a restore that was not finished: the folder is ours, and it has no archive.
            try? manager.removeItem(atPath: target + ".part")
            try manager.copyItem(atPath: backup, toPath: target + ".part")
            PrivateFiles.takeFromOthers(target + ".part")
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: target + ".part"))
            try handle.synchronize()
            try handle.close()
        } catch {
            throw ArchiveDatabase.wrapped(error, path: backup)
        }
    }

    /// Gives the archive its name.
    public func finish() throws(ArchiveError) {
        do { try FileManager.default.moveItem(atPath: half, toPath: target) } catch {
            throw ArchiveDatabase.wrapped(error, path: backup)
        }
        try FileTrouble.syncFolder(of: target)
    }

    /// Takes the name away again.
    public func takeBack() { try? FileManager.default.moveItem(atPath: target, toPath: half) }
}
