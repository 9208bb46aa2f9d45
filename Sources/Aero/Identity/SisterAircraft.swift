/// An aircraft that stands near another, and why it is named: a hint where to look, never membership.
public struct SisterAircraft: Hashable, Sendable {
    public enum Ground: String, Hashable, Sendable, CaseIterable {
        /// A neighbouring registration, the same type, the same operator.
        case neighbour
        /// An address that differs by one bit: a single wrong bit in a reply names it.
        case oneBit = "one-bit"
    }

    public let aircraft: RegisteredAircraft
    public let ground: Ground

    public init(_ aircraft: RegisteredAircraft, _ ground: Ground) {
        self.aircraft = aircraft
        self.ground = ground
    }
}
