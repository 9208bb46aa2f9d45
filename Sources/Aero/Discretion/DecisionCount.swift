/// What was decided so far about requests and lists of one kind: counts and a day, no aircraft, for everybody to read.
public struct DecisionCount: Hashable, Sendable {
    public let reason: SuppressionReason
    /// Aircraft hidden, or set right, because somebody asked.
    public var granted: Int
    /// Requests that were refused.
    public var refused: Int
    /// Aircraft shown again.
    public var withdrawn: Int
    /// Lists of others that were taken up.
    public var lists: Int
    /// When the last of these was, `2026-11-26`.
    public var lastDay: String

    public init(
        reason: SuppressionReason,
        granted: Int = 0,
        refused: Int = 0,
        withdrawn: Int = 0,
        lists: Int = 0,
        lastDay: String = ""
    ) {
        self.reason = reason
        self.granted = granted
        self.refused = refused
        self.withdrawn = withdrawn
        self.lists = lists
        self.lastDay = lastDay
    }
}
