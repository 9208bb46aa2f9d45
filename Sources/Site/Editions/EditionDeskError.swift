public import Bundles
public import Tracking

/// Why editions cannot be told, made or objected to.
public enum EditionDeskError: Error, Hashable, Sendable {
    case noEdition(Int)
    /// Nothing of that kind is told of the aircraft at that time.
    case noFlight(BundleHead.Subject)
    /// The history cannot be read.
    case archive(ArchiveError)
    /// The edition has no sentence under this anchor.
    case noSentence(String)
    /// The edition has no objection of this number.
    case noChallenge(Int)
    /// A text is empty, too long, or has control characters.
    case badText
    /// What is kept cannot be read or written; the log says why.
    case unusable
}
