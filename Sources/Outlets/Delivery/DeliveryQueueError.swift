/// The kept deliveries cannot be read or written now. What stands behind that is told by who keeps them.
public struct DeliveryQueueError: Error, Hashable, Sendable {
    public let reason: String

    public init(reason: String) { self.reason = reason }
}
