/// How far a delivery came.
public enum DeliveryState: Int, Hashable, Sendable, CaseIterable {
    /// To be sent, or sent again.
    case waiting = 0
    /// The other side took it.
    case delivered = 1
    /// Given up; a person may have it sent again.
    case dead = 2
    /// Sent as part of a digest, whose end is its end.
    case joined = 3
    /// Not meant for this outlet, and never sent.
    case withheld = 4

    /// As documents name it.
    public var name: String {
        switch self {
        case .waiting: "waiting"
        case .delivered: "delivered"
        case .dead: "dead"
        case .joined: "joined"
        case .withheld: "withheld"
        }
    }
}
