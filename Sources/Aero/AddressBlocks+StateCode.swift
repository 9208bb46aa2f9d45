/// A state by its two letters of ISO 3166-1, for example `ID`.
public struct StateCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Two upper-case ASCII letters, the first in the upper byte.
    public let rawValue: UInt16

    /// Reads two letters in either case; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 2 else { return nil }
        var value: UInt16 = 0
        for byte in text.utf8 {
            let upper = byte & 0xDF
            guard byte >= UInt8(ascii: "A"), (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(upper) else { return nil }
            value = value << 8 | UInt16(upper)
        }
        rawValue = value
    }

    /// Two upper-case letters.
    public var description: String {
        String(decoding: [UInt8(rawValue >> 8), UInt8(rawValue & 0xFF)], as: UTF8.self)
    }

    public static func < (left: StateCode, right: StateCode) -> Bool { left.rawValue < right.rawValue }
}
