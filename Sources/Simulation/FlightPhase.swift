/// What an aircraft is doing.
public enum FlightPhase: String, Hashable, Sendable, CaseIterable {
    case parked, taxi, takeoff, climb, cruise, descent, approach, landing

    /// Whether the wheels are on the ground.
    public var isOnGround: Bool {
        switch self {
        case .parked, .taxi, .takeoff, .landing: true
        case .climb, .cruise, .descent, .approach: false
        }
    }
}
