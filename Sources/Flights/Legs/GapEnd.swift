public import Aero

/// What was known where a silence began or ended.
public struct GapEnd: Hashable, Sendable {
    public let sighting: Sighting
    public let isOnGround: Bool
    /// Where it stood; in the air, the field it was approaching or leaving.
    public let field: String?
    public let trend: Trend
    /// As it was sent; `nil` where it was not, and on the ground.
    public let verticalRate: FeetPerMinute?
    public let groundSpeed: Knots?
    /// Degrees true.
    public let track: Degrees?
}
