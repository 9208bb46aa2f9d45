public import Aero

/// Which kept alerts are looked for: the newest first, by number; the oldest first where those after a number are; by event time where it is
/// bounded.
public struct AlertSearch: Hashable, Sendable {
    /// Alerts at most in an answer.
    public static let most = 1000

    /// Matched at this time or later, by the wall's clock.
    public var since: Timestamp?
    /// By event time: from then on, and before then.
    public var from: Timestamp?
    public var until: Timestamp?
    /// By event time, the latest first.
    public var isByTime = false
    /// With a smaller number than this: the next page.
    public var before: Int64?
    /// With a greater number than this: what came since.
    public var after: Int64?
    public var ruleID: String?
    public var visit: String?
    /// That name this outlet.
    public var outlet: String?
    public var isPublicOnly = false
    public var limit: Int

    public init(limit: Int = 100) { self.limit = min(max(1, limit), Self.most) }
}
