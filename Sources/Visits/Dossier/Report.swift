/// A text, picture or file that claims come from. The text itself is kept elsewhere, private.
public struct Report: Hashable, Sendable, Identifiable {
    public let id: Int
    public var title: String?
    public var address: String?
    public var dateline: Dateline?
    /// Of the text, where there is one.
    public var language: Draft.Language?
    /// SHA-256 of the saved copy, small hexadecimal letters.
    public var sha256: String?
    public var licence: String?
    public var addedBy: String

    public init(
        id: Int,
        title: String? = nil,
        address: String? = nil,
        dateline: Dateline? = nil,
        language: Draft.Language? = nil,
        sha256: String? = nil,
        licence: String? = nil,
        addedBy: String
    ) {
        self.id = id
        self.title = title
        self.address = address
        self.dateline = dateline
        self.language = language
        self.sha256 = sha256
        self.licence = licence
        self.addedBy = addedBy
    }
}
