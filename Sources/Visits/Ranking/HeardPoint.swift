public import Aero
public import Flights

/// An aircraft heard once, as stretches are made of it.
public struct HeardPoint: Hashable, Sendable {
    public let time: Timestamp
    public let disc: Disc
    public let usualRadius: Metres
    public let altitude: Feet?

    /// At a place.
    public init(time: Timestamp, position: Position, altitude: Feet?) {
        self.time = time
        disc = Disc(centre: position)
        usualRadius = 0
        self.altitude = altitude
    }

    /// Without a position, by a receiver.
    ///
    /// - Parameter antenna: height of the receiver's antenna above the sea.
    public init(time: Timestamp, heardAt receiver: Position, altitude: Feet?, antenna: Metres = 30) {
        self.time = time
        disc = Disc.hard(heardAt: receiver, altitude: altitude, antenna: antenna)
        usualRadius = Disc.typical(heardAt: receiver, altitude: altitude).radius
        self.altitude = altitude
    }

    var isOnGround: Bool { altitude == 0 }

    /// Whether one can fly from one to the other at no more than 900 kt, less than half a minute being taken for a clock's fault.
    func agrees(with later: HeardPoint) -> Bool {
        let apart = Geodesy.distance(disc.centre, later.disc.centre) - disc.radius - later.disc.radius
        let seconds = later.time.seconds(since: time) + 30
        return apart.rawValue <= seconds * Knots(900).metresPerSecond
    }
}
