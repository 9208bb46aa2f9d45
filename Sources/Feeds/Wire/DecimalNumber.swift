/// Decimal numbers in text, without a library and total on any bytes.
enum DecimalNumber {
    /// Reads an optional sign, digits and at most one point; at most 18 characters and 15 digits.
    ///
    /// - Returns: `nil` for anything else, and for nothing.
    static func read(_ text: Span<UInt8>) -> Double? {
        guard text.count > 0, text.count <= 18 else { return nil }
        var isNegative = false
        var digits = 0
        var value: Int64 = 0
        var scale: Double?
        for index in 0..<text.count {
            switch text[index] {
            case UInt8(ascii: "-") where index == 0: isNegative = true
            case UInt8(ascii: "+") where index == 0: break
            case UInt8(ascii: ".") where scale == nil: scale = 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits += 1
                guard digits <= 15 else { return nil }
                value = value * 10 + Int64(text[index] - UInt8(ascii: "0"))
                if let known = scale { scale = known * 10 }
            default: return nil
            }
        }
        guard digits > 0 else { return nil }
        let size = Double(value) / (scale ?? 1)
        return isNegative ? -size : size
    }
}
