extension RuleValue {
    /// Bytes of a rule's text that are read at most.
    public static let maximumBytes = 65_536
    /// Levels of nesting that are read at most.
    public static let maximumDepth = 24

    /// Reads one JSON value.
    ///
    /// - Throws: `RuleError` with the line of the first byte that cannot be; a key that stands twice in an object is an error.
    /// - Source: RFC 8259.
    public init(json: some Collection<UInt8>) throws(RuleError) {
        guard json.count <= Self.maximumBytes else {
            throw RuleError(.tooLong(bytes: json.count, bound: Self.maximumBytes))
        }
        var reader = RuleTextReader(Array(json))
        self = try reader.document()
    }

    /// The value as JSON on one line, members in their order; numbers without a fraction are written whole.
    public var json: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch content {
        case .null: text += "null"
        case .flag(let flag): text += flag ? "true" : "false"
        case .number(let number): text += Self.written(number)
        case .text(let string): Self.write(string, to: &text)
        case .list(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += "," }
                value.write(to: &text)
            }
            text += "]"
        case .map(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                Self.write(member.key, to: &text)
                text += ":"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }

    private static func written(_ number: Double) -> String {
        guard number.isFinite else { return "null" }
        if number == number.rounded(), number.magnitude < 1e15 { return String(Int64(number)) }
        return String(number)
    }

    /// A text in quotation marks; control characters and the two line ends of Unicode are escaped.
    static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
