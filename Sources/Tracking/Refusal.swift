/// Why a position was not believed.
public enum Refusal: UInt8, Error, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    /// The aircraft would have had to fly faster than it can.
    case tooFast
    /// Farther from the receiver than radio reaches.
    case beyondHorizon
    /// Older than the last accepted one.
    case outOfOrder
    /// The pair of halves and the last position lead to different places.
    case contradictory
    /// The two halves straddle a zone edge or give no place on the globe.
    case unresolvable
    /// A better source gave a position lately.
    case outranked
    /// The first position waits for a second that agrees.
    case unconfirmed
    /// On the ground, and nothing is known to choose between the places a half turn apart.
    case noReference

    /// As in the interfaces: `too-fast`.
    public var description: String {
        switch self {
        case .tooFast: "too-fast"
        case .beyondHorizon: "beyond-horizon"
        case .outOfOrder: "out-of-order"
        case .contradictory: "contradictory"
        case .unresolvable: "unresolvable"
        case .outranked: "outranked"
        case .unconfirmed: "unconfirmed"
        case .noReference: "no-reference"
        }
    }
}
