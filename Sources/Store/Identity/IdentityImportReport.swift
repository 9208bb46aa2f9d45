/// What an import did, or would do.
public struct IdentityImportReport: Hashable, Sendable {
    /// A row that was not taken, or not whole. Nothing of its text is repeated.
    public struct BadRow: Hashable, Sendable {
        /// From 1.
        public let line: Int
        public let reason: String
    }

    /// The number by which it can be taken back; `nil` for a preview, and where nothing changed.
    public internal(set) var id: Int64?
    /// The same file is what is held already: nothing was changed.
    public internal(set) var isHeldAlready = false
    /// Rows read, the bad ones among them.
    public internal(set) var rows = 0
    /// Facts that are new, that take the place of another, that the source does not say any more, that stayed.
    public internal(set) var new = 0
    public internal(set) var changed = 0
    public internal(set) var closed = 0
    public internal(set) var unchanged = 0
    /// Conflicts that were found first now, and those that are gone.
    public internal(set) var conflicts = 0
    public internal(set) var settledConflicts = 0
    /// The first of the bad rows; at most `badRowLimit`.
    public internal(set) var badRows: [BadRow] = []
    public internal(set) var badRowCount = 0
    /// Names that may be of natural persons, and texts that may hold one, left out.
    public internal(set) var namesLeftOut = 0
    /// How the text was read: `ASCII`, `UTF-8`, `Windows-1252`.
    public internal(set) var encoding = ""
    public internal(set) var sha256 = ""

    /// Why the file may not be what it was meant to be.
    public var doubt: ImportDoubt? { ImportDoubt(self) }

    public static let badRowLimit = 1_000

    mutating func note(line: Int, _ reason: String) {
        badRowCount += 1
        if badRows.count < Self.badRowLimit { badRows.append(BadRow(line: line, reason: reason)) }
    }
}
