/// Where an item lies below a bundle's folder: `raw/2026/11/25/7/0210.beast.zst`.
///
/// Only such names exist that mean the same file on every system, and that lie inside the folder: parts of letters, digits, `.`, `_` and
/// `-`, none of which begins with a dot or a dash, joined by `/`.
public struct BundlePath: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Bytes of a path, and parts of it, at most.
    static let longest = 200
    static let deepest = 10

    public let text: String

    /// - Returns: `nil` for a path that is absolute, leads upwards, or holds any other character.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, parts.count <= Self.deepest, parts.allSatisfy(Self.isPart) else {
            return nil
        }
        self.text = text
    }

    private static func isPart(_ part: Substring.UTF8View.SubSequence) -> Bool {
        guard let first = part.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-"),
            part.last != UInt8(ascii: ".")
        else { return false }
        return part.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
    }

    /// Equal for paths that some systems take for one file.
    var folded: String { text.lowercased() }

    public var description: String { text }

    /// By the bytes of the text.
    public static func < (left: BundlePath, right: BundlePath) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
