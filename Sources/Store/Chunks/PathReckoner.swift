/// Foretells the next place of a path from those before; the codec's two sides run it alike.
struct PathReckoner {
    private var milliseconds: Int64 = 0
    private var latitude: Int32 = 0
    private var longitude: Int32 = 0
    private var speedTenths: UInt16 = .max
    private var trackTenths: UInt16 = .max
    /// The step before, for aircraft that tell no velocity: north, east, and its time.
    private var step: (north: Int64, east: Int64, milliseconds: Int64)?
    private var hasStart = false

    /// The place in range that is next by speed and track, or else by going on as before, or else the same.
    func guess(
        _ time: Int64,
        speedTenths speed: UInt16,
        trackTenths track: UInt16
    ) -> (latitude: Int32, longitude: Int32) {
        guard hasStart else { return (0, 0) }
        let passed = max(0, min(DeadReckoning.horizonMilliseconds, time &- milliseconds))
        var (north, east): (Int64, Int64) = (0, 0)
        if let velocity = mean(speed, track) {
            (north, east) = DeadReckoning.steps(latitudeSteps: latitude, velocity: velocity, milliseconds: passed)
        } else if let step, step.milliseconds > 0, passed <= 4 * step.milliseconds {
            (north, east) = (step.north * passed / step.milliseconds, step.east * passed / step.milliseconds)
        }
        return (
            Int32(max(-9_000_000, min(9_000_000, Int64(latitude) + north))),
            Int32(Self.wrapped(Int64(longitude) + east))
        )
    }

    /// Takes the place that it was.
    mutating func follow(
        _ time: Int64,
        latitude newLatitude: Int32,
        longitude newLongitude: Int32,
        speedTenths speed: UInt16,
        trackTenths track: UInt16
    ) {
        if hasStart {
            let passed = time &- milliseconds
            step =
                (1...DeadReckoning.horizonMilliseconds).contains(passed)
                ? (
                    Int64(newLatitude) - Int64(latitude), Self.wrapped(Int64(newLongitude) - Int64(longitude)), passed
                ) : nil
        }
        (milliseconds, latitude, longitude, speedTenths, trackTenths) = (time, newLatitude, newLongitude, speed, track)
        hasStart = true
    }

    /// 1e-5 degrees of longitude brought into -180 ..< 180 degrees.
    static func wrapped(_ steps: Int64) -> Int64 {
        if (-18_000_000..<18_000_000).contains(steps) { return steps }
        let turned = (steps + 18_000_000) % 36_000_000
        return (turned < 0 ? turned + 36_000_000 : turned) - 18_000_000
    }

    /// The sum of the velocities before and now, or twice the one that is known.
    private func mean(_ speed: UInt16, _ track: UInt16) -> (north: Int64, east: Int64)? {
        let hadOne = speedTenths != .max && trackTenths != .max
        let hasOne = speed != .max && track != .max
        guard hadOne || hasOne else { return nil }
        let first = DeadReckoning.velocity(
            speedTenths: hadOne ? speedTenths : speed,
            trackTenths: hadOne ? trackTenths : track
        )
        let second = DeadReckoning.velocity(
            speedTenths: hasOne ? speed : speedTenths,
            trackTenths: hasOne ? track : trackTenths
        )
        return (first.north + second.north, first.east + second.east)
    }
}
