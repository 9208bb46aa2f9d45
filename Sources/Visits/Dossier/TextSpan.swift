/// A stretch of a text: bytes of its UTF-8, from `start` up to but not with `end`.
public struct TextSpan: Hashable, Sendable, Comparable {
    public let start: Int
    public let end: Int

    /// - Precondition: `0 <= start <= end`.
    public init(_ start: Int, _ end: Int) {
        precondition(start >= 0 && start <= end, "a stretch of a text ends before it begins")
        self.start = start
        self.end = end
    }

    /// A stretch somebody names from outside.
    ///
    /// - Returns: `nil` if it is none, lies outside the text, or cuts a letter in two.
    public init?(from start: Int, to end: Int, in text: String) {
        let bytes = text.utf8
        guard start >= 0, start <= end, end <= bytes.count else { return nil }
        let isWhole = [start, end].allSatisfy { place in
            bytes.index(bytes.startIndex, offsetBy: place).samePosition(in: text.unicodeScalars) != nil
        }
        guard isWhole else { return nil }
        self.init(start, end)
    }

    public var count: Int { end - start }

    /// Both, and what stands between them.
    public func joined(_ other: TextSpan) -> TextSpan { TextSpan(min(start, other.start), max(end, other.end)) }

    public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

    public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

    /// The words themselves; letters that the stretch cuts in two come out as U+FFFD.
    ///
    /// - Returns: `nil` if the text is shorter than the stretch.
    public func words(of text: String) -> String? {
        let bytes = text.utf8
        guard let first = bytes.index(bytes.startIndex, offsetBy: start, limitedBy: bytes.endIndex),
            let last = bytes.index(first, offsetBy: count, limitedBy: bytes.endIndex)
        else { return nil }
        return String(decoding: bytes[first..<last], as: UTF8.self)
    }

    public static func < (left: TextSpan, right: TextSpan) -> Bool {
        (left.start, left.end) < (right.start, right.end)
    }
}
