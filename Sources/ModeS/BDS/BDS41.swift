public import Aero

/// Next waypoint identifier, BDS 4,1: nine characters.
///
/// - Source: ICAO Doc 9871, table A-2-65; the same in Annex 10 Vol III, table 2-65.
public struct BDS41: RegisterLayout {
    public static let register = BDSRegister.bds41
    public let field: Field56

    public static func fits(_ mb: Field56) -> Bool { mb.bit(1) && !mb.bit(56) && mb.isWord(2, count: 9, minimum: 2) }

    public init?(mb: Field56) {
        guard BDS41.fits(mb) else { return nil }
        field = mb
    }

    /// Without trailing spaces.
    public var waypoint: String? { field.text(2, count: 9) }

    public func contradiction(at altitude: Feet?) -> Double { 0 }
    public var valueCount: Int { 1 }
}
