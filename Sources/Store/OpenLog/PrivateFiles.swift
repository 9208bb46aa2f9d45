import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Files and folders that nobody but their owner may read: what was heard, and who heard it, is nobody else's business.
enum PrivateFiles {
    /// Makes a folder and those above it that are not there, for the owner alone; one that is there becomes so, if it is ours.
    static func makeFolder(_ path: String) throws {
        var fresh = [path]
        while let above = fresh.last?.parentFolder, above != ".", above != "/",
            !FileManager.default.fileExists(atPath: above)
        { fresh.append(above) }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        // safe: the text outlives the call.
        for made in fresh { _ = unsafe chmod(made, 0o700) }
    }

    /// Makes an empty file for the owner alone; one that is there becomes so, if it is ours.
    static func makeFile(_ path: String) {
        // One that is there is not opened: SQLite's locks on it would go when it is closed again.
        // safe: the text outlives the call.
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) } else { takeFromOthers(path) }
    }

    /// Takes from others the right to a file that is there.
    static func takeFromOthers(_ path: String) { _ = unsafe chmod(path, 0o600) }
}
