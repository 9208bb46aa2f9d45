/// A key or password. It shows itself nowhere: not in descriptions, mirrors or documents.
public struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The characters themselves, for the request alone.
    package let value: String

    private static let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]

    /// A secret of 1 to 4,096 printable ASCII characters; blanks and line ends around it are cut.
    ///
    /// - Returns: `nil` for anything else: it could not be written into a request.
    public init?(_ text: some StringProtocol) {
        var bytes = Array(text.utf8)[...]
        while let last = bytes.last, Self.blanks.contains(last) { bytes.removeLast() }
        while let first = bytes.first, Self.blanks.contains(first) { bytes.removeFirst() }
        guard (1...4096).contains(bytes.count), bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        value = String(decoding: bytes, as: UTF8.self)
    }

    /// What may be shown so that a person tells it from another: its last four characters, of a short one nothing.
    public var tail: String { value.utf8.count >= 12 ? "…" + value.suffix(4) : "…" }

    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
