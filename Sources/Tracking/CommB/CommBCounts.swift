/// How many Comm-B replies of an aircraft were what.
public struct CommBCounts: Hashable, Sendable {
    /// The register was clear.
    public internal(set) var chosen = 0
    /// Several registers fitted, or one waits for a second reply: nothing was taken from it.
    public internal(set) var ambiguous = 0
    /// All bits zero.
    public internal(set) var empty = 0
    /// No known register fitted.
    public internal(set) var unknown = 0

    mutating func note(_ choice: RegisterChoice) {
        switch choice {
        case .chosen: chosen += 1
        case .ambiguous: ambiguous += 1
        case .empty: empty += 1
        case .unknown: unknown += 1
        }
    }
}
