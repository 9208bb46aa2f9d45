/// The speed of sound in dry air, which depends on the temperature alone.
///
/// - Source: a = √(1.4 · 287.05287 J/(kg K) · T), ICAO Doc 7488, section 2; in knots 38.967854 √T.
public enum SpeedOfSound {
    /// Knots at one kelvin.
    static let knotsPerRootKelvin = 38.967_854

    /// The speed at a temperature; `nil` for one that is not finite, or not above the absolute zero.
    public static func at(_ temperature: Celsius) -> Knots? {
        guard temperature.kelvin.isFinite, temperature.kelvin > 0 else { return nil }
        return Knots(knotsPerRootKelvin * temperature.kelvin.squareRoot())
    }
}
