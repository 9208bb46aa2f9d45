public import Aero

/// What the type of an aircraft cannot exceed, as far as paths through a silence need it.
public struct FlightLimits: Hashable, Sendable {
    /// Over ground: greatest airspeed and the wind.
    public let fastest: Knots
    /// Steepest descent, positive.
    public let descent: FeetPerMinute
    /// The highest it flies.
    public let ceiling: Feet

    /// - Parameter ceiling: ours: 43,000 ft, which most airliners do not exceed.
    public init(fastest: Knots, descent: FeetPerMinute = 3_000, ceiling: Feet = 43_000) {
        self.fastest = fastest
        self.descent = descent
        self.ceiling = ceiling
    }

    /// Of a type that is not known: 950 km/h and 200 km/h of wind.
    public static let unknownType = FlightLimits(fastest: Knots(1_150 / 1.852))
}
