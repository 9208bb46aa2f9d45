import Foundation
import Tracking

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What the system says of files, in the words of the archive.
enum FileTrouble {
    static func error(_ code: Int32, path: String) -> ArchiveError {
        switch code {
        case ENOSPC, EDQUOT, EFBIG: .full(path: path)
        case ENOENT, EACCES, EPERM, EROFS, ENOTDIR, EISDIR: .unreadable(path: path, reason: reason(code))
        default: .failed("\(path): \(reason(code))")
        }
    }

    /// Makes the names in a file's folder last.
    static func syncFolder(of path: String) throws(ArchiveError) {
        let folder = path.parentFolder
        // safe: the text outlives the call.
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw error(errno, path: folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw error(errno, path: folder) }
    }

    /// Deletes a file and makes that last; one that is not there is deleted.
    static func delete(_ path: String) throws(ArchiveError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else { throw error(errno, path: path) }
        try syncFolder(of: path)
    }

    private static func reason(_ code: Int32) -> String {
        POSIXErrorCode(rawValue: code).map { POSIXError($0).localizedDescription } ?? "error \(code)"
    }
}
