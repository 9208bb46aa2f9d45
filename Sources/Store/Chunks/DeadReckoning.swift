/// Where an aircraft should be after a while, by its speed and track: what the codec writes is the difference to this.
///
/// Whole numbers throughout and tables made by plain multiplication and addition, so that every machine reckons the same: a
/// difference of one step would be a false position.
enum DeadReckoning {
    /// Beyond this nothing is foretold: a minute of silence is a gap.
    static let horizonMilliseconds: Int64 = 120_000

    /// Steps of 1e-5 degrees north and east while flying for a time.
    ///
    /// - Parameters:
    ///   - latitudeSteps: where, 1e-5 degrees.
    ///   - velocity: sum of two velocities as `velocity(speedTenths:trackTenths:)` gives them.
    ///   - milliseconds: at most the horizon, at least 0.
    static func steps(
        latitudeSteps: Int32,
        velocity: (north: Int64, east: Int64),
        milliseconds: Int64
    ) -> (north: Int64, east: Int64) {
        let scales = scales.span
        let steps = Int(latitudeSteps.magnitude)
        let degree = min(88, steps / 100_000)
        let fraction = Int64(steps - degree * 100_000)
        let east =
            scales[2 * degree + 1] + (scales[2 * degree + 3] - scales[2 * degree + 1]) * min(fraction, 100_000)
            / 100_000
        let time = max(0, min(horizonMilliseconds, milliseconds))
        return (
            (((velocity.north * time) >> 20) * scales[2 * degree]) >> 23, (((velocity.east * time) >> 20) * east) >> 23
        )
    }

    /// North and east parts in 0.1 kt, times 2^14.
    static func velocity(speedTenths: UInt16, trackTenths: UInt16) -> (north: Int64, east: Int64) {
        let cosines = cosines.span
        let track = Int(trackTenths) % 3600
        return (Int64(speedTenths) * Int64(cosines[track]), Int64(speedTenths) * Int64(cosines[(track + 2700) % 3600]))
    }

    /// The cosine of each tenth of a degree, times 2^14.
    static let cosines: [Int32] = (0..<3600).map { tenth in Int32((cosine(tenths: tenth) * 16_384).rounded()) }

    /// For each whole degree of latitude, two numbers: steps north and east for the sum of two velocities of 1 (0.1 kt, times 2^14) in
    /// a millisecond, times 2^43.
    ///
    /// - Source: metres of a degree on WGS 84: NGA Standardization Document, NGA.STND.0036, series of the meridian and parallel arcs.
    static let scales: [Int64] = (0...90).flatMap { degree -> [Int64] in
        let once = cosine(tenths: 10 * degree)
        let twice = cosine(tenths: 20 * degree)
        let north = 111_132.95 - 559.85 * twice
        let east = max(111_412.84 * once - 93.5 * cosine(tenths: 30 * degree), 1_000)
        // 0.1 kt = 0.514444/10 m/s; half of the sum; 1e-5 degrees a step.
        let metres = 0.051_444_444_444 / 2 / 1_000 / 16_384 * 8_796_093_022_208 * 100_000
        return [Int64((metres / north).rounded()), Int64((metres / east).rounded())]
    }

    /// By its series: `cos` of the C library may differ in the last bit between machines.
    private static func cosine(tenths: Int) -> Double {
        var tenth = (tenths % 3600 + 3600) % 3600
        if tenth > 1800 { tenth = 3600 - tenth }
        let sign: Double = tenth > 900 ? -1 : 1
        if tenth > 900 { tenth = 1800 - tenth }
        let angle = Double(tenth) * 0.001_745_329_251_994_329_5
        let square = angle * angle
        var sum = 1.0
        var term = 1.0
        for order in stride(from: 2.0, through: 24.0, by: 2.0) {
            term = term * square / ((order - 1) * order)
            sum = order.truncatingRemainder(dividingBy: 4) == 0 ? sum + term : sum - term
        }
        return sign * sum
    }
}
