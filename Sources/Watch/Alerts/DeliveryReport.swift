public import Aero

/// How the delivery of an alert to one outlet stands.
public struct DeliveryReport: Hashable, Sendable {
    public let outlet: String
    public let state: DeliveryState
    public let tries: Int
    public let lastError: DeliveryTrouble?
    /// When it was delivered or given up.
    public let ended: Timestamp?

    public init(outlet: String, state: DeliveryState, tries: Int, lastError: DeliveryTrouble?, ended: Timestamp?) {
        self.outlet = outlet
        self.state = state
        self.tries = tries
        self.lastError = lastError
        self.ended = ended
    }
}
