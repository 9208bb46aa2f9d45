import Foundation

/// Files that only their owner may read.
enum PrivateFile {
    /// Replaces a file at once or not at all; mode 0600 from its first byte on, on disk before its name is.
    static func replace(_ path: String, with data: Data) -> Bool {
        let draft = path + ".new"
        try? FileManager.default.removeItem(atPath: draft)
        guard let handle = create(draft) else { return false }
        do {
            try handle.write(contentsOf: data)
            try handle.synchronize()
            try handle.close()
        } catch { return false }
        // safe: both paths live as long as the call.
        return unsafe rename(draft, path) == 0
    }

    /// Adds whole lines to a file, which is made where there is none; on disk when this returns. A line that a crash cut short before them
    /// stays one of its own.
    static func append(_ lines: Data, to path: String) -> Bool {
        if !FileManager.default.fileExists(atPath: path) { try? create(path)?.close() }
        guard let handle = FileHandle(forUpdatingAtPath: path) else { return false }
        defer { try? handle.close() }
        let end = UInt8(ascii: "\n")
        do {
            let length = try handle.seekToEnd()
            var data = Data()
            if length > 0 {
                try handle.seek(toOffset: length - 1)
                if try handle.read(upToCount: 1)?.first != end { data.append(end) }
            }
            data += lines
            try handle.write(contentsOf: data)
            try handle.synchronize()
            return true
        } catch { return false }
    }

    /// Waits until no other program holds the lock, which is a file of its own; it is held until the handle is closed.
    static func lock(_ path: String) -> FileHandle? {
        if !FileManager.default.fileExists(atPath: path) { _ = create(path) }
        guard let handle = FileHandle(forUpdatingAtPath: path) else { return nil }
        guard flock(handle.fileDescriptor, LOCK_EX) == 0 else {
            try? handle.close()
            return nil
        }
        return handle
    }

    /// Makes an empty file that was not there, and follows no link to make it. What root makes in the folder of the service belongs to the
    /// folder's owner, or the service could not read it.
    static func create(_ path: String) -> FileHandle? {
        // safe: the path lives as long as the call.
        let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        if geteuid() == 0, let owner = try? FileManager.default.attributesOfItem(atPath: folder),
            let user = (owner[.ownerAccountID] as? NSNumber)?.uint32Value,
            let group = (owner[.groupOwnerAccountID] as? NSNumber)?.uint32Value
        {
            _ = fchown(descriptor, user, group)
        }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
