/// Why the inputs of a ranking cannot be read out of a bundle.
public enum VisitInputsError: Error, Hashable, Sendable {
    /// The item is not in the folder.
    case missing(String)
    case unreadable(String, CanonicalJSONError)
}
