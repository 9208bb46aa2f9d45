/// Reads a tar archive as it comes: ustar, GNU and pax headers. Total on any bytes; nothing is ever written anywhere.
///
/// A header whose sum is wrong is named, and reading goes on at the next one that is right.
/// - Source: POSIX.1-2017, pax, "ustar Interchange Format", "pax Extended Header"; GNU tar manual, "Basic Tar Format".
struct TarReader {
    /// Longest name that is read, in bytes.
    static let longestName = 4096
    private static let block = 512

    private let reader: SourceReader
    /// Bytes of the entry given out last, and of its filling, that were not read.
    private var left = 0
    private var filling = 0
    private var sawEnd = false
    private var isOver = false

    init(_ reader: SourceReader) { self.reader = reader }

    /// The next entry; `nil` at the end.
    mutating func next() throws(PackingError) -> TarEntry? {
        guard !isOver else { return nil }
        if try !stepBehindEntry() { return over("the archive is cut off inside an entry") }
        var extra = TarExtension()
        while true {
            let start = reader.offset
            let header = try reader.read(Self.block)
            if header.isEmpty {
                return sawEnd ? over(nil) : over("the archive ends without its end mark: it may be cut off")
            }
            guard header.count == Self.block else { return over("the archive is cut off inside a header") }
            if header.allSatisfy({ $0 == 0 }) {
                sawEnd = true
                continue
            }
            guard let fields = TarHeader(header) else { return try resynchronise(from: start) }
            sawEnd = false
            if let part = fields.extensionKind {
                let bytes = fields.size <= TarExtension.longest ? try reader.read(fields.size) : nil
                let (read, filling) = (bytes?.count ?? 0, Self.filling(fields.size))
                let rest = fields.size - read
                guard try reader.skip(rest) == rest, try reader.skip(filling) == filling else {
                    return over("the archive is cut off inside a header")
                }
                guard let bytes, extra.take(part, bytes) else {
                    return .damaged(at: start, reason: "a name or extended header that is too long or unreadable")
                }
                continue
            }
            return entry(fields, extra, at: start)
        }
    }

    /// The bytes of the file given out last.
    ///
    /// - Throws: `cut` if the archive ends first.
    mutating func body() throws(PackingError) -> [UInt8] {
        let wanted = left
        left = 0
        let bytes = try reader.read(wanted)
        guard bytes.count == wanted else {
            isOver = true
            throw .cut
        }
        return bytes
    }

    // MARK: - Parts

    private mutating func entry(_ fields: TarHeader, _ extra: TarExtension, at start: Int) -> TarEntry {
        let size = extra.size ?? fields.size
        left = fields.hasBody ? size : 0
        filling = fields.hasBody ? Self.filling(size) : 0
        guard let name = extra.name ?? fields.name else {
            return .damaged(at: start, reason: "an entry whose name is no text")
        }
        switch fields.kind {
        case UInt8(ascii: "0"), 0, UInt8(ascii: "7"): return .file(name: name, size: size)
        case UInt8(ascii: "1"), UInt8(ascii: "2"): return .other(name: name, kind: .link)
        case UInt8(ascii: "5"): return .other(name: name, kind: .folder)
        default: return .other(name: name, kind: .special)
        }
    }

    private mutating func stepBehindEntry() throws(PackingError) -> Bool {
        let (rest, filling) = (left, filling)
        (left, self.filling) = (0, 0)
        let (skipped, filled) = (try reader.skip(rest), try reader.skip(filling))
        return skipped == rest && filled == filling
    }

    private mutating func over(_ reason: String?) -> TarEntry? {
        isOver = true
        return reason.map { .damaged(at: reader.offset, reason: $0) }
    }

    /// Steps on block by block until a header is right.
    private mutating func resynchronise(from start: Int) throws(PackingError) -> TarEntry? {
        while true {
            let peeked = try reader.peekBlock(Self.block)
            guard let peeked else { return over("from byte \(start) on it is no tar archive") }
            if TarHeader(peeked) != nil || peeked.allSatisfy({ $0 == 0 }) {
                return .damaged(at: start, reason: "\(reader.offset - start) bytes that are no tar header")
            }
            _ = try reader.skip(Self.block)
        }
    }

    private static func filling(_ size: Int) -> Int { (block - size % block) % block }
}
