public import Aero

/// Position report coarse, BDS 5,1. One status bit for all.
///
/// - Source: ICAO Doc 9871, table A-2-81.
public struct BDS51: RegisterLayout {
    public static let register = BDSRegister.bds51
    public let field: Field56

    public static func fits(_ mb: Field56) -> Bool {
        // A latitude beyond a pole. Ours: 60,000 ft; the table has -1,000…126,752.
        mb.bit(1) && mb.signed(2, 21).magnitude <= 262_144 && (-125...7500).contains(mb.signed(42, 56))
    }

    public init?(mb: Field56) {
        guard BDS51.fits(mb) else { return nil }
        field = mb
    }

    /// Degrees north, steps of 360/1,048,576.
    public var latitude: Double { Double(field.signed(2, 21)) * 360 / 1_048_576 }
    /// Degrees east, steps of 360/1,048,576.
    public var longitude: Double { Double(field.signed(22, 41)) * 360 / 1_048_576 }
    public var position: Position? { Position(latitude: latitude, longitude: longitude) }
    /// Steps of 8 ft.
    public var pressureAltitude: Feet { Feet(field.signed(42, 56) * 8) }

    public func contradiction(at altitude: Feet?) -> Double {
        guard let altitude else { return 0 }
        return BDS51.weight((pressureAltitude - altitude).rawValue.magnitude, over: 150, step: 75)
    }

    public var valueCount: Int { 3 }
}
