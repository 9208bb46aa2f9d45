/// An alert as it lies in the outbox.
public struct KeptAlert: Hashable, Sendable {
    /// Rises with each alert that is kept; pages and streams go on from it.
    public let number: Int64
    public let record: AlertRecord
    /// The alert that corrects this one.
    public let correctedBy: String?
    public let deliveries: [DeliveryReport]

    public init(number: Int64, record: AlertRecord, correctedBy: String?, deliveries: [DeliveryReport]) {
        self.number = number
        self.record = record
        self.correctedBy = correctedBy
        self.deliveries = deliveries
    }
}
