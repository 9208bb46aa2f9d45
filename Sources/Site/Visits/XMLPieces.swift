/// Tags and text of a document one after the other, comments and instructions left out.
///
/// Not a parser of XML: names are what stands behind `<`, without what stands before a colon; entities are not resolved; whatever the bytes are
/// there is an end.
struct XMLPieces {
    enum Piece {
        case open(String)
        case close(String)
        case text(ArraySlice<UInt8>)
    }

    /// Bytes of a name at most; longer ones are told as empty.
    private static let longestName = 20

    private let bytes: [UInt8]
    private var at = 0
    /// The end of an element that has nothing in it.
    private var pending: String?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Piece? {
        if let name = pending {
            pending = nil
            return .close(name)
        }
        while at < bytes.count {
            guard bytes[at] == UInt8(ascii: "<") else {
                let end = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
                defer { at = end }
                return .text(bytes[at..<end])
            }
            if starts(with: "<!--") {
                at = self.end(of: "-->", from: at + 4).after
            } else if starts(with: "<![CDATA[") {
                let (end, after) = self.end(of: "]]>", from: at + 9)
                defer { at = after }
                return .text(bytes[min(at + 9, end)..<end])
            } else if starts(with: "<!") || starts(with: "<?") {
                at = self.end(of: ">", from: at).after
            } else {
                return tag()
            }
        }
        return nil
    }

    private mutating func tag() -> Piece? {
        let (end, after) = self.end(of: ">", from: at)
        let inside = bytes[min(at + 1, end)..<end]
        at = after
        let isClosing = inside.first == UInt8(ascii: "/")
        let name = Self.name(isClosing ? inside.dropFirst() : inside)
        if isClosing { return .close(name) }
        if inside.last == UInt8(ascii: "/") { pending = name }
        return .open(name)
    }

    /// The local name of a tag: `gx:coord` is `coord`.
    private static func name(_ tag: ArraySlice<UInt8>) -> String {
        let word = tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
        let local = word.lastIndex(of: UInt8(ascii: ":")).map { word[($0 + 1)...] } ?? word
        return local.count <= longestName ? String(decoding: local, as: UTF8.self) : ""
    }

    private func starts(with text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

    /// Where a mark stands, and what follows it; the end of the document where there is none.
    private func end(of mark: String, from start: Int) -> (at: Int, after: Int) {
        let mark = Array(mark.utf8)
        var place = min(start, bytes.count)
        while let found = bytes[place...].firstIndex(of: mark[0]) {
            if bytes[found...].starts(with: mark) { return (found, found + mark.count) }
            place = found + 1
        }
        return (bytes.count, bytes.count)
    }
}
