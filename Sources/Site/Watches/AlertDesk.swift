public import Aero
public import Watch

/// Alerts that were kept, and what became of their deliveries.
public protocol AlertDesk: Sendable {
    /// - Returns: the newest first.
    func alerts(_ question: AlertQuestion) async throws(AlertDeskError) -> [ToldAlert]

    func alert(_ id: String) async throws(AlertDeskError) -> ToldAlert?

    /// How many there are of each rule since a time, and when the last was.
    func counts(since: Timestamp) async throws(AlertDeskError) -> [String: (count: Int, last: Timestamp)]

    /// How many were matched since a time by the wall's clock: as it happened, and in data that came late.
    func made(since: Timestamp) async throws(AlertDeskError) -> (told: Int, late: Int)

    /// The messages an alert rests on, as they came in; `nil` where no raw messages are kept at all.
    func messages(of alert: AlertRecord) async -> AlertMessagesFound?
}
