public import Aero

/// Meteorological routine air report, BDS 4,4.
///
/// The temperature has no status bit, and its step is 0.25 although its eleven bits would hold 256 degrees by that.
/// - Source: ICAO Doc 9871, table A-2-68; worked example: *The 1090 MHz Riddle*, chapter on meteorological reports.
public struct BDS44: RegisterLayout {
    public static let register = BDSRegister.bds44
    public let field: Field56

    private static var rule: StatusRule {
        StatusRule().value(5, 23).value(35, 46).value(47, 49).value(50, 56)
    }

    public static func fits(_ mb: Field56) -> Bool {
        guard mb.unsigned(1, 4) <= 4, rule.isKept(by: mb) else { return false }
        // Ours: wind to 250 kt, -80…60 degrees C, 100…1,100 hPa; the field allows 511, -256…255.75 and 2,047.
        guard mb.unsigned(6, 14) <= 250, (-320...240).contains(mb.signed(24, 34)) else { return false }
        guard !mb.bit(35) || (100...1100).contains(mb.unsigned(36, 46)) else { return false }
        return !mb.isZero(5, 56)
    }

    public init?(mb: Field56) {
        guard BDS44.fits(mb) else { return nil }
        field = mb
    }

    /// Where the wind comes from: 0 invalid, 1 inertial, 2 GNSS, 3 DME/DME, 4 VOR/DME.
    public var figureOfMerit: UInt8 { UInt8(field.unsigned(1, 4)) }
    public var windSpeed: Knots? { field.bit(5) ? Knots(field.unsigned(6, 14)) : nil }
    /// Where the wind blows from, degrees true, steps of 180/256.
    public var windDirection: Degrees? { field.bit(5) ? Degrees(Double(field.unsigned(15, 23)) * 180 / 256) : nil }
    /// Static air temperature in degrees Celsius, steps of 0.25; there is no telling zero from "not known".
    public var temperature: Double { Double(field.signed(24, 34)) / 4 }
    /// Average static pressure in hPa.
    public var pressure: Double? { field.number(status: 35, last: 46) }
    /// 0 none, 1 light, 2 moderate, 3 severe.
    public var turbulence: UInt8? { field.bit(47) ? UInt8(field.unsigned(48, 49)) : nil }
    /// Humidity in percent, steps of 100/64.
    public var humidity: Double? { field.number(status: 50, last: 56).map { $0 * 100 / 64 } }

    public func contradiction(at altitude: Feet?) -> Double {
        var sum = figureOfMerit == 0 ? 2.0 : 0
        if field.isZero(24, 34) { sum += 1 }
        if !field.bit(5) { sum += 2 }
        sum += BDS44.weight(windSpeed?.rawValue ?? 0, over: 120, step: 30)
        sum += BDS44.weather(temperature: temperature, pressure: pressure, at: altitude)
        return sum
    }

    public var valueCount: Int {
        BDS44.rule.count(in: field) + (field.isZero(24, 34) ? 0 : 1)
    }

    /// What speaks against a temperature (degrees Celsius) and a pressure (hPa) at an altitude.
    static func weather(temperature: Double?, pressure: Double?, at altitude: Feet?) -> Double {
        guard let altitude, let air = StandardAtmosphere(pressureAltitude: altitude) else { return 0 }
        var sum = 0.0
        if let temperature {
            sum += weight((temperature - air.temperature.rawValue).magnitude, over: 18, step: 5)
        }
        if let pressure {
            sum += weight((pressure - air.hectopascals).magnitude, over: 12, step: 6)
        }
        return sum
    }
}
