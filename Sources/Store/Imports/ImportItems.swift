import Foundation

/// What an input holds next.
enum ImportItem {
    /// A file that may be a trace; `isNamed` where the name must say so. Its bytes may be asked for next.
    case file(name: String, size: Int, isNamed: Bool)
    case skipped(ImportReport.Skip)
    case damaged(name: String, reason: String)
}

/// The files of an input, one after the other.
protocol ImportItems: AnyObject {
    func next() throws(PackingError) -> ImportItem?
    /// The bytes of the file given out last.
    func body() throws(PackingError) -> [UInt8]
    /// Bytes of the input read or stepped over so far.
    var taken: Int { get }
}

extension ImportInput {
    func items(depth: Int) -> any ImportItems {
        switch self {
        case .folder(let path): FolderItems(path, depth: depth)
        case .archive(let parts): ArchiveItems(parts)
        case .trace(let path): SingleItem(path)
        }
    }

    /// Bytes as they lie there; of a folder those of all that is in it.
    func size(depth: Int) -> Int {
        switch self {
        case .archive(let parts): return parts.reduce(0) { $0 + FolderItems.size($1) }
        case .trace(let path): return FolderItems.size(path)
        case .folder(let path):
            let items = FolderItems(path, depth: depth)
            var sum = 0
            while let item = items.next() { if case .file(_, let size, _) = item { sum += size } }
            return sum
        }
    }
}

/// One trace that was named itself.
private final class SingleItem: ImportItems {
    private let path: String
    private var isOver = false
    private(set) var taken = 0

    init(_ path: String) { self.path = path }

    func next() -> ImportItem? {
        guard !isOver else { return nil }
        isOver = true
        taken = FolderItems.size(path)
        return .file(name: path, size: taken, isNamed: false)
    }

    func body() throws(PackingError) -> [UInt8] { try SourceReader(FileSource([path])).readAll(limit: taken) }
}

/// The files of a folder and those in it, by name; links are not followed.
final class FolderItems: ImportItems {
    private(set) var taken = 0
    private let root: String
    private let depth: Int
    /// For each folder that is open: its path, and the names left in it, last first.
    private var open: [(path: String, names: [String])] = []
    private var current = ""
    private var currentSize = 0

    init(_ root: String, depth: Int) {
        self.root = root
        self.depth = depth
        enter("")
    }

    func next() -> ImportItem? {
        while let folder = open.indices.last {
            guard let name = open[folder].names.popLast() else {
                open.removeLast()
                continue
            }
            let path = open[folder].path.isEmpty ? name : open[folder].path + "/" + name
            guard let attributes = try? FileManager.default.attributesOfItem(atPath: root + "/" + path) else {
                return .damaged(name: path, reason: "it cannot be read")
            }
            switch attributes[.type] as? FileAttributeType {
            case .typeDirectory?:
                guard open.count < depth else { return .skipped(.tooDeep) }
                if !enter(path) { return .damaged(name: path, reason: "the folder cannot be read") }
            case .typeRegular?:
                current = root + "/" + path
                currentSize = (attributes[.size] as? Int) ?? 0
                taken += currentSize
                return .file(name: path, size: currentSize, isNamed: true)
            case .typeSymbolicLink?: return .skipped(.link)
            default: return .skipped(.notTrace)
            }
        }
        return nil
    }

    func body() throws(PackingError) -> [UInt8] {
        try SourceReader(FileSource([current])).readAll(limit: currentSize)
    }

    static func size(_ path: String) -> Int {
        ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
    }

    @discardableResult
    private func enter(_ path: String) -> Bool {
        let names = try? FileManager.default.contentsOfDirectory(atPath: path.isEmpty ? root : root + "/" + path)
        open.append((path, (names ?? []).sorted(by: >)))
        return names != nil
    }
}

/// The files of a tar archive.
private final class ArchiveItems: ImportItems {
    var taken: Int { reader?.taken ?? 0 }
    private let parts: [String]
    private var reader: SourceReader?
    private var tar: TarReader?

    init(_ parts: [String]) { self.parts = parts }

    func next() throws(PackingError) -> ImportItem? {
        if tar == nil {
            let reader = SourceReader(try ImportInput.unpacking(FileSource(parts)))
            self.reader = reader
            tar = TarReader(reader)
        }
        while let entry = try tar?.next() {
            switch entry {
            case .file(let name, let size): return .file(name: name, size: size, isNamed: true)
            case .other(_, .folder): continue
            case .other(_, .link): return .skipped(.link)
            case .other(_, .special): return .skipped(.notTrace)
            case .damaged(let place, let reason): return .damaged(name: "byte \(place)", reason: reason)
            }
        }
        return nil
    }

    func body() throws(PackingError) -> [UInt8] { try tar?.body() ?? [] }
}
