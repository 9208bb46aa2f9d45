public import Aero

/// Position report fine, BDS 5,2: the bits of latitude and longitude below those of 5,1, and an altitude.
///
/// - Source: ICAO Doc 9871, table A-2-82.
public struct BDS52: RegisterLayout {
    public static let register = BDSRegister.bds52
    public let field: Field56

    public static func fits(_ mb: Field56) -> Bool { mb.bit(1) && (-125...7500).contains(mb.signed(42, 56)) }

    public init?(mb: Field56) {
        guard BDS52.fits(mb) else { return nil }
        field = mb
    }

    /// How good the position is and from what, 0…15, as the table lists it.
    public var figureOfMerit: UInt8 { UInt8(field.unsigned(2, 5)) }
    /// Degrees to add to those of 5,1 rounded down to 180/128: 0 ..< 180/128, steps of 90/16,777,216.
    public var latitudeFine: Double { Double(field.unsigned(6, 23)) * 90 / 16_777_216 }
    public var longitudeFine: Double { Double(field.unsigned(24, 41)) * 90 / 16_777_216 }
    /// Pressure altitude or height above the ellipsoid, by the figure of merit; steps of 8 ft.
    public var altitude: Feet { Feet(field.signed(42, 56) * 8) }

    public func contradiction(at pressureAltitude: Feet?) -> Double {
        guard let pressureAltitude else { return 0 }
        // A height above the ellipsoid differs by weather and geoid.
        return BDS52.weight((altitude - pressureAltitude).rawValue.magnitude, over: 2000, step: 250)
    }

    public var valueCount: Int { 3 }
}
