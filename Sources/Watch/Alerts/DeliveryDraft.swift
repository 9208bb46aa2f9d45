/// A delivery as it is kept with its alert.
public struct DeliveryDraft: Hashable, Sendable {
    /// Where it begins.
    public enum Start: Hashable, Sendable {
        case waiting
        /// Nothing is sent: a feed or a page fetches it.
        case fetched
        /// It cannot be sent as things are, and why.
        case dead(reason: DeliveryTrouble)
        /// It is not for this outlet, and why.
        case withheld(reason: DeliveryTrouble)
    }

    public let outlet: String
    /// What must arrive in the order it was made: deliveries of one lane to one outlet.
    public let lane: String
    /// The bytes that are sent, each time the same.
    public let payload: [UInt8]
    public let start: Start

    public init(outlet: String, lane: String, payload: [UInt8], start: Start) {
        self.outlet = outlet
        self.lane = lane
        self.payload = payload
        self.start = start
    }
}
