import Tracking

/// Tells at which points of a path, seen from its beginning, a leg begins.
///
/// A leg begins with the first point after a silence on the ground, or else with the take-off. A silence in the air begins none: whether the
/// aircraft landed in it is not known here.
struct LegMarks {
    private var wasOnGround: Bool?
    /// The aircraft flew since the last mark.
    private var hasFlown = false

    /// To be asked for each point, oldest first.
    mutating func startsLeg(at point: TrailPoint) -> Bool {
        let isOnGround = point.flags.contains(.onGround)
        defer {
            wasOnGround = isOnGround
            if !isOnGround { hasFlown = true }
        }
        guard let wasOnGround, hasFlown else { return false }
        let returnsAfterStop = point.flags.contains(.afterGap) && (wasOnGround || isOnGround)
        let takesOff = wasOnGround && !isOnGround
        guard returnsAfterStop || takesOff else { return false }
        hasFlown = false
        return true
    }
}
