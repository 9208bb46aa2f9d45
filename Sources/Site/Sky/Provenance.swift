/// Whether what the sky shows was received or made up.
public enum Provenance: String, Hashable, Sendable, CaseIterable {
    /// Nothing was heard yet that decides it.
    case undetermined
    case real
    case simulated
}
