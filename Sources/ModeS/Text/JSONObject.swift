import Aero

/// A JSON object written member by member, in the order given.
public struct JSONObject: Sendable {
    private var body = "{"

    /// An empty object.
    public init() {}

    /// A number; one that is not finite is left out.
    public mutating func set(_ key: String, _ value: Double?) {
        guard let value, value.isFinite else { return }
        let isWhole = value == value.rounded() && value.magnitude < 1e15
        append(key, isWhole ? String(Int64(value)) : "\(value)")
    }

    /// A whole number.
    public mutating func set(_ key: String, _ value: (some BinaryInteger)?) {
        guard let value else { return }
        append(key, String(value))
    }

    /// True or false.
    public mutating func set(_ key: String, _ value: Bool?) {
        guard let value else { return }
        append(key, value ? "true" : "false")
    }

    /// Text.
    public mutating func set(_ key: String, _ value: String?) {
        guard let value else { return }
        append(key, JSONObject.quoted(value))
    }

    /// JSON that is already written.
    public mutating func set(_ key: String, raw: String?) {
        guard let raw else { return }
        append(key, raw)
    }

    /// The object, on one line.
    public var text: String { body + "}" }

    private mutating func append(_ key: String, _ value: String) {
        if body.utf8.count > 1 { body += ", " }
        body += JSONObject.quoted(key)
        body += ": "
        body += value
    }

    /// Text as a JSON string, quotes included.
    ///
    /// - Source: RFC 8259, section 7.
    public static func quoted(_ text: String) -> String {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                result.append(UInt8(ascii: "\\"))
                result.append(byte)
            case 0..<0x20, 0x7F:
                result.append(contentsOf: "\\u00".utf8)
                result.append(contentsOf: Hexadecimal.lower(UInt64(byte), digits: 2).utf8)
            default: result.append(byte)
            }
        }
        result.append(UInt8(ascii: "\""))
        return String(decoding: result, as: UTF8.self)
    }
}
