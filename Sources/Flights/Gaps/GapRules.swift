/// The numbers by which silences are judged.
public struct GapRules: Hashable, Sendable {
    /// P(off) of a silence before anything is looked at. Suggested, editable.
    public var prior = 0.02
    /// P(off) from which on it is said.
    public var certain = 0.95
    /// Passes a look needs to count.
    public var enoughPasses = 10.0
    /// P(heard) below which hardly anybody is heard.
    public var hardly = 0.1
    /// P(heard) from which on a higher band counts as heard.
    public var mostly = 0.5
    /// How much each further look counts beside the one before, 0 … 1; 1 would take all for independent. They are not: who is hard to
    /// hear in one cell is in the next. Ours: see docs/coverage.md.
    public var repetition = 0.5
    /// Seconds of the shortest stay in a cell that counts.
    public var shortestCrossing = 60.0
    /// Passes that should have been heard since somebody last was; from so many on the cell has gone quiet. By chance that happens to
    /// one in 150.
    public var quietAfter = 5.0

    public init() {}
}
