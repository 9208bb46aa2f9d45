import Aero
import Outlets
import Store
import Watch

/// The kept deliveries, as workers ask for them; calls wait for the disk apart from who asks.
struct OutboxQueue: DeliveryQueue {
    let store: OutboxStore

    @concurrent
    func ready(_ outlet: String, now: Timestamp, limit: Int) async throws(DeliveryQueueError) -> [Delivery] {
        try Self.wrapped { () throws(OutboxStoreError) in try store.ready(outlet, now: now, limit: limit) }
    }

    @concurrent
    func nextDue(_ outlet: String) async throws(DeliveryQueueError) -> Timestamp? {
        try Self.wrapped { () throws(OutboxStoreError) in try store.nextDue(outlet) }
    }

    @concurrent
    func settle(_ number: Int64, _ settlement: DeliverySettlement, now: Timestamp) async throws(DeliveryQueueError) {
        try Self.wrapped { () throws(OutboxStoreError) in try store.settle(number, settlement, now: now) }
    }

    @concurrent
    func untried(
        _ outlet: String,
        now: Timestamp,
        limit: Int
    ) async throws(DeliveryQueueError) -> [(number: Int64, alert: AlertRecord)] {
        try Self.wrapped { () throws(OutboxStoreError) in try store.untried(outlet, now: now, limit: limit) }
    }

    @concurrent
    func join(
        _ numbers: [Int64],
        outlet: String,
        key: String,
        payload: [UInt8],
        now: Timestamp
    ) async throws(DeliveryQueueError) {
        try Self.wrapped { () throws(OutboxStoreError) in
            try store.join(numbers, outlet: outlet, key: key, payload: payload, now: now)
        }
    }

    private static func wrapped<Value>(
        _ body: () throws(OutboxStoreError) -> Value
    ) throws(DeliveryQueueError) -> Value {
        do throws(OutboxStoreError) { return try body() } catch { throw DeliveryQueueError(reason: error.description) }
    }
}
