/// Eight characters of six bits, as the identification message and register 2,0 carry them.
///
/// - Source: ICAO Annex 10 Vol IV, table 3-9.
public struct Callsign: Hashable, Sendable, CustomStringConvertible {
    /// The 48 bits, right-aligned.
    public let rawValue: UInt64

    /// A callsign by its 48 bits; higher bits are dropped.
    public init(rawValue: UInt64) { self.rawValue = rawValue & 0xFFFF_FFFF_FFFF }

    /// The text without trailing spaces; `nil` when a character is none of A–Z, 0–9 and space, or nothing but spaces is there.
    /// No memory is taken for it: eight letters fit into the string itself.
    public var text: String? {
        var characters = [8 of UInt8](repeating: 32)
        var length = 0
        for index in characters.indices {
            let code = UInt8(truncatingIfNeeded: rawValue >> UInt64(42 - 6 * index) & 0x3F)
            switch code {
            case 1...26: characters[index] = code + 64
            case 48...57: characters[index] = code
            case 32: continue
            default: return nil
            }
            length = index + 1
        }
        guard length > 0 else { return nil }
        let letters = characters.span.extracting(0..<length)
        guard let text = try? UTF8Span(validating: letters) else { return nil }
        return String(copying: text)
    }

    public var description: String { text ?? "" }
}
