public import Aero

/// A text, picture or file that claims come from. What it says in full is kept elsewhere, private.
public struct Report: Hashable, Sendable, Identifiable {
    /// What kind of thing was put in.
    public enum Kind: String, CaseIterable, Sendable {
        /// A news report, or any text in any language.
        case text
        case picture
        /// A track of another tracker.
        case kml
        case csv
        /// What somebody saw, in his own words.
        case sighting
        case note
    }

    public let id: Int
    public var kind: Kind = .text
    public var title: String?
    public var address: String?
    /// Who published it.
    public var outlet: String?
    public var dateline: Dateline?
    /// Of the text, where there is one.
    public var language: Draft.Language?
    /// SHA-256 of the saved copy, small hexadecimal letters.
    public var sha256: String?
    public var licence: String?
    /// When it was saved from where it stood, or the picture was taken.
    public var capturedAt: Timestamp?
    /// Of a file: its name and its type as whoever sent it says.
    public var name: String?
    public var mediaType: String?
    public var addedBy: String
    public var addedAt: Timestamp?

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
