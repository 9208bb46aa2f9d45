import Bundles
import Foundation

/// A bundle's folder on this machine. Links are told and never followed; what is read is a plain file.
struct BundleFolder: BundleSource {
    let path: String

    /// - Returns: `nil` where there is no such folder.
    init?(reading path: String) {
        var isFolder: ObjCBool = false
        // safe: the flag lives as long as the call.
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return nil
        }
        self.path = path
    }

    private init(path: String) { self.path = path }

    func entries(most: Int) throws(BundleSourceError) -> [BundleEntry] {
        var entries: [BundleEntry] = []
        // Folders that are still to be looked into, with their depth.
        var folders = [(name: "", depth: 0)]
        while let (folder, depth) = folders.popLast() {
            let names: [String]
            do {
                names = try FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? path : path + "/" + folder)
            } catch { throw .unreadable(path: folder, reason: error.localizedDescription) }
            for name in names {
                guard entries.count + folders.count < most else { throw .tooManyEntries }
                let below = folder.isEmpty ? name : folder + "/" + name
                let (kind, bytes) = Self.look(path + "/" + below)
                switch kind {
                case .folder where depth < 32: folders.append((below, depth + 1))
                case .folder: entries.append(BundleEntry(path: below, kind: .other, bytes: 0))
                case .entry(let kind): entries.append(BundleEntry(path: below, kind: kind, bytes: bytes))
                }
            }
        }
        return entries
    }

    private enum Found {
        case folder
        case entry(BundleEntry.Kind)
    }

    /// What a name is, a link being itself.
    private static func look(_ path: String) -> (Found, bytes: Int) {
        guard let values = try? FileManager.default.attributesOfItem(atPath: path) else { return (.entry(.other), 0) }
        let bytes = (values[.size] as? NSNumber)?.intValue ?? 0
        let type = values[.type] as? FileAttributeType
        if type == .typeDirectory { return (.folder, 0) }
        if type == .typeSymbolicLink { return (.entry(.link), 0) }
        return type == .typeRegular ? (.entry(.file), bytes) : (.entry(.other), 0)
    }

    func bytes(of item: BundlePath, at offset: Int, count: Int) throws(BundleSourceError) -> [UInt8] {
        let full = path + "/" + item.text
        // A pipe or a device in the place of a file must not make the program wait.
        // safe: the path lives as long as the call.
        let descriptor = unsafe open(full, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw .unreadable(path: item.text, reason: "error \(errno) of the system")
        }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.seek(toOffset: UInt64(offset))
            return [UInt8](try handle.read(upToCount: count) ?? Data())
        } catch { throw .unreadable(path: item.text, reason: error.localizedDescription) }
    }
}

// MARK: - Writing
extension BundleFolder {
    /// Writes a bundle into a folder of its own, for its owner alone; the manifest last, so that half a bundle is none.
    ///
    /// - Parameter bytes: of each item that goes into the folder, one at a time.
    /// - Throws: `Failure` where the folder is there already, or cannot be written.
    static func write(
        _ manifest: BundleManifest,
        to path: String,
        _ bytes: (BundleItem) throws -> [UInt8]
    ) throws -> BundleFolder {
        let files = FileManager.default
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        guard !files.fileExists(atPath: path) else { throw Failure(BundleWords.folderIsThere(path)) }
        let draft = path + ".part"
        guard !files.fileExists(atPath: draft) else {
            throw Failure(BundleWords.isBrokenOff(draft))
        }
        do {
            let redacted = Set(manifest.redactions.map(\.path))
            try makeFolder(draft)
            for item in manifest.items where !redacted.contains(item.path) {
                let full = draft + "/" + item.path.text
                try makeFolder((full as NSString).deletingLastPathComponent)
                guard PrivateFile.replace(full, with: Data(try bytes(item))) else {
                    throw Failure(BundleWords.diskFull(full))
                }
            }
            guard PrivateFile.replace(draft + "/" + BundleLayout.manifest, with: Data(manifest.bytes)) else {
                throw Failure(BundleWords.diskFull(draft))
            }
            try files.moveItem(atPath: draft, toPath: path)
        } catch {
            try? files.removeItem(atPath: draft)
            throw error as? Failure ?? Failure(BundleWords.failed(path, error.localizedDescription))
        }
        return BundleFolder(path: path)
    }

    private static func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }
}
