public import Aero
public import Watch

/// The kept deliveries, as a worker asks for them. Every change is on the disk when a call returns.
public protocol DeliveryQueue: Sendable {
    /// Deliveries of an outlet that may be tried now: due, and none before them in their lane; those due first come first.
    func ready(_ outlet: String, now: Timestamp, limit: Int) async throws(DeliveryQueueError) -> [Delivery]

    /// When the next becomes due; `nil` where none waits.
    func nextDue(_ outlet: String) async throws(DeliveryQueueError) -> Timestamp?

    func settle(_ number: Int64, _ settlement: DeliverySettlement, now: Timestamp) async throws(DeliveryQueueError)

    /// Deliveries of an outlet that were never tried and may be told together, oldest first, each with its alert.
    func untried(
        _ outlet: String,
        now: Timestamp,
        limit: Int
    ) async throws(DeliveryQueueError) -> [(number: Int64, alert: AlertRecord)]

    /// Puts deliveries together as one, which is tried in their place.
    func join(
        _ numbers: [Int64],
        outlet: String,
        key: String,
        payload: [UInt8],
        now: Timestamp
    ) async throws(DeliveryQueueError)
}
