/// Who is shown something.
public enum Audience: Hashable, Sendable, CaseIterable {
    /// Whoever sits at the machine, or holds a token of it.
    case operators
    /// Everybody else.
    case strangers
}
