import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file system of a few megabytes in memory, to be filled up.
struct SmallDisk {
    let folder: URL
    private var filling: String { folder.path + "/filling" }

    /// Whether this process may mount one.
    static let isAvailable: Bool = {
        guard let disk = try? SmallDisk(megabytes: 1) else { return false }
        disk.remove()
        return true
    }()

    struct Refused: Error {}

    init(megabytes: Int) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("pelacak-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // safe: the texts outlive the call.
        guard unsafe mount("none", folder.path, "tmpfs", 0, "size=\(megabytes)m") == 0 else {
            try? FileManager.default.removeItem(at: folder)
            throw Refused()
        }
    }

    /// Takes all the room that is left.
    func fill() throws {
        _ = FileManager.default.createFile(atPath: filling, contents: nil)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: filling))
        defer { try? file.close() }
        for size in [65_536, 4_096, 512, 1] {
            let piece = Data(count: size)
            while (try? file.write(contentsOf: piece)) != nil {}
        }
    }

    func makeRoom() throws { try FileManager.default.removeItem(atPath: filling) }

    func remove() {
        // safe: the text outlives the call. 2: MNT_DETACH.
        _ = unsafe umount2(folder.path, 2)
        try? FileManager.default.removeItem(at: folder)
    }
}
