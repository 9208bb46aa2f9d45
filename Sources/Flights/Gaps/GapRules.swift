/// The numbers by which silences are judged.
public struct GapRules: Hashable, Sendable {
    /// P(off) of a silence before anything is looked at. Suggested, editable.
    public var prior = 0.02
    /// P(off) from which on it is said.
    public var certain = 0.95
    /// Passes a look needs to count, and a cell beside to have its say.
    public var enoughPasses = 10.0
    /// P(heard) below which hardly anybody is heard.
    public var hardly = 0.1
    /// P(heard) from which on a higher band counts as heard.
    public var mostly = 0.5
    /// How much each further look counts beside the one before, 0 … 1; 1 would take all for independent. They are not: who is hard to
    /// hear in one cell is in the next. Ours: see docs/coverage.md.
    public var repetition = 0.9
    /// With how many passes as in the cell itself each cell beside it begins: so few of its own say little against it. Ours.
    public var borrowedPasses = 2.0
    /// Seconds of the shortest stay in a cell that counts.
    public var shortestCrossing = 60.0
    /// Passes that should have been heard about the crossing while nobody was: with more, the cell had gone quiet for all.
    public var quietAfter = 4.0

    public init() {}
}
