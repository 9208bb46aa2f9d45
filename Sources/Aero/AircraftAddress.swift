/// The 24-bit address an aircraft, vehicle or relay is known by, together with the space it belongs to.
///
/// An address that is not an ICAO one (a TIS-B track file, an anonymous or a vehicle address) is a different key from the
/// same 24 bits as ICAO address; it is written with a tilde, as in `~2a00f3`.
/// - Source: ICAO Annex 10 Vol III, chapter 9; Vol IV, 3.1.2.8.7 (control field).
public struct AircraftAddress: Hashable, Sendable, Comparable {
    /// Bits 0…23 are the address, bit 24 is set when it is not an ICAO address.
    public let rawValue: UInt32

    /// An ICAO address; only the low 24 bits are used.
    public init(icao bits: UInt32) { rawValue = bits & 0xFF_FFFF }
    /// An address outside the ICAO space; only the low 24 bits are used.
    public init(other bits: UInt32) { rawValue = bits & 0xFF_FFFF | 0x100_0000 }

    /// Reads `7c1a2b` or `~7c1a2b` in either case; `nil` unless exactly six hexadecimal digits are there.
    public init?(_ text: some StringProtocol) {
        var digits = text.utf8[...]
        let isOther = digits.first == UInt8(ascii: "~")
        if isOther { digits = digits.dropFirst() }
        guard digits.count == 6 else { return nil }
        var bits: UInt32 = 0
        for byte in digits {
            guard let value = Hexadecimal.value(of: byte) else { return nil }
            bits = bits << 4 | UInt32(value)
        }
        self = isOther ? AircraftAddress(other: bits) : AircraftAddress(icao: bits)
    }

    /// The 24 bits alone.
    public var bits: UInt32 { rawValue & 0xFF_FFFF }
    /// Whether this is an address of the ICAO space.
    public var isICAO: Bool { rawValue & 0x100_0000 == 0 }

    /// Six lower-case hexadecimal digits, with a tilde before an address that is not ICAO.
    public var hex: String { (isICAO ? "" : "~") + Hexadecimal.lower(UInt64(bits), digits: 6) }

    public static func < (left: AircraftAddress, right: AircraftAddress) -> Bool { left.rawValue < right.rawValue }
}

extension AircraftAddress: CustomStringConvertible {
    public var description: String { hex }
}
