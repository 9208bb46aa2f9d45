public import Aero

/// Where a receiver's antenna stands.
public struct ReceiverPlace: Hashable, Sendable {
    public let position: Position
    /// Above the sea.
    public let antenna: Metres
    /// The farthest at which it ever heard an aircraft, if that is known.
    public let longestRange: Metres?

    public init(position: Position, antenna: Metres, longestRange: Metres? = nil) {
        self.position = position
        self.antenna = antenna
        self.longestRange = longestRange
    }

    /// Whether an aircraft can be heard from there.
    public func canHear(_ place: Position, altitude: Feet?) -> Bool {
        Geodesy.distance(position, place) <= disc(altitude: altitude).radius
    }

    /// Within which an aircraft is that is heard from there.
    func disc(altitude: Feet?) -> Disc {
        Disc.hard(heardAt: position, altitude: altitude, antenna: antenna, longestRange: longestRange)
    }
}
