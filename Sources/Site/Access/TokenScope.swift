/// What a token allows.
public enum TokenScope: String, Hashable, Sendable, CaseIterable {
    /// Documents, the live stream and figures.
    case read
    /// All of `read`, and changing sources.
    case write
}
