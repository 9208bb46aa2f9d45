import Foundation
import Tracking

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A database that was made anew beside the damaged one, and how it takes that one's place.
///
/// A file of its name is whole: from then on a crash changes nothing, since whoever opens the folder next goes on here.
struct RebuiltFile {
    private let database: String

    /// - Parameter folder: the archive's, which the caller has locked.
    init(folder: String) { database = folder + "/" + ArchiveDatabase.name }

    /// What it is called before it takes the place.
    var path: String { database + ".rebuilt" }

    /// Puts the damaged file aside and the new one in its place, if there is one.
    ///
    /// - Returns: what the damaged one is called now; `nil` where nothing was done.
    @discardableResult
    func takePlaceIfWhole() throws(ArchiveError) -> String? {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else { return nil }
        let aside = freeName(manager)
        // Second names first: at every moment there is a database of the usual name, and the damaged one under some name.
        try keep(database, as: aside, manager)
        try keep(database + "-wal", as: aside + "-wal", manager)
        try FileTrouble.syncFolder(of: database)
        // A journal of the old file would be played into the new one.
        for ending in ["-wal", "-shm"] { try FileTrouble.delete(database + ending) }
        // safe: the texts outlive the call.
        guard unsafe rename(path, database) == 0 else { throw FileTrouble.error(errno, path: path) }
        try FileTrouble.syncFolder(of: database)
        return aside
    }

    /// A name that no other file has, nor another's journal; the one from before where a crash came in between.
    private func freeName(_ manager: FileManager) -> String {
        var (name, copy) = (database + ".damaged", 1)
        while !isFree(name, manager), !isOurs(name, manager) {
            copy += 1
            name = "\(database).damaged-\(copy)"
        }
        return name
    }

    private func isFree(_ name: String, _ manager: FileManager) -> Bool {
        !manager.fileExists(atPath: name) && !manager.fileExists(atPath: name + "-wal")
    }

    /// Whether it is a second name of our file, with our journal or none beside it.
    private func isOurs(_ name: String, _ manager: FileManager) -> Bool {
        guard let inode = Self.inode(name, manager), inode == Self.inode(database, manager) else { return false }
        // Ours may have lost its first name already.
        guard let journal = Self.inode(name + "-wal", manager), let own = Self.inode(database + "-wal", manager) else {
            return true
        }
        return journal == own
    }

    private func keep(_ file: String, as aside: String, _ manager: FileManager) throws(ArchiveError) {
        guard manager.fileExists(atPath: file), !manager.fileExists(atPath: aside) else { return }
        // safe: both texts outlive the call.
        if unsafe link(file, aside) == 0 { return }
        // A disk that knows no second names. What is deleted after this must be on the disk under its new one.
        do {
            try manager.copyItem(atPath: file, toPath: aside)
            let handle = try FileHandle(forUpdating: URL(fileURLWithPath: aside))
            defer { try? handle.close() }
            try handle.synchronize()
        } catch {
            try? manager.removeItem(atPath: aside)
            throw ArchiveDatabase.wrapped(error, path: aside)
        }
    }

    private static func inode(_ path: String, _ manager: FileManager) -> UInt64? {
        (try? manager.attributesOfItem(atPath: path))?[.systemFileNumber] as? UInt64
    }
}
