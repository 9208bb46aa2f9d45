import Aero

/// What a feeder shows to say who it is. It is a secret: it is compared, sent to where it belongs and never printed.
///
/// A key of 32 hexadecimal digits, dashes between them ignored, can be shown in every format: `1a e4` and its text in Beast, a first line
/// `key KEY` in the others. A key of other characters can be shown in text only.
public struct FeederKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The digits in lower case without dashes, or the text as it is.
    private let bytes: [UInt8]

    /// Characters of a key that is no UUID.
    public static let lengths = 16...128

    /// A key as written by people.
    ///
    /// - Returns: `nil` unless these are 32 hexadecimal digits, or 16 to 128 visible characters of ASCII.
    public init?(_ text: some StringProtocol) { self.init(Array(text.utf8).span) }

    /// A key as it stands on the wire, blanks around it cut already.
    init?(_ text: Span<UInt8>) {
        guard text.count <= Self.lengths.upperBound else { return nil }
        var digits: [UInt8] = []
        var all: [UInt8] = []
        var isHexadecimal = true
        for index in 0..<text.count {
            let byte = text[index]
            guard (0x21...0x7E).contains(byte) else { return nil }
            all.append(byte)
            if byte == UInt8(ascii: "-") { continue }
            guard let digit = Hexadecimal.value(of: byte) else {
                isHexadecimal = false
                continue
            }
            digits.append(Hexadecimal.upperDigit(digit) | 0x20)
        }
        if isHexadecimal, digits.count == 32 {
            bytes = digits
        } else {
            guard Self.lengths.contains(all.count) else { return nil }
            bytes = all
        }
    }

    /// The key whose 32 digits were read from a Beast stream.
    init(digits: [UInt8]) { bytes = digits }

    /// Whether both are the same; takes the same time wherever they differ.
    public func matches(_ other: FeederKey) -> Bool {
        var difference = bytes.count ^ other.bytes.count
        for index in bytes.indices {
            difference |= Int(bytes[index] ^ (index < other.bytes.count ? other.bytes[index] : 0))
        }
        return difference == 0
    }

    /// Whether it can be shown in a format.
    public func canBeShown(in format: WireFormat) -> Bool { format != .beast || isUUID }

    /// The bytes that show it at the beginning of a connection; none where the format has no place for it.
    public func greeting(in format: WireFormat) -> [UInt8] {
        switch format {
        case .beast: isUUID ? [0x1A, 0xE4] + Self.dashed(bytes) : []
        case .unknown: []
        case .avr, .sbs, .uat, .jsonl: Self.word + bytes + [0x0A]
        }
    }

    public var description: String { "(a key)" }
    public var debugDescription: String { description }

    private var isUUID: Bool { bytes.count == 32 && bytes.allSatisfy { Hexadecimal.value(of: $0) != nil } }

    // MARK: - In text

    private static let word = Array("key ".utf8)

    /// The key a first line `key KEY` shows; `nil` for any other line.
    static func shown(by line: Span<UInt8>) -> FeederKey? {
        guard line.count > word.count, zip(word.indices, word).allSatisfy({ line[$0] == $1 }) else { return nil }
        return FeederKey(line.extracting(word.count...))
    }

    /// 8-4-4-4-12, as a UUID is written.
    private static func dashed(_ digits: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append(UInt8(ascii: "-")) }
            text.append(digit)
        }
        return text
    }
}
