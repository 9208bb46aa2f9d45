import Aero

/// One flight from stand to stand, or a local round.
struct Leg: Sendable {
    let from: Int
    let to: Int
    let pieces: [PathPiece]
    let knots: [ProfileKnot]
    /// Index of the knot at which the take-off roll begins, and of that at which the wheels touch.
    let takeoffKnot: Int
    let touchdownKnot: Int
    /// Feet.
    let cruiseAltitude: Double
    /// Seconds of the sky's time at which the aircraft leaves its stand.
    var start = 0.0

    /// Seconds from stand to stand.
    var duration: Double { knots.last?.time ?? 0 }
    /// When it stands again.
    var end: Double { start + duration }
    /// When the take-off roll begins.
    var takeoff: Double { start + knots[takeoffKnot].time }
    /// When the wheels touch.
    var touchdown: Double { start + knots[touchdownKnot].time }

    /// Where the search for the present piece and knot begins; only a hint.
    struct Cursor: Sendable {
        var knot = 0
        var piece = 0
    }

    /// The state at a time; before the start and after the end the aircraft stands.
    func state(at time: Double, _ cursor: inout Cursor) -> FlightState {
        let elapsed = min(max(0, time - start), duration)
        let knots = knots.span
        var index = min(cursor.knot, knots.count - 2)
        while index > 0, knots[index].time > elapsed { index -= 1 }
        while index < knots.count - 2, knots[index + 1].time <= elapsed { index += 1 }
        cursor.knot = index
        let before = knots[index]
        let after = knots[index + 1]
        let span = after.time - before.time
        let passed = elapsed - before.time
        let acceleration = span > 0 ? (after.speed - before.speed) / span : 0
        let distance = before.distance + before.speed * passed + acceleration * passed * passed / 2
        let climb = span > 0 ? (after.altitude - before.altitude) / span : 0
        let pieces = pieces.span
        var place = min(cursor.piece, pieces.count - 1)
        while place > 0, pieces[place].start > distance { place -= 1 }
        while place < pieces.count - 1, pieces[place + 1].start <= distance { place += 1 }
        cursor.piece = place
        let (point, tangent) = pieces[place].evaluate(distance)
        let (latitude, longitude) = point.coordinates
        let stands = time < start || time >= end
        return FlightState(
            latitude: latitude,
            longitude: longitude,
            point: point,
            altitude: before.altitude + climb * passed,
            speed: stands ? 0 : before.speed + acceleration * passed,
            rate: climb * 60,
            track: point.bearing(of: tangent),
            curvature: pieces[place].curvature,
            phase: stands ? .parked : before.phase
        )
    }
}
