/// Up to four letters or digits in four bytes: the codes of airports and the painted names of runways.
struct PackedCode: Hashable, Sendable {
    /// 0 for none; else the characters from the upper byte down.
    private let rawValue: UInt32

    static let none = PackedCode(rawValue: 0)

    private init(rawValue: UInt32) { self.rawValue = rawValue }

    /// One to four capital letters and digits; `nil` for anything else.
    init?(_ text: some StringProtocol) {
        guard (1...4).contains(text.utf8.count) else { return nil }
        var value: UInt32 = 0
        for byte in text.utf8 {
            let isLetter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            guard isLetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value << 8 | UInt32(byte)
        }
        rawValue = value
    }

    /// The characters; `nil` for none.
    var text: String? {
        guard rawValue != 0 else { return nil }
        let bytes = stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: rawValue >> UInt32($0)) }
        return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
    }
}
