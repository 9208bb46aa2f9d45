/// A horizontal wind.
public struct Wind: Hashable, Sendable {
    /// Ours: the strongest believed. Jet streams reach some 220 kt; the same bound stands for the register BDS 4,4.
    static let strongest: Knots = 250
    /// Ours: the fastest aircraft believed, over ground or through the air.
    static let fastest: Knots = 1500

    /// Where it blows from, degrees true, 0 ..< 360; 0 in a calm.
    public let direction: Degrees
    /// Never negative.
    public let speed: Knots

    /// A wind as somebody reports it.
    ///
    /// - Parameters:
    ///   - direction: where it blows from, degrees true.
    ///   - speed: 0 or more.
    /// - Returns: `nil` for a number that is not finite and a speed outside 0 … 250 kt.
    public init?(direction: Degrees, speed: Knots) {
        guard direction.rawValue.isFinite, (0...Self.strongest).contains(speed) else { return nil }
        self.direction = speed > 0 ? direction.asDirection : 0
        self.speed = speed
    }

    /// The wind that turns the motion through the air into the motion over the ground.
    ///
    /// The four must belong to the same moment of level, unturning flight. Errors are those of the inputs: one degree between
    /// heading and track is 8 kt at 450 kt, and the wind's direction means little when it is light.
    /// - Parameters:
    ///   - groundSpeed: 0 or more.
    ///   - track: degrees *true*.
    ///   - trueAirspeed: above 0; not an indicated one.
    ///   - heading: degrees *true*; a magnetic one first goes through `MagneticModel.trueHeading`.
    /// - Returns: `nil` for a number that is not finite, a speed outside its range, and a wind above 250 kt: then the four do
    ///   not belong together.
    /// - Source: the wind triangle, wind = ground vector - air vector.
    public init?(groundSpeed: Knots, track: Degrees, trueAirspeed: Knots, heading: Degrees) {
        guard (0...Self.fastest).contains(groundSpeed), trueAirspeed > 0, trueAirspeed <= Self.fastest,
            track.rawValue.isFinite, heading.rawValue.isFinite
        else { return nil }
        let course = track.asDirection.rawValue * Trigonometry.radiansPerDegree
        let nose = heading.asDirection.rawValue * Trigonometry.radiansPerDegree
        let east =
            groundSpeed.rawValue * Trigonometry.sine(course) - trueAirspeed.rawValue * Trigonometry.sine(nose)
        let north =
            groundSpeed.rawValue * Trigonometry.cosine(course) - trueAirspeed.rawValue * Trigonometry.cosine(nose)
        speed = Knots((east * east + north * north).squareRoot())
        guard speed <= Self.strongest else { return nil }
        let from = Trigonometry.arcTangent(y: -east, x: -north) / Trigonometry.radiansPerDegree
        direction = speed > 0 ? Degrees(from).asDirection : 0
    }

    /// The drift angle: from the nose to the track, right positive, -180 ..< 180.
    ///
    /// - Parameters:
    ///   - track: degrees true.
    ///   - heading: degrees true.
    /// - Returns: `nil` for a number that is not finite.
    public static func driftAngle(track: Degrees, heading: Degrees) -> Degrees? {
        guard track.rawValue.isFinite, heading.rawValue.isFinite else { return nil }
        return Degrees(Position.wrapped(track.asDirection.rawValue - heading.asDirection.rawValue))
    }
}
