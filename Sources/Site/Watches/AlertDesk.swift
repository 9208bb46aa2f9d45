public import Aero

/// Alerts that were kept, and what became of their deliveries.
public protocol AlertDesk: Sendable {
    /// - Returns: the newest first.
    func alerts(_ question: AlertQuestion) async throws(AlertDeskError) -> [ToldAlert]

    func alert(_ id: String) async throws(AlertDeskError) -> ToldAlert?

    /// How many there are of each rule since a time, and when the last was.
    func counts(since: Timestamp) async throws(AlertDeskError) -> [String: (count: Int, last: Timestamp)]
}
