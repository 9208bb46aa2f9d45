public import Tracking

/// How a store fares: for the alarm, the metrics and `pelacak doctor`.
public struct ArchiveHealth: Hashable, Sendable {
    /// Why nothing can be acknowledged, or sealed, at present.
    public var problem: ArchiveError?
    /// Rows acknowledged that are not in the database yet.
    public var unsealedRows = 0
    /// Rows acknowledged since it was opened.
    public var acknowledgedRows: Int64 = 0
    /// What was put right when it was opened, one sentence for each.
    public var recovered: [String] = []

    public init() {}
}
