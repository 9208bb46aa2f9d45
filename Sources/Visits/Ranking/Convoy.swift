public import Aero

/// Aircraft that fly the itinerary together, or one alone.
public struct Convoy: Hashable, Sendable {
    public enum Ground: String, Hashable, Sendable {
        case alone
        /// Of one operator, within an hour of each other at a stop.
        case together
        /// One fell silent in flight and its sister appeared there: which of them it is cannot be told.
        case relay
    }

    /// Likeliest first.
    public let members: [AircraftAddress]
    /// That it flew with the visit: that one of them carried, or that any of them came along. Those of several convoys may add up to more than 1.
    public let probability: Double
    public let ground: Ground
}
