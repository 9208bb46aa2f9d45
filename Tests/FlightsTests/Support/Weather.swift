import Aero

/// The weather and the traffic that one flight meets.
struct Weather {
    /// Knots over the cruise, eastwards and northwards; the second pair comes and goes along the way.
    var steady = (east: 0.0, north: 0.0)
    var changing = (east: 0.0, north: 0.0)
    /// Metres, and where on it the flight begins.
    var wave = 2_000_000.0
    var phase = 0.0
    /// The way flown over the straight one, less 1.
    var winding = 0.0
    /// Seconds of circles before the approach, and metres before the touch at which they are flown.
    var holdSeconds = 0.0
    var holdMetres = 40_000.0
    /// What altitudes read too high.
    var pressureFeet = 0.0

    init(isDisturbed: Bool, random: inout SeededNumbers) {
        guard isDisturbed else { return }
        func bell(_ deviation: Double) -> Double {
            // The sum of twelve is nearly normal.
            deviation * ((0..<12).reduce(0.0) { sum, _ in sum + random.number(0, 1) } - 6)
        }
        func rare(_ mean: Double) -> Double { -mean * Trigonometry.naturalLogarithm(random.number(1e-6, 1)) }
        steady = (bell(28), bell(20))
        changing = (bell(20), bell(20))
        wave = random.number(1_200_000, 4_000_000)
        phase = random.number(0, 2 * Double.pi)
        winding = min(0.2, rare(0.028))
        // One in five holds for five minutes on average, all are vectored for a quarter of one.
        holdSeconds = rare(15) + (random.chance(0.2) ? min(1_800, rare(297)) : 0)
        holdMetres = random.number(15_000, 70_000)
        pressureFeet = random.number(-500, 500)
    }

    /// Knots along a track.
    func along(_ track: Double, altitude: Double, metres: Double) -> Double {
        let part = min(1, 0.25 + 0.75 * max(0, altitude) / 32_000)
        let swing = Trigonometry.sine(2 * Double.pi * metres / wave + phase)
        let east = steady.east + changing.east * swing
        let north = steady.north + changing.north * swing
        let course = track * Trigonometry.radiansPerDegree
        return part * (east * Trigonometry.sine(course) + north * Trigonometry.cosine(course))
    }
}
