import Aero

/// Bytes as hexadecimal digits.
enum HexText {
    static func encoded(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    static func decoded(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap(Hexadecimal.value(of:))
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
