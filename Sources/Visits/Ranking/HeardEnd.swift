public import Aero
public import Flights

/// Where a stretch of hearing began or ended.
public struct HeardEnd: Hashable, Sendable {
    public let time: Timestamp
    /// Within which it was for certain; a place has the radius 0.
    public let disc: Disc
    /// Within which it usually is when heard so; 0 for a place. For likelihoods, never for bounds.
    public let usualRadius: Metres
    /// 0 on the ground; `nil` where it is not known.
    public let altitude: Feet?
    /// Degrees true; `nil` where it is not known, as of aircraft without positions.
    public let track: Degrees?

    public init(
        time: Timestamp,
        disc: Disc,
        usualRadius: Metres = 0,
        altitude: Feet?,
        track: Degrees? = nil
    ) {
        self.time = time
        self.disc = disc
        self.usualRadius = usualRadius
        self.altitude = altitude
        self.track = track
    }

    var isPositionless: Bool { disc.radius.rawValue > 0 }

    /// Whether a landing or a take-off that was heard so far from a place was there: it lies within 30 km, and 20 for each km of height still to
    /// lose, or won.
    func isNear(_ distance: Metres) -> Bool {
        distance.rawValue <= 30_000 + usualRadius.rawValue + 20 * heightMetres
    }

    var heightMetres: Double { max(0, altitude?.metres.rawValue ?? 0) }
}
