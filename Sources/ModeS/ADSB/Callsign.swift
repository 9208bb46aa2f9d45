/// Eight characters of six bits, as the identification message and register 2,0 carry them.
///
/// - Source: ICAO Annex 10 Vol IV, table 3-9.
public struct Callsign: Hashable, Sendable, CustomStringConvertible {
    /// The 48 bits, right-aligned.
    public let rawValue: UInt64

    /// A callsign by its 48 bits; higher bits are dropped.
    public init(rawValue: UInt64) { self.rawValue = rawValue & 0xFFFF_FFFF_FFFF }

    /// The text without trailing spaces; `nil` when a character is none of A–Z, 0–9 and space, or nothing but spaces is there.
    public var text: String? {
        var characters: [UInt8] = []
        for index in 0..<8 {
            let code = UInt8(truncatingIfNeeded: rawValue >> UInt64(42 - 6 * index) & 0x3F)
            switch code {
            case 1...26: characters.append(code + 64)
            case 32, 48...57: characters.append(code)
            default: return nil
            }
        }
        while characters.last == 32 { characters.removeLast() }
        return characters.isEmpty ? nil : String(decoding: characters, as: UTF8.self)
    }

    public var description: String { text ?? "" }
}
