import Aero

/// What a value should be about now: the last one known and how far it may have moved since.
struct Estimate {
    var value: Double
    /// Standard deviation, in the unit of the value; positive.
    var deviation: Double

    init(_ value: Double, deviation: Double) {
        self.value = value
        self.deviation = deviation
    }

    /// The standard atmosphere at this altitude in feet.
    var atmosphere: StandardAtmosphere? { StandardAtmosphere(pressureAltitude: Feet(value)) }
}
