import Aero

/// Temperature and density at a pressure altitude.
///
/// - Source: ICAO Doc 7488, the standard atmosphere up to 20 km.
struct StandardAtmosphere {
    /// Kelvin.
    let temperature: Double
    /// Density over that at sea level.
    let densityRatio: Double

    /// - Parameter altitude: feet.
    init(altitude: Double) {
        let metres = altitude * 0.3048
        let lower = min(metres, 11_000)
        temperature = 288.15 - 0.0065 * lower
        let power = Trigonometry.exponential(4.255_88 * Trigonometry.naturalLogarithm(temperature / 288.15))
        densityRatio = power * Trigonometry.exponential(-max(0, metres - 11_000) / 6_341.62)
    }

    /// Mach number of a true airspeed in knots.
    func mach(_ knots: Double) -> Double { knots / (661.4788 * (temperature / 288.15).squareRoot()) }

    /// Equivalent airspeed in knots, within a few per cent of what the airspeed indicator shows.
    func equivalentAirspeed(_ knots: Double) -> Double { knots * densityRatio.squareRoot() }
}
