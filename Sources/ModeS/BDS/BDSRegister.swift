/// A transponder register by its BDS number: `0x50` is BDS 5,0.
///
/// - Source: ICAO Doc 9871, table A-2-1.
public enum BDSRegister: UInt8, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case bds05 = 0x05, bds06, bds07, bds08, bds09, bds0A
    case bds10 = 0x10
    case bds17 = 0x17, bds18, bds19, bds1A, bds1B, bds1C
    case bds20 = 0x20, bds21
    case bds30 = 0x30
    case bds40 = 0x40, bds41, bds42, bds43, bds44, bds45
    case bds48 = 0x48
    case bds50 = 0x50, bds51, bds52, bds53, bds54, bds55, bds56
    case bds5F = 0x5F
    case bds60 = 0x60, bds61, bds62
    case bds65 = 0x65

    /// As the standards write it, for example `5,0` or `0,A`.
    public var description: String { BDSRegister.name(of: rawValue) }

    /// The usual writing of any register number, also of one that is no case here.
    static func name(of number: UInt8) -> String {
        let digits = [BDSRegister.digit(number >> 4), UInt8(ascii: ","), BDSRegister.digit(number & 15)]
        return String(decoding: digits, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    /// A number below 64 of its own, so that a set of registers is one word.
    ///
    /// Where each group of sixteen begins is packed into one word, a byte a group; the groups overlap where numbers are not used.
    @inline(__always)
    var ordinal: UInt64 {
        UInt64(rawValue & 15) + (0x28_2118_0E0C_0B00 >> UInt64(rawValue >> 4 * 8) & 0xFF)
    }

    /// The register with an ordinal.
    init?(ordinal: Int) {
        for group in 0...6 {
            let low = ordinal - Int(truncatingIfNeeded: (0x28_2118_0E0C_0B00 as UInt64) >> UInt64(group * 8) & 0xFF)
            guard (0...15).contains(low) else { continue }
            if let register = BDSRegister(rawValue: UInt8(group << 4 | low)) {
                self = register
                return
            }
        }
        return nil
    }
}
