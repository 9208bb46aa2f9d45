/// A source whose silence can mean something, because it hands on all it hears.
///
/// Coverage, uptimes and verdicts know sources only as listeners. What is polled by address, and what is imported, cannot be made
/// one: it shows where an aircraft was, and never counts as coverage.
public struct Listener: Hashable, Comparable, Sendable {
    /// Given by whoever keeps the list of sources; opaque here.
    public let number: UInt32
    public let kind: SourceKind

    /// - Returns: `nil` for a kind that does not listen to all.
    public init?(number: UInt32, kind: SourceKind) {
        guard kind.listensToAll else { return nil }
        self.number = number
        self.kind = kind
    }

    // One number is one source.
    public static func == (left: Listener, right: Listener) -> Bool { left.number == right.number }
    public func hash(into hasher: inout Hasher) { hasher.combine(number) }
    public static func < (left: Listener, right: Listener) -> Bool { left.number < right.number }
}
