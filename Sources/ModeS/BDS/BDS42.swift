public import Aero

/// Next waypoint position, BDS 4,2.
///
/// - Source: ICAO Doc 9871, table A-2-66; the same in Annex 10 Vol III, table 2-66.
public struct BDS42: RegisterLayout {
    public static let register = BDSRegister.bds42
    public let field: Field56

    private static var rule: StatusRule {
        StatusRule().value(1, 20).value(21, 40).value(41, 56)
    }

    public static func fits(_ mb: Field56) -> Bool {
        guard rule.isKept(by: mb), !mb.isEmpty else {
            return false
        }
        // A latitude beyond a pole. Ours: -2,000…60,000 ft; the field allows 131,064.
        return mb.signed(2, 20).magnitude <= 131_072 && (-250...7500).contains(mb.signed(42, 56))
    }

    public init?(mb: Field56) {
        guard BDS42.fits(mb) else { return nil }
        field = mb
    }

    /// Degrees north, steps of 90/131,072.
    public var latitude: Double? { field.signedNumber(status: 1, last: 20).map { $0 * 90 / 131_072 } }
    /// Degrees east, steps of 90/131,072.
    public var longitude: Double? { field.signedNumber(status: 21, last: 40).map { $0 * 90 / 131_072 } }
    /// `nil` unless both coordinates are there.
    public var position: Position? {
        guard let latitude, let longitude else { return nil }
        return Position(latitude: latitude, longitude: longitude)
    }
    /// The altitude to cross the waypoint at, steps of 8 ft.
    public var crossingAltitude: Feet? { field.signedNumber(status: 41, last: 56).map { Feet($0 * 8) } }

    public func contradiction(at altitude: Feet?) -> Double { field.bit(1) == field.bit(21) ? 0 : 3 }
    public var valueCount: Int { BDS42.rule.count(in: field) }
}
