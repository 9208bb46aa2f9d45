/// Why something is no edition.
public enum EditionError: Error, Hashable, Sendable {
    case unreadable(CanonicalJSONError)
    case newerFormat(Int)
    case badNumber(Int)
    case badAnchor(String)
    case repeatedAnchor(String)
    /// A sentence rests on what is not in the edition.
    case missingAnchor(String)
}
