public import Aero

/// VHF channel report, BDS 4,8: what three radios are tuned to and who listens.
///
/// The frequency is not decoded. The table gives each radio fifteen bits of channel; how the number lies in them could not be confirmed:
/// the main part of the table writes the most significant bit first, its key for 25-kHz and 8.33-kHz channels numbers it 15, and the one
/// public decoder found reads a third order. The bits are kept.
/// - Source: ICAO Doc 9871, table A-2-72; the same in Annex 10 Vol III, table 2-72.
public struct BDS48: RegisterLayout {
    public static let register = BDSRegister.bds48
    public let field: Field56

    /// Who listens to a channel.
    public enum Audio: UInt8, Hashable, Sendable {
        case unknown, nobody, headphones, loudspeaker
    }

    public static func fits(_ mb: Field56) -> Bool {
        guard mb.keepsRadio(1), mb.keepsRadio(19), mb.keepsRadio(37) else { return false }
        return mb.bit(16) || mb.bit(34) || mb.bit(52)
    }

    public init?(mb: Field56) {
        guard BDS48.fits(mb) else { return nil }
        field = mb
    }

    /// The fifteen channel bits of radio 1, 2 or 3; `nil` where its status says that they are not valid.
    public func channelBits(radio: Int) -> UInt16? {
        guard (1...3).contains(radio), field.bit(18 * radio - 2) else { return nil }
        return UInt16(field.unsigned(18 * radio - 17, 18 * radio - 3))
    }

    /// Who listens to radio 1, 2 or 3.
    public func audio(radio: Int) -> Audio? {
        guard (1...3).contains(radio) else { return nil }
        return Audio(rawValue: UInt8(field.unsigned(18 * radio - 1, 18 * radio)))
    }

    /// Who listens to 121.5 MHz.
    public var guardAudio: Audio? { Audio(rawValue: UInt8(field.unsigned(55, 56))) }

    /// Ours: three status bits are all the evidence there is, so that one field in eight looks like this register.
    public func contradiction(at altitude: Feet?) -> Double { 3 }
    public var valueCount: Int { field.flag(16) + field.flag(34) + field.flag(52) }
}

extension Field56 {
    /// The status rule for a radio beginning at a bit; and a channel is not nothing.
    @inline(__always)
    fileprivate func keepsRadio(_ first: Int) -> Bool { isZero(first, first + 14) != bit(first + 15) }
}
