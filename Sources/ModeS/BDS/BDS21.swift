public import Aero

/// Aircraft and airline registration markings, BDS 2,1.
///
/// - Source: ICAO Doc 9871, table A-2-33.
public struct BDS21: RegisterLayout {
    public static let register = BDSRegister.bds21
    public let field: Field56

    private static var rule: StatusRule {
        StatusRule().value(1, 43).value(44, 56)
    }

    public static func fits(_ mb: Field56) -> Bool {
        guard rule.isKept(by: mb) else { return false }
        if mb.bit(1) { guard mb.isWord(2, count: 7, minimum: 2) else { return false } }
        if mb.bit(44) { guard mb.isWord(45, count: 2, minimum: 2) else { return false } }
        return !mb.isEmpty
    }

    public init?(mb: Field56) {
        guard BDS21.fits(mb) else { return nil }
        field = mb
    }

    /// As the aircraft sends it, without hyphen in most cases: `PHBXY`.
    public var registration: String? { field.bit(1) ? field.text(2, count: 7) : nil }
    /// Two characters of the airline, as in flight numbers.
    public var airline: String? { field.bit(44) ? field.text(45, count: 2) : nil }

    public func contradiction(at altitude: Feet?) -> Double { field.bit(1) ? 0 : 2 }
    public var valueCount: Int { BDS21.rule.count(in: field) }
}
