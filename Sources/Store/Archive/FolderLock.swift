import Foundation
import Tracking

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Holds a folder for one process, as long as this lives. The system lets go of it however the process ends.
struct FolderLock: ~Copyable {
    private let descriptor: Int32

    /// - Throws: `inUse` when another has it, `unreadable` when the file cannot be made.
    init(folder: String) throws(ArchiveError) {
        let path = folder + "/lock"
        // safe: the text outlives the call.
        let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileTrouble.error(errno, path: path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(file)
            throw code == EWOULDBLOCK ? .inUse(path: folder) : FileTrouble.error(code, path: path)
        }
        descriptor = file
    }

    deinit { close(descriptor) }
}
