public import Aero

/// An end of a silence: where an aircraft was at a time, and how high.
public struct Sighting: Hashable, Sendable {
    public let whereabouts: Whereabouts
    public let time: Timestamp
    /// Barometric, or geometric where that is not known; `nil` for neither. 0 on the ground.
    public let altitude: Feet?

    public init(_ whereabouts: Whereabouts, at time: Timestamp, altitude: Feet?) {
        self.whereabouts = whereabouts
        self.time = time
        self.altitude = altitude
    }

    public init(_ place: Position, at time: Timestamp, altitude: Feet?) {
        self.init(Whereabouts(place), at: time, altitude: altitude)
    }
}
