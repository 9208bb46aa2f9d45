import Aero

@testable import Flights

/// A route of the timetable: the same way every day, looked at every 20 seconds, with who is in range.
struct FlownRoute {
    struct Moment {
        let position: Position
        let altitude: Feet
        let track: Degrees
        let speed: Knots
        let rate: FeetPerMinute
        let isOnGround: Bool
    }

    /// Seconds between two moments.
    static let step = 20.0

    let moments: [Moment]
    /// For each moment and listener the share of the range, 0 … 1; more than 1 where it is out of reach.
    let shares: [Float]
    /// For each moment a bit of each mask that lies over it.
    let masks: [UInt32]
    /// Seconds after midnight.
    let departure: Double
    /// How many aircraft share it.
    let fleet: Int
}
