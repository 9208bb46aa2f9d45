/// A Mode A code: four octal digits, 0000 … 7777.
public struct Squawk: Hashable, Sendable, CustomStringConvertible {
    /// The digits as a number of twelve bits, three a digit, A first: 0 … 0o7777.
    public let rawValue: UInt16

    /// A code by its twelve bits; higher bits are dropped.
    public init(rawValue: UInt16) { self.rawValue = rawValue & 0o7777 }

    /// Reads four octal digits; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 4 else { return nil }
        var value: UInt16 = 0
        for byte in text.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else { return nil }
            value = value << 3 | UInt16(byte - UInt8(ascii: "0"))
        }
        rawValue = value
    }

    /// Four octal digits.
    public var description: String {
        let digits = (0..<4).map { UInt8(ascii: "0") + UInt8(rawValue >> UInt16(9 - 3 * $0) & 7) }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Whether the code itself calls for attention: 7500 unlawful interference, 7600 radio failure, 7700 emergency.
    /// - Source: ICAO Doc 8168 Vol III, part III, section 3, chapter 1.
    public var isAlerting: Bool { rawValue == 0o7500 || rawValue == 0o7600 || rawValue == 0o7700 }
}
