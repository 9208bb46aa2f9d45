public import Aero

/// Where an aircraft was and how it moved at one time; what was not heard is `nil`.
public struct WatchSample: Hashable, Sendable {
    public var position: Position?
    public var barometricAltitude: Feet?
    public var groundSpeed: Knots?
    public var verticalRate: FeetPerMinute?

    public init(
        position: Position? = nil,
        barometricAltitude: Feet? = nil,
        groundSpeed: Knots? = nil,
        verticalRate: FeetPerMinute? = nil
    ) {
        self.position = position
        self.barometricAltitude = barometricAltitude
        self.groundSpeed = groundSpeed
        self.verticalRate = verticalRate
    }
}
