import Aero
import Foundation

/// A file that is written from its beginning and seen by nobody before it is whole.
final class ExportFile {
    private(set) var bytes = 0
    var rows = 0
    private let path: String
    private let draft: String
    private let handle: FileHandle
    private var digest = ContentDigest()
    private var isClosed = false
    private var isOver = false
    private let isSynced: Bool

    /// - Parameters:
    ///   - path: where it is to be; a hidden draft is written beside it.
    ///   - isSynced: whether it is to be on the disk when it gets its name; one of very many need not.
    init(_ path: String, isSynced: Bool = true) throws(ExportError) {
        self.path = path
        self.isSynced = isSynced
        let folder = path.parentFolder
        let name = (path as NSString).lastPathComponent
        let mark = String(UInt64.random(in: 0 ... .max), radix: 36)
        draft = folder + "/.\(name.prefix(180)).\(mark).partial"
        guard FileManager.default.createFile(atPath: draft, contents: nil),
            let opened = FileHandle(forWritingAtPath: draft)
        else { throw .unwritable(path: path) }
        handle = opened
    }

    deinit {
        guard !isOver else { return }
        if !isClosed { try? handle.close() }
        try? FileManager.default.removeItem(atPath: draft)
    }

    func write(_ piece: [UInt8]) throws(ExportError) {
        guard !piece.isEmpty else { return }
        do { try handle.write(contentsOf: piece) } catch { throw .unwritable(path: path) }
        digest.update(piece)
        bytes += piece.count
    }

    /// Ends the writing; it has no name yet.
    ///
    /// - Returns: the sum of its bytes.
    func close() throws(ExportError) -> String {
        do {
            if isSynced { try handle.synchronize() }
            try handle.close()
        } catch { throw .unwritable(path: path) }
        isClosed = true
        return digest.finish()
    }

    /// Gives what is whole its name.
    ///
    /// - Parameter replaces: what has that name already.
    /// - Throws: `exists`, `unwritable`.
    func name(replaces: Bool) throws(ExportError) {
        // A second name is refused where there is one already, whoever made it meanwhile.
        if !replaces, unsafe link(draft, path) == 0 {
            _ = unsafe unlink(draft)
        } else {
            guard replaces || errno != EEXIST else { throw .exists(path: path) }
            guard unsafe rename(draft, path) == 0 else { throw .unwritable(path: path) }
        }
        isOver = true
    }

    /// Takes the name away again that it was given.
    func takeBack() { if isOver { _ = unsafe unlink(path) } }
}
