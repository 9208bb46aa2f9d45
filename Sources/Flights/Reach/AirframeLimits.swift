public import Aero

/// What an aircraft of a type can do, for bounds only: approximate, and the operator may write other values.
public struct AirframeLimits: Hashable, Sendable {
    /// True airspeed in cruise.
    public var typicalSpeed: KilometresPerHour
    /// The highest true airspeed.
    public var maximumSpeed: KilometresPerHour
    /// How long it stays in the air at most, with all its fuel.
    public var enduranceSeconds: Double
    /// The shortest runway it is expected to use.
    public var runwayMinimum: Metres
    /// Ground speed at which it leaves the ground.
    public var rotation: Knots
    /// Whether it takes off and lands without a runway, and stands still in the air.
    public var isRotorcraft: Bool

    public init(
        typicalSpeed: KilometresPerHour,
        maximumSpeed: KilometresPerHour,
        enduranceSeconds: Double,
        runwayMinimum: Metres,
        rotation: Knots = AirframeLimits.unknown.rotation,
        isRotorcraft: Bool = false
    ) {
        self.typicalSpeed = typicalSpeed
        self.maximumSpeed = maximumSpeed
        self.enduranceSeconds = enduranceSeconds
        self.runwayMinimum = runwayMinimum
        self.rotation = rotation
        self.isRotorcraft = isRotorcraft
    }

    /// Limits by the range that is published.
    ///
    /// - Parameter range: still air, with the usual reserves, which are flown as well in need: 1.5 h are added. Ours.
    public init(
        typicalSpeed: KilometresPerHour,
        maximumSpeed: KilometresPerHour,
        range: Metres,
        runwayMinimum: Metres,
        rotation: Knots = AirframeLimits.unknown.rotation
    ) {
        self.init(
            typicalSpeed: typicalSpeed,
            maximumSpeed: maximumSpeed,
            enduranceSeconds: range.rawValue / typicalSpeed.metresPerSecond + 1.5 * 3_600,
            runwayMinimum: runwayMinimum,
            rotation: rotation
        )
    }

    /// What is taken for a type that is not known: 900/950 km/h, 15 h, 1,500 m.
    ///
    /// The speed of rotation is ours: 70 kt lie above the stall of most light aircraft and below that of every jet.
    public static let unknown = AirframeLimits(
        typicalSpeed: 900,
        maximumSpeed: 950,
        enduranceSeconds: 15 * 3_600,
        runwayMinimum: 1_500,
        rotation: 70
    )
}
