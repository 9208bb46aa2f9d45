/// Where an aircraft is, as far as is known.
public enum AirGround: String, Hashable, Sendable {
    case unknown, ground, airborne
    /// It fell silent in the air.
    case lost
}
