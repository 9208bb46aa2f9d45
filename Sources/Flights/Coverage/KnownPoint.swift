public import Aero

/// Where an aircraft is known to have been, whoever told it, and which listeners heard it there.
public struct KnownPoint: Hashable, Sendable {
    public let time: Timestamp
    public let position: Position
    /// Pressure altitude.
    public let altitude: Feet
    public let track: Degrees?
    public let groundSpeed: Knots?
    public let isOnGround: Bool
    /// Empty where only a source told it that does not listen to all: an import, a poll by address.
    public let heardBy: [Listener]
    /// Whether nobody else heard it there; else who did is not known.
    public let isHeardByTheseAlone: Bool

    public init(
        time: Timestamp,
        position: Position,
        altitude: Feet,
        track: Degrees? = nil,
        groundSpeed: Knots? = nil,
        isOnGround: Bool = false,
        heardBy: [Listener],
        isHeardByTheseAlone: Bool = true
    ) {
        self.time = time
        self.position = position
        self.altitude = altitude
        self.track = track
        self.groundSpeed = groundSpeed
        self.isOnGround = isOnGround
        self.heardBy = heardBy
        self.isHeardByTheseAlone = isHeardByTheseAlone
    }
}
