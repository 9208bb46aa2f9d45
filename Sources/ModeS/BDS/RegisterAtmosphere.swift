import Aero

/// The standard atmosphere, as far as registers are weighed by it.
///
/// - Source: ICAO Doc 7488 (1,013.25 hPa and 288.15 K at sea level, 6.5 K a kilometre up to 11 km, 216.65 K above).
enum RegisterAtmosphere {
    /// Temperature in K at a pressure altitude.
    static func temperature(at altitude: Feet) -> Double {
        max(216.65, 288.15 - 0.0065 * altitude.metres.rawValue)
    }

    /// Pressure in hPa at a pressure altitude.
    static func pressure(at altitude: Feet) -> Double {
        let height = altitude.metres.rawValue
        guard height > 11_000 else {
            return 1013.25 * Trigonometry.exponential(5.25588 * Trigonometry.naturalLogarithm(1 - 2.25577e-5 * height))
        }
        return 226.32 * Trigonometry.exponential(-(height - 11_000) / 6341.62)
    }

    /// Calibrated airspeed in knots at a Mach number and a pressure altitude.
    ///
    /// The isentropic relation for subsonic flow, with sound at 661.47 kt at sea level.
    static func calibratedAirspeed(mach: Double, at altitude: Feet) -> Double {
        let impact = power(1 + 0.2 * mach * mach, 3.5) - 1
        let seaLevel = impact * pressure(at: altitude) / 1013.25
        return 661.47 * (5 * (power(seaLevel + 1, 1 / 3.5) - 1)).squareRoot()
    }

    /// True airspeed in knots at a Mach number and a temperature in K.
    static func trueAirspeed(mach: Double, temperature: Double) -> Double { 38.967 * mach * temperature.squareRoot() }

    /// The airspeed an indicator would show, but for compressibility, in knots.
    static func equivalentAirspeed(trueAirspeed: Knots, at altitude: Feet) -> Double {
        let density = pressure(at: altitude) / 1013.25 * 288.15 / temperature(at: altitude)
        return trueAirspeed.rawValue * density.squareRoot()
    }

    private static func power(_ base: Double, _ exponent: Double) -> Double {
        Trigonometry.exponential(exponent * Trigonometry.naturalLogarithm(base))
    }
}
