import Foundation

/// Where an export's files go: into a folder that gets its name when all are there.
final class ExportFolder {
    private let root: String
    private let draft: String
    private var isOver = false
    private var known: Set<String> = []

    /// - Parameters:
    ///   - path: of a folder that is not there yet.
    ///   - replaces: or of one that an export made.
    init(_ path: String, replaces: Bool) throws(ExportError) {
        root = path
        guard !FileManager.default.fileExists(atPath: path) || replaces && Self.isExport(path) else {
            throw .exists(path: path)
        }
        draft = Self.hidden(path, "partial")
        do { try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: false) } catch {
            throw .unwritable(path: path)
        }
    }

    deinit { if !isOver { try? FileManager.default.removeItem(atPath: draft) } }

    /// A file in it; folders above it are made.
    func file(_ name: String) throws(ExportError) -> ExportFile {
        let folder = name.parentFolder
        if folder != ".", known.insert(folder).inserted {
            do {
                try FileManager.default.createDirectory(atPath: draft + "/" + folder, withIntermediateDirectories: true)
            } catch {
                throw .unwritable(path: root)
            }
        }
        return try ExportFile(draft + "/" + name, isSynced: false)
    }

    /// Gives it its name; what an export before it left there goes when it has.
    func finish(replaces: Bool) throws(ExportError) {
        let manager = FileManager.default
        guard manager.fileExists(atPath: root) else {
            guard unsafe rename(draft, root) == 0 else { throw .unwritable(path: root) }
            isOver = true
            return
        }
        guard replaces, Self.isExport(root) else { throw .exists(path: root) }
        let old = Self.hidden(root, "old")
        guard unsafe rename(root, old) == 0 else { throw .unwritable(path: root) }
        guard unsafe rename(draft, root) == 0 else {
            _ = unsafe rename(old, root)
            throw .unwritable(path: root)
        }
        isOver = true
        try? manager.removeItem(atPath: old)
    }

    /// Whether a folder is one that an export made: its manifest says so. Anything else is somebody's own.
    private static func isExport(_ path: String) -> Bool {
        guard let data = FileManager.default.contents(atPath: path + "/manifest.json") else { return false }
        return (try? JSONDecoder().decode(ExportManifest.self, from: data)) != nil
    }

    private static func hidden(_ path: String, _ ending: String) -> String {
        let parent = path.parentFolder
        let mark = String(UInt64.random(in: 0 ... .max), radix: 36)
        return parent + "/.\((path as NSString).lastPathComponent.prefix(180)).\(mark).\(ending)"
    }
}
