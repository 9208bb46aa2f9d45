public import Aero
public import Visits

/// What lists tell of an edition.
public struct EditionHead: Hashable, Sendable {
    public let number: Int
    public let subject: EditionSubject
    public let title: DossierText
    public let published: Timestamp
    public let world: BundleHead.World
    /// SHA-256 of `edition.json`.
    public let digest: ContentSum
    /// The digest of the bundle it rests on.
    public let bundle: ContentSum?
    /// The edition it corrects, and how much of it.
    public let earlier: Int?
    public let changes: Int
    /// Whether it tells of aircraft that were heard.
    public let tellsAircraft: Bool

    public init(_ edition: Edition) {
        number = edition.number
        subject = edition.subject
        title = edition.title
        published = edition.published
        world = edition.world
        digest = edition.digest
        bundle = edition.bundle
        earlier = edition.earlier?.number
        changes = edition.earlier?.changes.count ?? 0
        tellsAircraft = edition.tellsAircraft
    }
}

extension Edition {
    /// Whether it tells of aircraft that were heard.
    public var tellsAircraft: Bool { sections.contains { $0.anchor == EditionMaker.aircraftSection } }
}

extension Edition.Earlier {
    /// Whether an editor may say this of a correction: one line of at most 1000 bytes.
    public static func isNote(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 1_000
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    }
}
