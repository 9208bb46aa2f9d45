/// One line of the record of an import. Each is one of: what is imported, a file that is done, one that is damaged, an end.
struct LedgerLine: Codable, Hashable {
    // What is imported, and how.
    var id: String?
    var origin: String?
    var licence: String?
    var filter: String?
    var inputs: [String]?

    // A file that is done.
    var entry: String?
    /// Of the file as it lay there.
    var sha256: String?
    var aircraft: String?
    var kind: UInt8?
    /// Milliseconds since 1970.
    var from: Int64?
    var to: Int64?
    var rows: Int?

    // One that is damaged; `entry` names it.
    var damage: String?
    /// Since 1970-01-01.
    var day: Int64?

    /// `whole`, `incomplete` or `undone`.
    var end: String?

    init() {}
}
