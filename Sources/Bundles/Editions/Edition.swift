public import Aero
public import Visits

/// A dossier, a flight or a silence as it was published: frozen, numbered, in both languages.
public struct Edition: Hashable, Sendable {
    public static let format = 1
    /// Places of all pieces of a track together.
    public static let mostTrackPlaces = 20_000

    /// The edition it corrects.
    public struct Earlier: Hashable, Sendable {
        public let number: Int
        public let digest: ContentSum
        /// What the editor says of it, in English alone where both are the same; `nil` for nothing.
        public let note: DossierText?
        public let changes: [EditionChange]

        public init(number: Int, digest: ContentSum, note: DossierText?, changes: [EditionChange]) {
            self.number = number
            self.digest = digest
            self.note = note
            self.changes = changes
        }

        /// Of an edition that is there.
        public init(_ edition: Edition, note: DossierText?, changes: [EditionChange]) {
            self.init(number: edition.number, digest: edition.digest, note: note, changes: changes)
        }
    }

    /// Counted over all editions of an installation, from 1.
    public let number: Int
    public let subject: EditionSubject
    public let title: DossierText
    public let published: Timestamp
    /// The world of what was heard; the simulated one is named on every page.
    public let world: BundleHead.World
    public let sections: [EditionSection]
    public let sources: [EditionSource]
    /// Whom to credit, and licences, a line each.
    public let credits: [String]
    public let places: [EditionPlace]
    /// Where an aircraft was heard, a line for each unbroken piece; without any, places are joined by the shortest ways.
    public let tracks: [[Position]]
    /// Coasts and borders below them; `nil` where none are drawn.
    public let outline: EditionOutline?
    /// The digest of the bundle it rests on; `nil` where none was made.
    public let bundle: ContentSum?
    public let earlier: Earlier?

    /// - Throws: `EditionError` for an anchor that stands twice or is none, and for one that is rested on and is not there.
    public init(
        number: Int,
        subject: EditionSubject,
        title: DossierText,
        published: Timestamp,
        world: BundleHead.World,
        sections: [EditionSection],
        sources: [EditionSource],
        credits: [String],
        places: [EditionPlace] = [],
        tracks: [[Position]] = [],
        outline: EditionOutline? = nil,
        bundle: ContentSum? = nil,
        earlier: Earlier? = nil
    ) throws(EditionError) {
        guard number > 0 else { throw .badNumber(number) }
        var anchors = Self.pageAnchors
        let all = sections.map(\.anchor) + sections.flatMap(\.sentences).map(\.anchor) + sources.map(\.anchor)
        for anchor in all {
            guard Self.isAnchor(anchor) else { throw .badAnchor(anchor) }
            guard anchors.insert(anchor).inserted else { throw .repeatedAnchor(anchor) }
        }
        for case .anchor(let anchor) in sections.flatMap(\.sentences).flatMap(\.rests) {
            guard anchors.contains(anchor) else { throw .missingAnchor(anchor) }
        }
        for change in earlier?.changes ?? [] where !Self.isAnchor(change.anchor) { throw .badAnchor(change.anchor) }
        self.number = number
        self.subject = subject
        self.title = title
        self.published = published
        self.world = world
        self.sections = sections
        self.sources = sources
        self.credits = credits
        self.places = places
        self.tracks = tracks
        self.outline = outline
        self.bundle = bundle
        self.earlier = earlier
    }

    /// Anchors that pages have of their own.
    private static let pageAnchors: Set<String> = ["sources", "credits", "corrections", titleAnchor]
    static let titleAnchor = "title"

    static func isAnchor(_ text: String) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
            text.utf8.count <= 80
        else { return false }
        return text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        }
    }

    /// SHA-256 of `edition.json`: of all that the pages say, in both languages.
    public var digest: ContentSum { ContentSum(of: bytes) }
}
