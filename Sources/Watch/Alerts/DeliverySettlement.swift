public import Aero

/// What becomes of a delivery after a try.
public enum DeliverySettlement: Hashable, Sendable {
    case delivered
    /// Tried again, not before `due`.
    case later(due: Timestamp, reason: DeliveryTrouble, wasRefused: Bool)
    /// Given up.
    case dead(reason: DeliveryTrouble)
}
