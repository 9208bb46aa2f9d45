public import Aero

/// The last point before a silence, or the first after it.
public struct SilenceEnd: Hashable, Sendable {
    public let time: Timestamp
    public let position: Position
    /// Pressure altitude.
    public let altitude: Feet
    public let track: Degrees?
    public let groundSpeed: Knots?
    public let verticalRate: FeetPerMinute?

    public init(
        time: Timestamp,
        position: Position,
        altitude: Feet,
        track: Degrees? = nil,
        groundSpeed: Knots? = nil,
        verticalRate: FeetPerMinute? = nil
    ) {
        self.time = time
        self.position = position
        self.altitude = altitude
        self.track = track
        self.groundSpeed = groundSpeed
        self.verticalRate = verticalRate
    }
}
