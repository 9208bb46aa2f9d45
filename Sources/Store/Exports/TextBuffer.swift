/// Text being written as bytes: numbers from whole steps, so that nothing is rounded on the way out.
struct TextBuffer {
    private(set) var bytes: [UInt8] = []

    init() {}

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

    mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func byte(_ character: Unicode.Scalar) { bytes.append(UInt8(ascii: character)) }

    mutating func integer(_ value: some BinaryInteger) { fixed(Int64(value), decimals: 0) }

    /// A decimal number from its last digit's steps: 1234 with two decimals is `12.34`; zeros at the end are left out.
    mutating func fixed(_ steps: Int64, decimals: Int) {
        var magnitude = steps.magnitude
        var decimals = decimals
        while decimals > 0, magnitude % 10 == 0 {
            magnitude /= 10
            decimals -= 1
        }
        if steps < 0 { byte("-") }
        let digits = String(magnitude)
        guard decimals > 0 else { return text(digits) }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
        text(String(padded.dropLast(decimals)))
        byte(".")
        text(String(padded.suffix(decimals)))
    }

    /// ISO 8601 in UTC, always to the millisecond.
    mutating func time(_ milliseconds: Int64) {
        let day = CalendarDay(ofMilliseconds: milliseconds)
        let rest = milliseconds - day.start
        text(day.text())
        byte("T")
        two(rest / 3_600_000)
        byte(":")
        two(rest / 60_000 % 60)
        byte(":")
        two(rest / 1000 % 60)
        byte(".")
        byte(Self.digit(rest / 100 % 10))
        two(rest % 100)
        byte("Z")
    }

    /// A text in quotes, escaped for JSON.
    mutating func quoted(_ string: String) {
        byte("\"")
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0..<32: text("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16))
            default: bytes.append(byte)
            }
        }
        byte("\"")
    }

    /// A text in XML; what XML cannot hold is left out.
    mutating func escaped(_ string: String) {
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "&"): text("&amp;")
            case UInt8(ascii: "<"): text("&lt;")
            case UInt8(ascii: ">"): text("&gt;")
            case UInt8(ascii: "\""): text("&quot;")
            case 0..<9, 11...12, 14..<32: break
            default: bytes.append(byte)
            }
        }
    }

    /// A text as a CSV field: in quotes only where it must be. A spreadsheet shall not take it for a formula.
    ///
    /// - Source: RFC 4180, section 2.
    mutating func field(_ string: String) {
        let isFormula = string.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let string = isFormula ? "'" + string : string
        guard string.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return text(string) }
        byte("\"")
        for byte in string.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        byte("\"")
    }

    private mutating func two(_ value: Int64) {
        byte(Self.digit(value / 10))
        byte(Self.digit(value % 10))
    }

    private static func digit(_ value: Int64) -> Unicode.Scalar { Unicode.Scalar(UInt8(48 + value % 10)) }
}
