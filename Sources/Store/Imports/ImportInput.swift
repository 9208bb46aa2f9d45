import Foundation

/// What a person named: found, looked into, its parts put together.
enum ImportInput: Hashable {
    case folder(String)
    /// A tar archive, plain or packed, in one file or several.
    case archive([String])
    /// One trace.
    case trace(String)

    /// The path by which it is spoken of.
    var path: String {
        switch self {
        case .folder(let path), .trace(let path): path
        case .archive(let parts): parts.first ?? ""
        }
    }

    /// The inputs in the order in which they were named, each once.
    static func find(_ paths: [String]) throws(ImportError) -> [ImportInput] {
        var found: [ImportInput] = []
        for path in paths {
            let input = try find(path)
            if !found.contains(input) { found.append(input) }
        }
        return found
    }

    private static func find(_ path: String) throws(ImportError) -> ImportInput {
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        let type = (try? FileManager.default.attributesOfItem(atPath: resolved))?[.type] as? FileAttributeType
        if type == .typeDirectory { return .folder(path) }
        guard type == .typeRegular else { throw .unreadable(path: path) }
        let parts = try parts(path)
        let head: [UInt8]?
        let isJSON: Bool
        do {
            let reader = SourceReader(try unpacking(FileSource(parts)))
            head = try reader.peekBlock(512)
            isJSON = try reader.read(64).first { !" \n\r\t".utf8.contains($0) } == UInt8(ascii: "{")
        } catch PackingError.unreadable {
            throw .unreadable(path: path)
        } catch {
            // Damaged: what it would be is told by its name.
            return try byName(path, parts)
        }
        if let head, TarHeader(head) != nil { return .archive(parts) }
        if isJSON, parts.count == 1 { return .trace(path) }
        return try byName(path, parts)
    }

    private static func byName(_ path: String, _ parts: [String]) throws(ImportError) -> ImportInput {
        let name = (path as NSString).lastPathComponent
        if parts.count > 1 || name.contains(".tar") || name.hasSuffix(".tgz") { return .archive(parts) }
        if name.hasPrefix("trace_full_"), name.contains(".json") { return .trace(path) }
        throw .notTraces(path: path)
    }

    /// The source unpacked, if its first bytes say that it is packed.
    static func unpacking(_ source: FileSource) throws(PackingError) -> any ByteSource {
        let first = try source.next()
        let whole = HeadedSource(first, source)
        if Gzip.isPacked(first) { return InflatingSource(whole) }
        if ZstdSource.isPacked(first) { return ZstdSource(whole) }
        return whole
    }

    // MARK: - Parts of a split archive

    /// All parts of `x.tar.aa`, in order; the path alone for what is not split.
    private static func parts(_ path: String) throws(ImportError) -> [String] {
        guard let (stem, length) = stem(path) else { return [path] }
        let folder = path.parentFolder
        let stemName = (stem as NSString).lastPathComponent
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            throw .unreadable(path: folder)
        }
        let endings = names.filter { $0.hasPrefix(stemName) && Self.stem($0)?.length == length }
            .map { String($0.suffix(length)) }.filter { stemName + $0 != stemName }.sorted()
        var expected = Array(repeating: UInt8(ascii: "a"), count: length)
        for ending in endings {
            guard Array(ending.utf8) == expected else {
                throw .missingPart(path: stem + String(decoding: expected, as: UTF8.self))
            }
            advance(&expected)
        }
        return endings.map { stem + $0 }
    }

    /// What stands before the letters of a part, the point included.
    private static func stem(_ path: String) -> (stem: String, length: Int)? {
        let ending = path.utf8.reversed().prefix { (97...122).contains($0) }.count
        guard (2...3).contains(ending) else { return nil }
        let stem = String(path.dropLast(ending))
        guard [".tar.", ".tar.gz.", ".tgz.", ".tar.zst."].contains(where: stem.hasSuffix),
            !["gz", "zst", "xz"].contains(String(path.suffix(ending)))
        else { return nil }
        return (stem, ending)
    }

    private static func advance(_ letters: inout [UInt8]) {
        for index in letters.indices.reversed() {
            letters[index] += 1
            if letters[index] <= UInt8(ascii: "z") { return }
            letters[index] = UInt8(ascii: "a")
        }
    }
}

/// A source whose first piece was looked at already.
private final class HeadedSource: ByteSource {
    private var first: [UInt8]?
    private let rest: FileSource
    var taken: Int { rest.taken }

    init(_ first: [UInt8], _ rest: FileSource) {
        self.first = first
        self.rest = rest
    }

    func next() throws(PackingError) -> [UInt8] {
        if let first {
            self.first = nil
            return first
        }
        return try rest.next()
    }
}
