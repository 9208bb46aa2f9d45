/// Foretells the next place of a path from those before; the codec's two sides run it alike: `guess`, then `follow`, for each place.
struct PathReckoner {
    private typealias Velocity = (north: Int64, east: Int64)

    private var milliseconds: Int64 = 0
    private var latitude: Int32 = 0
    private var longitude: Int32 = 0
    /// Of the place before, and of the one that is guessed: each is reckoned once.
    private var before: Velocity?
    private var now: Velocity?
    /// The step before, for aircraft that tell no velocity: north, east, and its time.
    private var step: (north: Int64, east: Int64, milliseconds: Int64)?
    private var hasStart = false

    /// The place in range that is next by speed and track, or else by going on as before, or else the same.
    mutating func guess(
        _ time: Int64,
        speedTenths speed: UInt16,
        trackTenths track: UInt16
    ) -> (latitude: Int32, longitude: Int32) {
        let isTold = speed != .max && track != .max
        now = isTold ? DeadReckoning.velocity(speedTenths: speed, trackTenths: track) : nil
        guard hasStart else { return (0, 0) }
        let passed = max(0, min(DeadReckoning.horizonMilliseconds, time &- milliseconds))
        var (north, east): (Int64, Int64) = (0, 0)
        // The sum of the velocities before and now, or twice the one that is known.
        if let first = before ?? now, let second = now ?? before {
            (north, east) = DeadReckoning.steps(
                latitudeSteps: latitude,
                velocity: (first.north + second.north, first.east + second.east),
                milliseconds: passed
            )
        } else if let step, step.milliseconds > 0, passed <= 4 * step.milliseconds {
            (north, east) = (step.north * passed / step.milliseconds, step.east * passed / step.milliseconds)
        }
        return (
            Int32(max(-9_000_000, min(9_000_000, Int64(latitude) + north))),
            Int32(Self.wrapped(Int64(longitude) + east))
        )
    }

    /// Takes the place that it was, at the time and with the velocity of the last guess.
    mutating func follow(_ time: Int64, latitude newLatitude: Int32, longitude newLongitude: Int32) {
        if hasStart {
            let passed = time &- milliseconds
            step =
                (1...DeadReckoning.horizonMilliseconds).contains(passed)
                ? (
                    Int64(newLatitude) - Int64(latitude), Self.wrapped(Int64(newLongitude) - Int64(longitude)), passed
                ) : nil
        }
        (milliseconds, latitude, longitude, before) = (time, newLatitude, newLongitude, now)
        hasStart = true
    }

    /// 1e-5 degrees of longitude brought into -180 ..< 180 degrees.
    static func wrapped(_ steps: Int64) -> Int64 {
        if (-18_000_000..<18_000_000).contains(steps) { return steps }
        let turned = (steps + 18_000_000) % 36_000_000
        return (turned < 0 ? turned + 36_000_000 : turned) - 18_000_000
    }
}
