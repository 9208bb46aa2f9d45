public import Aero

/// How an outlet fares.
public struct OutletTally: Hashable, Sendable {
    /// Deliveries that wait, without those that are part of a digest.
    public var pending = 0
    public var dead = 0
    public var lastSuccess: Timestamp?
    public var lastFailure: Timestamp?
    public var lastError: DeliveryTrouble?

    public init() {}
}
