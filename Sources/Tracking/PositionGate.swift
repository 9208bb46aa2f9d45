import Aero

/// Refuses positions an aircraft cannot have reached.
struct PositionGate: Sendable {
    /// Greatest speed over the ground believed in the air when nothing is known of the aircraft's own. Knots.
    /// Ours: the fastest airliners with the strongest jet streams stay below 750; fighters pass 1,000.
    static let airborneKnots = 1_200.0
    /// The same on the ground; a take-off run ends below 200 kt.
    static let surfaceKnots = 220.0
    /// What rounding, late time stamps and the encoding may add, in nautical miles.
    static let airborneSlack = 1.0
    static let surfaceSlack = 0.3
    /// Farther than this no aircraft is above a receiver's horizon: 60,000 ft over an antenna on a mountain. Nautical miles.
    static let radioReach = 450.0

    /// How far an aircraft may be from where it was, in nautical miles.
    ///
    /// - Parameters:
    ///   - elapsed: seconds between the two positions, not negative.
    ///   - isOnGround: both were on the ground.
    ///   - speed: its last known speed over the ground; narrows the bound.
    static func reach(elapsed: Double, isOnGround: Bool, speed: Knots?) -> Double {
        if isOnGround { return surfaceSlack + surfaceKnots * elapsed / 3600 }
        let bound = speed.map { min(airborneKnots * 3, max(300, $0.rawValue * 1.4 + 100)) } ?? airborneKnots
        return airborneSlack + bound * elapsed / 3600
    }

    /// Whether the way from one fix to a position can have been flown.
    static func allows(
        from fix: (position: Position, time: Timestamp, isOnGround: Bool),
        to position: Position,
        at time: Timestamp,
        isOnGround: Bool,
        speed: Knots?
    ) -> Bool {
        let elapsed = max(0, time.seconds(since: fix.time))
        let bound = reach(elapsed: elapsed, isOnGround: isOnGround && fix.isOnGround, speed: speed)
        return Geodesy.distance(fix.position, position).nauticalMiles.rawValue <= bound
    }

    /// Whether a receiver can have heard an aircraft there.
    static func isAudible(_ position: Position, from receiver: Position) -> Bool {
        Geodesy.distance(position, receiver).nauticalMiles.rawValue <= radioReach
    }
}
