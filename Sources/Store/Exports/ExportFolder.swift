import Foundation

/// Where an export's files go: into a folder that gets its name when all are there, or beside each other.
final class ExportFolder {
    private let root: String
    private let draft: String?
    private var isOver = false
    private var known: Set<String> = []

    /// - Parameter path: of a folder that must not be there yet; with `isNew` false of one that is.
    init(_ path: String, isNew: Bool) throws(ExportError) {
        root = path
        guard isNew else {
            draft = nil
            return
        }
        guard !FileManager.default.fileExists(atPath: path) else { throw .exists(path: path) }
        let parent = (path as NSString).deletingLastPathComponent
        let name = (path as NSString).lastPathComponent
        let mark = String(UInt64.random(in: 0 ... .max), radix: 36)
        let draft = (parent.isEmpty ? "." : parent) + "/.\(name.prefix(180)).\(mark).partial"
        do { try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: false) } catch {
            throw .unwritable(path: path)
        }
        self.draft = draft
    }

    deinit {
        if let draft, !isOver { try? FileManager.default.removeItem(atPath: draft) }
    }

    /// A file in it; folders above it are made.
    func file(_ name: String) throws(ExportError) -> ExportFile {
        let base = draft ?? root
        let folder = (name as NSString).deletingLastPathComponent
        if !folder.isEmpty, known.insert(folder).inserted {
            do {
                try FileManager.default.createDirectory(atPath: base + "/" + folder, withIntermediateDirectories: true)
            } catch {
                throw .unwritable(path: root)
            }
        }
        return try ExportFile(base + "/" + name, isSynced: false)
    }

    /// Gives it its name.
    func finish() throws(ExportError) {
        guard let draft else { return }
        guard !FileManager.default.fileExists(atPath: root) else { throw .exists(path: root) }
        guard unsafe rename(draft, root) == 0 else { throw .unwritable(path: root) }
        isOver = true
    }
}
