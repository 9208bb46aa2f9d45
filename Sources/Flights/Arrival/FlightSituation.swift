public import Aero

/// What is known of an aircraft in the air at one moment: now, or when it was last heard.
///
/// What no aircraft does is taken for not reported, so that nothing absurd gets into an estimate.
public struct FlightSituation: Hashable, Sendable {
    public let position: Position
    public let time: Timestamp
    /// Barometric, or geometric where that is not known; -2,000 … 65,000 ft.
    public let altitude: Feet?
    /// 0 … 900 kt.
    public let groundSpeed: Knots?
    /// Degrees true over ground, 0 ..< 360.
    public let track: Degrees?
    /// -10,000 … 10,000 ft/min, climbing positive.
    public let verticalRate: FeetPerMinute?
    public let takeoff: KnownTakeoff?

    /// - Parameters: values out of range, or that are not numbers, become `nil`; so does a take-off later than `time`.
    public init(
        position: Position,
        time: Timestamp,
        altitude: Feet? = nil,
        groundSpeed: Knots? = nil,
        track: Degrees? = nil,
        verticalRate: FeetPerMinute? = nil,
        takeoff: KnownTakeoff? = nil
    ) {
        self.position = position
        self.time = time
        self.altitude = altitude.flatMap { (-2_000...65_000).contains($0.rawValue) ? $0 : nil }
        self.groundSpeed = groundSpeed.flatMap { (0...900).contains($0.rawValue) ? $0 : nil }
        self.track = track.flatMap { $0.rawValue.isFinite ? $0.asDirection : nil }
        self.verticalRate = verticalRate.flatMap { (-10_000...10_000).contains($0.rawValue) ? $0 : nil }
        self.takeoff = takeoff.flatMap { $0.time <= time ? $0 : nil }
    }

    /// What the height does: more than 500 ft/min up is a climb, more than 300 down a descent; `nil` where it is not known. Ours.
    var trend: Trend? {
        verticalRate.map { $0.rawValue > 500 ? .climbing : $0.rawValue < -300 ? .descending : .level }
    }
}
