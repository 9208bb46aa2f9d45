/// What an operator uses a provider's data for; some terms allow one and not another.
public enum Purpose: String, Hashable, Sendable, CaseIterable {
    /// For oneself, shown to nobody else.
    case personal = "private"
    case research
    case newsroom

    /// Whether a provider's terms allow a purpose.
    public enum Fit: String, Hashable, Sendable, CaseIterable {
        case yes
        /// The terms do not say it plainly, or only an agreement of the operator's own allows it.
        case unclear
        case no
    }
}
