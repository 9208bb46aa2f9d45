/// Lays out speed and height over time.
struct ProfileBuilder {
    private(set) var knots: [ProfileKnot] = []
    private(set) var time = 0.0
    private(set) var distance = 0.0
    private(set) var speed = 0.0
    private(set) var altitude: Double

    init(altitude: Double) { self.altitude = altitude }

    /// Stands still.
    mutating func hold(_ seconds: Double, _ phase: FlightPhase) {
        mark(phase)
        time += seconds
    }

    /// Goes a way while speed and height change evenly.
    mutating func move(_ length: Double, to newSpeed: Double, altitude newAltitude: Double? = nil, _ phase: FlightPhase)
    {
        guard length > 0, speed + newSpeed > 0 else { return }
        mark(phase)
        time += 2 * length / (speed + newSpeed)
        distance += length
        speed = newSpeed
        altitude = newAltitude ?? altitude
    }

    /// Rolls a way from standstill to standstill, or from the present speed.
    mutating func taxi(_ length: Double, top: Double) {
        let acceleration = 0.6
        guard length > 1 else {
            move(length, to: max(speed, 0.5), .taxi)
            speed = 0
            return
        }
        let reach = min(top, (acceleration * length).squareRoot())
        let peak = max(reach, speed)
        let up = max(0, peak * peak - speed * speed) / (2 * acceleration)
        let down = min(length - up, peak * peak / (2 * acceleration))
        if peak > speed { move(up, to: peak, .taxi) }
        move(length - up - down, to: peak, .taxi)
        move(down, to: 0, .taxi)
    }

    /// Changes height at an even rate.
    mutating func change(_ step: VerticalStep, _ phase: FlightPhase) {
        let seconds = abs(step.altitude - altitude) / step.rate * 60
        move((speed + step.speed) / 2 * seconds, to: step.speed, altitude: step.altitude, phase)
    }

    /// The last knot; nothing may follow.
    mutating func finish() { mark(.parked) }

    private mutating func mark(_ phase: FlightPhase) {
        knots.append(
            ProfileKnot(time: time, distance: distance, speed: speed, altitude: altitude, phase: phase)
        )
    }
}

/// A change of height: where it ends, with which speed (m/s), at which rate (ft/min, positive).
struct VerticalStep {
    let altitude: Double
    let speed: Double
    let rate: Double
}
