public import Aero

/// Which alerts are asked for.
public struct AlertQuestion: Hashable, Sendable {
    /// By event time: from then on, and before then.
    public var since: Timestamp?
    public var before: Timestamp?
    /// Of one rule.
    public var watch: String?
    /// Of the watches of one visit.
    public var visit: String?
    public var limit: Int
    /// Those of public rules alone.
    public var isPublicOnly: Bool

    public init(
        since: Timestamp? = nil,
        before: Timestamp? = nil,
        watch: String? = nil,
        visit: String? = nil,
        limit: Int = 100,
        isPublicOnly: Bool = false
    ) {
        self.since = since
        self.before = before
        self.watch = watch
        self.visit = visit
        self.limit = limit
        self.isPublicOnly = isPublicOnly
    }
}
