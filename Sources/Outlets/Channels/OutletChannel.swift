import Aero

/// One way out: how a message is written for it, and how that is sent.
protocol OutletChannel: Sendable {
    /// The bytes that are kept and sent, each time the same.
    func payload(_ message: AlertMessage) -> [UInt8]

    /// - Parameter key: the idempotency key.
    func send(_ payload: [UInt8], key: String, now: Timestamp, through client: OutboundClient) async -> DeliveryOutcome
}
