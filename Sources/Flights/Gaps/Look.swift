/// One listener's chance to hear an aircraft in one cell on its way, and what that chance is known from.
public struct Look: Hashable, Sendable {
    /// What became of it in the verdict.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        /// Others are heard here, it listened: its silence counts.
        case counted
        /// It did not listen, or nobody knows whether it did.
        case down
        /// Too few passes to say.
        case tooFew
        /// Others were heard here, but for longer than chance allows nobody was any more.
        case goneQuiet
        /// It may share receivers with a better one.
        case dependent
    }

    public let listener: Listener
    public let estimate: HearingEstimate
    /// P(heard) as it is taken: that of the cell, or of the worst of the cells around where that is known and less, since a cell at the
    /// edge of the coverage is heard in a part only; times the aircraft's own share (`HearingAbility`).
    public let hearing: Double
    public let standing: Standing
}
