public import Aero

/// What is assumed of wind, climb, descent and time on the ground when reach is computed.
public struct ReachRules: Hashable, Sendable {
    /// Added to the highest true airspeed.
    public var wind: KilometresPerHour = 200
    /// For the way down from the last altitude, and up to the next.
    public var descentRate: FeetPerMinute = 1_500
    public var climbRate: FeetPerMinute = 1_800
    /// The shortest stop of somebody who only refuels, and of somebody who visits.
    public var transitDwellSeconds = 25.0 * 60
    public var visitDwellSeconds = 45.0 * 60

    public init() {}

    /// The highest ground speed that is believed of an aircraft.
    public func highestSpeed(_ limits: AirframeLimits) -> KilometresPerHour { limits.maximumSpeed + wind }

    /// Seconds from an altitude to the ground; 0 for one that is not known, which rules nothing out.
    public func secondsDown(from altitude: Feet?) -> Double {
        max(0, altitude?.rawValue ?? 0) / descentRate.rawValue * 60
    }

    /// Seconds from the ground to an altitude; 0 for one that is not known.
    public func secondsUp(to altitude: Feet?) -> Double { max(0, altitude?.rawValue ?? 0) / climbRate.rawValue * 60 }
}
