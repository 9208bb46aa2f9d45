public import Watch

/// An alert and its deliveries.
public struct ToldAlert: Hashable, Sendable {
    public struct Delivery: Hashable, Sendable {
        public let outlet: String
        /// `pending`, `delivered`, `dead`.
        public let state: String
        public let tries: Int
        public let lastError: DeliveryTrouble?

        public init(outlet: String, state: String, tries: Int, lastError: DeliveryTrouble?) {
            self.outlet = outlet
            self.state = state
            self.tries = tries
            self.lastError = lastError
        }
    }

    public let record: AlertRecord
    /// The alert that corrects this one.
    public let correctedBy: String?
    public let deliveries: [Delivery]

    public init(_ record: AlertRecord, correctedBy: String? = nil, deliveries: [Delivery] = []) {
        self.record = record
        self.correctedBy = correctedBy
        self.deliveries = deliveries
    }
}
