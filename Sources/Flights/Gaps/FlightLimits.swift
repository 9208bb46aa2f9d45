public import Aero

/// What the type of an aircraft cannot exceed, as far as paths through a silence need it.
public struct FlightLimits: Hashable, Sendable {
    /// Over ground: greatest airspeed and the wind.
    public let fastest: Knots
    /// Steepest descent, positive.
    public let descent: FeetPerMinute

    public init(fastest: Knots, descent: FeetPerMinute = 3_000) {
        self.fastest = fastest
        self.descent = descent
    }

    /// Of a type that is not known: 950 km/h and 200 km/h of wind.
    public static let unknownType = FlightLimits(fastest: Knots(1_150 / 1.852))
}
