public import Aero

/// A delivery that is to be sent.
public struct Delivery: Hashable, Sendable {
    public let number: Int64
    public let outlet: String
    /// The same each time it is sent: the alert's id, or what is made of those of a digest.
    public let key: String
    public let payload: [UInt8]
    /// When it was kept.
    public let made: Timestamp
    /// How often it was tried.
    public let tries: Int
    /// How often it was refused for good.
    public let refusals: Int
    /// Not before.
    public let due: Timestamp

    public init(
        number: Int64,
        outlet: String,
        key: String,
        payload: [UInt8],
        made: Timestamp,
        tries: Int,
        refusals: Int,
        due: Timestamp
    ) {
        self.number = number
        self.outlet = outlet
        self.key = key
        self.payload = payload
        self.made = made
        self.tries = tries
        self.refusals = refusals
        self.due = due
    }
}
