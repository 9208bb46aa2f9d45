/// What an operator uses a provider's data for; some terms allow one and not another.
public enum Purpose: String, Hashable, Sendable, CaseIterable {
    /// For oneself, shown to nobody else.
    case personal = "private"
    case research
    case newsroom
}
