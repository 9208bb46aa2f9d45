/// Why bytes are no JSON of ours.
public enum CanonicalJSONError: Error, Hashable, Sendable {
    /// Something else was expected there; `offset` counts bytes from 0.
    case syntax(offset: Int)
    /// Deeper than is read.
    case tooDeep(offset: Int)
    /// More values than are read.
    case tooMany(offset: Int)
    /// A name stands twice in an object.
    case repeatedName(offset: Int)
    /// JSON, and not in its one written form.
    case notCanonical(offset: Int)
    /// A member is missing, or is not what it should be.
    case member(String)
}
