/// Which of three worlds data belong to. Each has a store of its own; nothing goes from one to another.
public enum ArchiveRealm: String, Hashable, Sendable, CaseIterable {
    /// Heard by receivers, or claimed by those who were asked, as it happened.
    case real
    /// Replayed recordings and imports of others' histories.
    case imported
    /// Made by the synthetic sky.
    case simulated
}
