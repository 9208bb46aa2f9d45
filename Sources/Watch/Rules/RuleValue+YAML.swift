extension RuleValue {
    /// The value as YAML, a line a member, for people to read and change; what it is read from again is the same tree.
    ///
    /// Texts stand in quotes as JSON has them, which YAML reads alike.
    ///
    /// - Source: YAML 1.2.2, 1.3 (JSON is a subset), 8.2 (block collections).
    public var yaml: String {
        var text = ""
        write(to: &text, indent: 0)
        return text
    }

    private func write(to text: inout String, indent: Int) {
        let blanks = String(repeating: " ", count: indent)
        switch content {
        case .map(let members) where !members.isEmpty:
            for (index, member) in members.enumerated() {
                if index > 0 { text += blanks }
                text += Self.isPlain(member.key) ? member.key : RuleValue(.text(member.key)).json
                text += ":"
                member.value.writeBelow(&text, indent: indent + 2)
            }
        case .list(let values) where !values.isEmpty:
            for (index, value) in values.enumerated() {
                if index > 0 { text += blanks }
                text += "- "
                value.write(to: &text, indent: indent + 2)
            }
        default: text += json + "\n"
        }
    }

    /// Behind a key: what fits on one line stays there.
    private func writeBelow(_ text: inout String, indent: Int) {
        let isShort =
            switch content {
            case .map(let members): members.isEmpty
            case .list(let values): values.allSatisfy(\.isScalar)
            default: true
            }
        guard !isShort else {
            text += " " + json + "\n"
            return
        }
        text += "\n" + String(repeating: " ", count: indent)
        write(to: &text, indent: indent)
    }

    private var isScalar: Bool {
        switch content {
        case .map, .list: false
        default: true
        }
    }

    /// Letters alone, and none of the words YAML takes for something else.
    private static func isPlain(_ key: String) -> Bool {
        !key.isEmpty && key.utf8.allSatisfy { (65...90).contains($0) || (97...122).contains($0) }
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(key.lowercased())
    }
}
