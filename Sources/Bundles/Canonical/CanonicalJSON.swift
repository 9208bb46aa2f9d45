/// A JSON value with one written form: the same value gives the same bytes, on every machine and in every version.
///
/// - Source: RFC 8785 (JSON Canonicalization Scheme); RFC 7493 (I-JSON): numbers are doubles, names are unique.
public indirect enum CanonicalJSON: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// Finite; one that is not is written as `null`. Whole numbers are exact up to 2^53: longer ones are written as strings.
    case number(Double)
    case string(String)
    case array([CanonicalJSON])
    case object([String: CanonicalJSON])

    public init(_ number: Int) { self = .number(Double(number)) }
    public init(_ number: Double?) { self = number.map { .number($0) } ?? .null }
    public init(_ text: String?) { self = text.map { .string($0) } ?? .null }

    /// An object of what is there: `null` is left out.
    public static func members(_ members: KeyValuePairs<String, CanonicalJSON>) -> CanonicalJSON {
        var object: [String: CanonicalJSON] = [:]
        for (name, value) in members where value != .null { object[name] = value }
        return .object(object)
    }

    /// The written form, UTF-8.
    public var bytes: [UInt8] {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return bytes
    }
}

extension CanonicalJSON {
    /// Adds the written form.
    public func write(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes += "null".utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .number(let value): bytes += (CanonicalNumber.text(value) ?? "null").utf8
        case .string(let text): Self.write(text, to: &bytes)
        case .array(let values): Self.write(values, to: &bytes)
        case .object(let members): Self.write(members, to: &bytes)
        }
    }

    private static func write(_ values: [CanonicalJSON], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        for (number, value) in values.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: ",")) }
            value.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// Names in the order of their UTF-16 code units.
    ///
    /// - Source: RFC 8785, 3.2.3.
    private static func write(_ members: [String: CanonicalJSON], to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        let sorted = members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
        for (number, member) in sorted.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: ",")) }
            write(member.key, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            member.value.write(to: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    /// - Source: RFC 8785, 3.2.2.2: the short escapes where there are any, small letters, all else as it is.
    private static func write(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x08: bytes += "\\b".utf8
            case 0x09: bytes += "\\t".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0x0C: bytes += "\\f".utf8
            case 0x0D: bytes += "\\r".utf8
            case 0..<0x20: bytes += ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension CanonicalJSON: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self = .string(text) }
}
