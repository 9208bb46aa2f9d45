import Aero

extension LegBuilder {
    /// Points that speak for the other side, until enough of them do.
    struct Turn: Sendable {
        /// The last point of the side it comes from.
        let before: FlightPoint
        let first: FlightPoint
        var last: FlightPoint
        var count = 0
        /// How many were decided by two signs.
        var decided = 0
        /// How many said that they are on the ground.
        var flagged = 0
        /// How many in a row speak for the side it comes from: one alone is a wrong flag.
        var against = 0
    }

    /// The time on the ground.
    struct Stay: Sendable {
        var field: Field?
        var place: Position?
        /// Milliseconds of the first contact.
        let since: Int64
        /// The last point on the ground.
        var last: FlightPoint
        /// A point far from where it stood: two make a move.
        var moved: FlightPoint?
        /// The landing, until it is sure that it is more than a touch.
        var landing: LegEnd?

        init(at point: FlightPoint, field: Field?, landing: LegEnd? = nil) {
            since = point.milliseconds
            last = point
            place = point.position
            self.field = field
            self.landing = landing
        }
    }

    /// The time in the air.
    struct Flight: Sendable {
        let first: FlightPoint
        /// The last point in the air.
        var last: FlightPoint
        /// When it can have left the ground at the latest: after the last silence in which it can have stopped.
        var takeoff: Timestamp
        var approach: Approach?

        init(first: FlightPoint, takeoff: Timestamp? = nil) {
            self.first = first
            last = first
            self.takeoff = takeoff ?? first.time
        }
    }

    /// The lowest point of a descent to a field.
    struct Approach: Sendable {
        let field: Field
        var lowest: FlightPoint
        /// Feet above the field.
        var height: Double
        let since: Int64
        var runway: String?
        var isOnLine: Bool
    }

    /// A silence of which two explanations are left.
    struct OpenGap: Sendable {
        var gap: Gap
        /// When the leg before it began, at the latest.
        let takeoff: Timestamp

        var end: Timestamp { gap.to.sighting.time }
    }
}
