/// Numbers as ECMAScript writes them: the shortest digits that give the same double again.
///
/// - Source: RFC 8785, 3.2.2.3; ECMA-262, 6.1.6.1.20 (Number::toString).
enum CanonicalNumber {
    /// - Returns: `nil` for what is not finite.
    static func text(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        if value == 0 { return "0" }
        let (digits, point) = decimal(value.magnitude)
        let count = digits.utf8.count
        let text: String
        switch point {
        case count...21: text = digits + String(repeating: "0", count: point - count)
        case 1...21: text = "\(digits.prefix(point)).\(digits.dropFirst(point))"
        case -5...0: text = "0." + String(repeating: "0", count: -point) + digits
        default:
            let exponent = (point > 0 ? "e+" : "e-") + String((point - 1).magnitude)
            text = (count == 1 ? digits : "\(digits.prefix(1)).\(digits.dropFirst())") + exponent
        }
        return (value < 0 ? "-" : "") + text
    }

    /// The shortest digits, without zeros at either end, and how many of them stand before the point.
    private static func decimal(_ magnitude: Double) -> (digits: String, point: Int) {
        // Swift writes the shortest digits too, in a form of its own: `1.25e-07`, `5.0`.
        let parts = magnitude.description.split(separator: "e", maxSplits: 1)
        let mantissa = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        var digits = mantissa.joined(separator: "")
        var point = mantissa[0].utf8.count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        while digits.hasSuffix("0") { digits.removeLast() }
        while digits.hasPrefix("0") {
            digits.removeFirst()
            point -= 1
        }
        return (digits, point)
    }
}
