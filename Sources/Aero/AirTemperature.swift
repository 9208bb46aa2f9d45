/// The temperature of the air, from what an aircraft reports of its speed.
///
/// - Source: speed of sound as in `SpeedOfSound`; total temperature: adiabatic compression with a ratio of specific heats of 1.4
///   and a recovery factor of 1.
public enum AirTemperature {
    /// Ours: below this the rounding of Mach (0.004 in BDS 6,0) and of true airspeed (2 kt in BDS 5,0) alone makes some 6 K.
    static let slowestMach = 0.3
    /// Ours: what the lower atmosphere holds, with room for the rounding; the coldest tropopause is near -90 °C.
    static let plausible: ClosedRange<Celsius> = -100...60

    /// Static air temperature, which a thermometer carried along by the wind would show: (TAS / (38.967854 M))² kelvins.
    ///
    /// Both speeds must belong to the same moment. Half a step of each field makes 2 K at Mach 0.8 and 450 kt.
    /// - Returns: `nil` below Mach 0.3, above Mach 1, and where the result lies outside -100 … 60 °C: then the two do not
    ///   belong together.
    public static func `static`(mach: Double, trueAirspeed: Knots) -> Celsius? {
        guard (slowestMach...1).contains(mach), trueAirspeed.rawValue.isFinite, trueAirspeed > 0 else { return nil }
        let root = trueAirspeed.rawValue / (SpeedOfSound.knotsPerRootKelvin * mach)
        let temperature = Celsius(kelvin: root * root)
        return plausible.contains(temperature) ? temperature : nil
    }

    /// Total air temperature, which a probe on the aircraft shows: T (1 + 0.2 M²).
    ///
    /// - Returns: `nil` outside Mach 0 … 1 and for a static temperature outside -100 … 60 °C.
    public static func total(static temperature: Celsius, mach: Double) -> Celsius? {
        guard (0...1).contains(mach), plausible.contains(temperature) else { return nil }
        return Celsius(kelvin: temperature.kelvin * (1 + 0.2 * mach * mach))
    }
}
