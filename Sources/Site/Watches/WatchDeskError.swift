public import Watch

/// Why a rule was not taken, or a question about rules not answered.
public enum WatchDeskError: Error, Hashable, Sendable {
    /// What is wrong with the rule.
    case rule(RuleError)
    case notFound
    /// A rule asks for the area.
    case areaInUse(rule: String)
    /// There are as many rules as are kept.
    case tooMany(most: Int)
    /// Why, in English, as the log has it.
    case unwritable(reason: String)
    /// It was written by hand, and is changed by hand alone.
    case byHand(file: String)
    /// Nothing is kept of that world.
    case noHistory
    /// Others are looked for now.
    case busy
    /// The archive cannot be read now.
    case unreadable
}
