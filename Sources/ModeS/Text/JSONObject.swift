public import Aero

/// A JSON object written member by member, in the order given, as the bytes of one line.
///
/// Nothing is allocated for a member: what is written goes to the end of one buffer, which a writer of many objects hands on from each
/// to the next.
public struct JSONObject: Sendable {
    private var bytes: [UInt8]
    private var hasMembers = false

    /// An empty object.
    public init() { bytes = [UInt8(ascii: "{")] }

    /// An empty object at the end of a buffer, which is taken over until `close(into:)` gives it back.
    public init(continuing buffer: inout [UInt8]) {
        bytes = []
        swap(&bytes, &buffer)
        bytes.append(UInt8(ascii: "{"))
    }

    /// Ends the object and gives the buffer back.
    public mutating func close(into buffer: inout [UInt8]) {
        bytes.append(UInt8(ascii: "}"))
        swap(&bytes, &buffer)
    }

    /// The object, on one line.
    public var text: String { String(decoding: bytes, as: UTF8.self) + "}" }

    /// A number; one that is not finite is left out.
    public mutating func set(_ key: String, _ value: Double?) {
        guard let value, value.isFinite else { return }
        begin(key)
        append(value)
    }

    /// A whole number.
    public mutating func set(_ key: String, _ value: (some FixedWidthInteger)?) {
        guard let value else { return }
        begin(key)
        append(Int64(clamping: value))
    }

    /// True or false.
    public mutating func set(_ key: String, _ value: Bool?) {
        guard let value else { return }
        begin(key)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    /// Text.
    public mutating func set(_ key: String, _ value: String?) {
        guard let value else { return }
        begin(key)
        appendQuoted(value)
    }

    /// Bits as upper-case hexadecimal text of a fixed count of digits, at most 16.
    public mutating func set(_ key: String, hexadecimal value: UInt64?, digits: Int) {
        guard let value else { return }
        begin(key)
        bytes.append(UInt8(ascii: "\""))
        appendHexadecimal(value, digits: digits)
        bytes.append(UInt8(ascii: "\""))
    }

    /// An instant, in seconds with microseconds.
    public mutating func set(_ key: String, _ time: Timestamp) {
        begin(key)
        let microseconds = time.nanoseconds / 1000
        if microseconds < 0 { bytes.append(UInt8(ascii: "-")) }
        appendFraction(microseconds.magnitude, places: 6)
    }

    /// A list of texts.
    public mutating func set(_ key: String, _ values: some Sequence<String>) {
        begin(key)
        bytes.append(UInt8(ascii: "["))
        var isFirst = true
        for value in values {
            if !isFirst { bytes.append(contentsOf: ", ".utf8) }
            isFirst = false
            appendQuoted(value)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// JSON that is already written.
    public mutating func set(_ key: String, raw: String?) {
        guard let raw else { return }
        begin(key)
        bytes.append(contentsOf: raw.utf8)
    }

    /// An address as six upper-case digits, with a tilde before one that is no ICAO address.
    public mutating func set(_ key: String, _ address: AircraftAddress) {
        begin(key)
        bytes.append(UInt8(ascii: "\""))
        if !address.isICAO { bytes.append(UInt8(ascii: "~")) }
        appendHexadecimal(UInt64(address.bits), digits: 6)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A frame as its hexadecimal digits.
    public mutating func set(_ key: String, _ frame: Frame) {
        begin(key)
        bytes.append(UInt8(ascii: "\""))
        appendHexadecimal(frame.isLong ? frame.high : frame.high >> 8, digits: frame.isLong ? 16 : 14)
        if frame.isLong { appendHexadecimal(frame.low >> 16, digits: 12) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func begin(_ key: String) {
        if hasMembers { bytes.append(contentsOf: ", ".utf8) }
        hasMembers = true
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: key.utf8)
        bytes.append(contentsOf: "\": ".utf8)
    }

    // MARK: - Numbers

    /// The shortest decimals that read back as the same number, where eight places do (angles come in steps of 45/256 degrees); else as
    /// Swift writes it.
    private mutating func append(_ value: Double) {
        let scaled = (value * 1e8).rounded()
        guard scaled.magnitude < 9e15, scaled / 1e8 == value else {
            bytes.append(contentsOf: "\(value)".utf8)
            return
        }
        if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
        appendFraction(UInt64(scaled.magnitude), places: 8)
    }

    /// A whole number with the point moved to the left, without zeros at the end.
    private mutating func appendFraction(_ value: UInt64, places: Int) {
        var places = places
        var rest = value
        while places > 0, rest % 10 == 0 {
            rest /= 10
            places -= 1
        }
        appendDigits(rest, point: places)
    }

    private mutating func append(_ value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        appendDigits(value.magnitude, point: 0)
    }

    /// Digits, with a point before the last `point` of them.
    private mutating func appendDigits(_ value: UInt64, point: Int) {
        var digits: [20 of UInt8] = .init(repeating: 0)
        var count = 0
        var rest = value
        repeat {
            digits[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
            count += 1
        } while rest > 0 || count <= point
        while count > 0 {
            count -= 1
            bytes.append(digits[count])
            if count == point, point > 0 { bytes.append(UInt8(ascii: ".")) }
        }
    }

    private mutating func appendHexadecimal(_ value: UInt64, digits: Int) {
        precondition((0...16).contains(digits), "a UInt64 has at most 16 hexadecimal digits")
        for index in 0..<digits {
            bytes.append(
                Hexadecimal.upperDigit(UInt8(truncatingIfNeeded: value >> UInt64(4 * (digits - 1 - index)) & 15))
            )
        }
    }

    // MARK: - Text

    /// Text as a JSON string, quotes included.
    ///
    /// - Source: RFC 8259, section 7.
    private mutating func appendQuoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20, 0x7F:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(Hexadecimal.upperDigit(byte >> 4))
                bytes.append(Hexadecimal.upperDigit(byte & 15))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
