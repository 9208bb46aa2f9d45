/// A moment of a leg; between two of them speed and height change evenly.
struct ProfileKnot: Sendable {
    /// Seconds since the aircraft left its stand.
    let time: Double
    /// Metres since then.
    let distance: Double
    /// m/s.
    let speed: Double
    /// Feet.
    let altitude: Double
    /// What it does until the next knot.
    let phase: FlightPhase
}
