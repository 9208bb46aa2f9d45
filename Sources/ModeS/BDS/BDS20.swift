public import Aero

/// Aircraft identification, BDS 2,0.
///
/// The identifier alone decides: a callsign with characters that no table has is still this register, only without text.
/// An extended squitter identification (0,8) of type code 4 with category 0 begins with the same eight bits; it is read as 2,0, which
/// says the same.
/// - Source: ICAO Doc 9871, table A-2-32.
public struct BDS20: RegisterLayout {
    public static let register = BDSRegister.bds20
    public let field: Field56

    public static func fits(_ mb: Field56) -> Bool { mb.unsigned(1, 8) == 0x20 }

    public init?(mb: Field56) {
        guard BDS20.fits(mb) else { return nil }
        field = mb
    }

    /// Bits 9-56; its `text` is `nil` when there is none or a character is illegal.
    public var callsign: Callsign { Callsign(rawValue: field.rawValue) }

    public func contradiction(at altitude: Feet?) -> Double {
        field.isWord(9, count: 8) || field.isZero(9, 56) ? 0 : callsign.text == nil ? 4 : 2
    }

    public var valueCount: Int { field.isZero(9, 56) ? 0 : 1 }
}
