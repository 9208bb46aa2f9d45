/// Where an aircraft is and how it moves at one moment.
struct FlightState: Sendable {
    var latitude: Double
    var longitude: Double
    var point: UnitVector
    /// Feet; the synthetic air is the standard atmosphere, so pressure altitude and height above the sea are the same.
    var altitude: Double
    /// m/s over ground; there is no wind.
    var speed: Double
    /// ft/min.
    var rate: Double
    /// Degrees true.
    var track: Double
    /// One over the turn's radius in metres, right positive.
    var curvature: Double
    var phase: FlightPhase

    /// The speed in knots.
    var speedKnots: Double { speed * 3600 / 1852 }
}
