public import Aero

/// All places within a distance of one: a place itself has the radius 0.
public struct Disc: Hashable, Sendable {
    public let centre: Position
    /// On the great circle, 0 or more.
    public let radius: Metres

    public init(centre: Position, radius: Metres = 0) {
        self.centre = centre
        self.radius = max(0, radius)
    }

    /// Within which an aircraft was that a receiver heard without a position, for bounds: the radio horizon and 10 %, or the longest range at
    /// which the receiver ever heard, if that is more.
    ///
    /// - Parameters:
    ///   - altitude: of the aircraft; `nil` gives 500 km.
    ///   - antenna: height of the antenna above the sea, as is `altitude`.
    public static func hard(
        heardAt receiver: Position,
        altitude: Feet?,
        antenna: Metres,
        longestRange: Metres? = nil
    ) -> Disc {
        guard let altitude else { return Disc(centre: receiver, radius: max(500_000, longestRange ?? 0)) }
        let horizon = RadioHorizon.distance(altitude: altitude, antenna: antenna)
        return Disc(centre: receiver, radius: max(horizon * 1.1, longestRange ?? 0))
    }

    /// Within which an aircraft usually is that a receiver heard without a position: 55, 170, 340 km below 1.5 km, below 6 km, and above. For soft
    /// terms alone.
    ///
    /// - Returns: 340 km for an altitude that is not known.
    public static func typical(heardAt receiver: Position, altitude: Feet?) -> Disc {
        let height = altitude?.metres.rawValue ?? .infinity
        return Disc(centre: receiver, radius: height < 1_500 ? 55_000 : height < 6_000 ? 170_000 : 340_000)
    }
}
