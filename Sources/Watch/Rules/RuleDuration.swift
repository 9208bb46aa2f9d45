/// A length of time in a rule: a whole number and `s`, `min`, `h` or `d`, as in `20min`.
public struct RuleDuration: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let seconds: Int64

    public init(seconds: Int64) { self.seconds = seconds }

    /// `nil` for any other text.
    public init?(_ text: String) {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard (1...9).contains(digits.count), let count = Int64(digits) else { return nil }
        switch text.dropFirst(digits.count) {
        case "s": seconds = count
        case "min": seconds = count * 60
        case "h": seconds = count * 3600
        case "d": seconds = count * 86_400
        default: return nil
        }
    }

    public var nanoseconds: Int64 { seconds * 1_000_000_000 }
    /// In the largest unit that leaves it whole.
    public var description: String {
        for (size, unit) in [(Int64(86_400), "d"), (3600, "h"), (60, "min")] where seconds > 0 && seconds % size == 0 {
            return "\(seconds / size)\(unit)"
        }
        return "\(seconds)s"
    }

    public static func < (left: RuleDuration, right: RuleDuration) -> Bool { left.seconds < right.seconds }
}
