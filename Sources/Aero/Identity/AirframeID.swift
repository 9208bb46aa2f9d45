/// A machine of metal, whatever it is registered as: a number of ours, written `af12`.
public struct AirframeID: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// 1 … 4,294,967,295.
    public let number: UInt32

    /// - Returns: `nil` for 0.
    public init?(_ number: UInt32) {
        guard number > 0 else { return nil }
        self.number = number
    }

    /// Reads `af12`; `nil` for anything else, leading zeros too.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.starts(with: "af".utf8), text.utf8.count > 2 else { return nil }
        let digits = text.utf8.dropFirst(2)
        guard digits.first != UInt8(ascii: "0"), digits.count <= 10 else { return nil }
        var value: UInt64 = 0
        for byte in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + UInt64(byte - UInt8(ascii: "0"))
        }
        guard let number = UInt32(exactly: value) else { return nil }
        self.init(number)
    }

    public var description: String { "af\(number)" }

    public static func < (left: AirframeID, right: AirframeID) -> Bool { left.number < right.number }
}
