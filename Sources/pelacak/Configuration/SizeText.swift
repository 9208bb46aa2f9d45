/// Bytes as people write them: `20GiB`, `500 MB`, `1048576`.
enum SizeText {
    private static let units: [String: Int64] = [
        "": 1, "b": 1, "k": 1 << 10, "kib": 1 << 10, "kb": 1_000, "m": 1 << 20, "mib": 1 << 20, "mb": 1_000_000,
        "g": 1 << 30, "gib": 1 << 30, "gb": 1_000_000_000, "t": 1 << 40, "tib": 1 << 40, "tb": 1_000_000_000_000,
    ]
    /// A thousand terabytes: more than anybody means.
    static let most: Int64 = 1 << 50

    /// - Returns: `nil` for what is no size, or more than `most`.
    static func bytes(_ text: String) -> Int64? {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
        guard let factor = units[unit], let number = Double(digits), number.isFinite else { return nil }
        let bytes = number * Double(factor)
        return bytes <= Double(most) ? Int64(bytes) : nil
    }
}
