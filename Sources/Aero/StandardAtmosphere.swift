/// The ICAO standard atmosphere at one pressure altitude, and the airspeeds that belong together there.
///
/// Pressure follows from the pressure altitude alone, so `calibratedAirspeed(mach:)` and its inverse hold on every day. What
/// takes the standard's *temperature* (`mach(trueAirspeed:)`) holds on a standard day only: 10 °C off is 2 % of speed.
/// - Source: ICAO Doc 7488, *Manual of the ICAO Standard Atmosphere*, third edition, section 2: 0 … 11 km with
///   -6.5 K a km, 11 … 20 km at 216.65 K; airspeeds: compressible subsonic flow with a ratio of specific heats of 1.4.
public struct StandardAtmosphere: Hashable, Sendable {
    /// Pressure at sea level in hPa.
    public static let seaLevelPressure = 1013.25
    /// Speed of sound at sea level.
    public static let seaLevelSpeedOfSound = SpeedOfSound.at(Celsius(kelvin: seaLevelKelvin)) ?? 661.4787

    private static let seaLevelKelvin = 288.15
    private static let lapse = 0.0065
    private static let tropopause = 11_000.0
    /// g M / (R · lapse): power of the temperature ratio that gives the pressure ratio.
    private static let pressurePower = 5.255_88
    /// R · 216.65 K / (g M), in metres.
    private static let scaleHeight = 6_341.62
    private static let altitudes = -16_000.0...65_617.0

    /// The standard's temperature.
    public let temperature: Celsius
    /// Pressure over that at sea level.
    public let pressureRatio: Double

    /// - Parameter pressureAltitude: -16,000 … 65,617 ft.
    /// - Returns: `nil` beyond.
    public init?(pressureAltitude: Feet) {
        guard Self.altitudes.contains(pressureAltitude.rawValue) else { return nil }
        let metres = pressureAltitude.metres.rawValue
        let kelvin = Self.seaLevelKelvin - Self.lapse * min(metres, Self.tropopause)
        temperature = Celsius(kelvin: kelvin)
        pressureRatio =
            Trigonometry.power(kelvin / Self.seaLevelKelvin, Self.pressurePower)
            * Trigonometry.exponential(-max(0, metres - Self.tropopause) / Self.scaleHeight)
    }

    /// The pressure altitude of a static pressure in hPa.
    ///
    /// - Returns: `nil` beyond -16,000 … 65,617 ft.
    public static func pressureAltitude(hectopascals: Double) -> Feet? {
        guard hectopascals.isFinite, hectopascals > 0 else { return nil }
        let ratio = hectopascals / seaLevelPressure
        let kelvin = seaLevelKelvin * Trigonometry.power(ratio, 1 / pressurePower)
        let coldest = seaLevelKelvin - lapse * tropopause
        let metres: Double
        if kelvin >= coldest {
            metres = (seaLevelKelvin - kelvin) / lapse
        } else {
            let above = Trigonometry.naturalLogarithm(
                ratio / Trigonometry.power(coldest / seaLevelKelvin, pressurePower)
            )
            metres = tropopause - scaleHeight * above
        }
        let altitude = Metres(metres).feet
        return altitudes.contains(altitude.rawValue) ? altitude : nil
    }

    /// Static pressure in hPa.
    public var hectopascals: Double { pressureRatio * Self.seaLevelPressure }

    /// Density over that at sea level, on a standard day.
    public var densityRatio: Double { pressureRatio * Self.seaLevelKelvin / temperature.kelvin }

    /// The Mach number of a true airspeed on a standard day; `nil` for a speed below 0 or not finite.
    public func mach(trueAirspeed: Knots) -> Double? {
        guard let sound = SpeedOfSound.at(temperature), trueAirspeed.rawValue.isFinite, trueAirspeed >= 0 else {
            return nil
        }
        return trueAirspeed.rawValue / sound.rawValue
    }

    /// The calibrated airspeed of a Mach number: what the airspeed indicator shows but for its own errors.
    ///
    /// - Returns: `nil` outside Mach 0 … 1.
    public func calibratedAirspeed(mach: Double) -> Knots? {
        guard (0...1).contains(mach) else { return nil }
        let impact = pressureRatio * (Trigonometry.power(1 + 0.2 * mach * mach, 3.5) - 1)
        return Self.seaLevelSpeedOfSound * (5 * (Trigonometry.power(1 + impact, 2 / 7) - 1)).squareRoot()
    }

    /// The Mach number of a calibrated airspeed, the inverse of `calibratedAirspeed(mach:)`.
    ///
    /// - Returns: `nil` for a speed below 0, and where the Mach number would be above 1.
    public func mach(calibratedAirspeed: Knots) -> Double? {
        let ratio = calibratedAirspeed.rawValue / Self.seaLevelSpeedOfSound.rawValue
        guard (0...1).contains(ratio) else { return nil }
        let impact = (Trigonometry.power(1 + 0.2 * ratio * ratio, 3.5) - 1) / pressureRatio
        let mach = (5 * (Trigonometry.power(1 + impact, 2 / 7) - 1)).squareRoot()
        return mach <= 1 ? mach : nil
    }
}
