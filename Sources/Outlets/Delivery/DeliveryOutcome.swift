public import Watch

/// How a try ended.
public enum DeliveryOutcome: Hashable, Sendable {
    case delivered
    /// The other side does not want this, and will not want it the next time unless somebody changes something.
    case refused(reason: DeliveryTrouble)
    /// It may go the next time. `retryAfter`: seconds the other side asked to be left alone for.
    case failed(reason: DeliveryTrouble, retryAfter: Double?)

    /// Why; `nil` where it was delivered.
    public var reason: DeliveryTrouble? {
        switch self {
        case .delivered: nil
        case .refused(let reason), .failed(let reason, _): reason
        }
    }
}
