/// A state of one aircraft that is told when it has begun, or has lasted for a time: high, low, fast, near an airport.
public struct LevelTest: Hashable, Sendable {
    public enum Quantity: Hashable, Sendable {
        /// Barometric, in feet.
        case altitude
        /// Over the ground, in knots.
        case speed
        /// In feet a minute, climbing positive.
        case verticalRate
        /// Great circle to an airport, in km; told only where the altitude is below so many feet, if that is written.
        case distance(airport: String, belowFeet: Double?)
    }

    public let quantity: Quantity
    /// The value must be above this, and below that; either may be open.
    public let above: Double?
    public let below: Double?
    /// How long it must hold. Values more than two minutes apart do not hold together.
    public let duration: RuleDuration

    /// Ours: between two values farther apart nobody knows what was.
    public static let longestStep = RuleDuration(seconds: 120)

    public init(_ quantity: Quantity, above: Double?, below: Double?, duration: RuleDuration) {
        self.quantity = quantity
        self.above = above
        self.below = below
        self.duration = duration
    }
}
