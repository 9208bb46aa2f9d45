/// How a statement about a flight is known.
public enum Knowing: String, Hashable, Sendable, CaseIterable {
    /// Heard as it happened.
    case observed
    /// Follows from what was heard before and after, within an interval.
    case inferred
    /// Nothing heard says it.
    case unknown
}
