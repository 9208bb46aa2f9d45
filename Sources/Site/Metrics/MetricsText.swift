/// Writes figures in the text form of Prometheus, version 0.0.4.
///
/// - Source: Prometheus, *Exposition formats*, text-based format.
struct MetricsText {
    enum Kind: String { case counter, gauge }

    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""
    private var name = ""

    /// Begins a family; samples that follow belong to it.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        self.name = "pelacak_" + name
        text +=
            "# HELP \(self.name) \(MetricsText.escaped(help, quotes: false))\n# TYPE \(self.name) \(kind.rawValue)\n"
    }

    mutating func sample(_ labels: KeyValuePairs<String, String>, _ value: Int) {
        sample(Array(labels), written: String(value))
    }

    /// A sample for each part of a whole, in the order of their names.
    mutating func samples(_ labels: KeyValuePairs<String, String> = [:], by label: String, _ parts: [String: Int]) {
        for (name, count) in parts.sorted(by: { $0.key < $1.key }) {
            sample(labels + [(label, name)], written: String(count))
        }
    }

    /// A family of one sample that only grows; without it when it is not known.
    mutating func counter(_ name: String, _ help: String, _ value: (some Figure)?) { one(name, .counter, help, value) }

    /// A family of one sample; without it when it is not known.
    mutating func gauge(_ name: String, _ help: String, _ value: (some Figure)?) { one(name, .gauge, help, value) }

    private mutating func one(_ name: String, _ kind: Kind, _ help: String, _ value: (some Figure)?) {
        family(name, kind, help)
        if let text = value?.figure { sample([], written: text) }
    }

    private mutating func sample(_ labels: [(key: String, value: String)], written value: String) {
        text += name
        if !labels.isEmpty {
            text += "{"
            text += labels.map { "\($0.key)=\"\(MetricsText.escaped($0.value, quotes: true))\"" }.joined(separator: ",")
            text += "}"
        }
        text += " \(value)\n"
    }

    /// Backslashes and line ends, and in values of labels quotes, are escaped. Other characters that could end a line for somebody are
    /// blanks: names are chosen by people and some come from elsewhere.
    static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars.prefix(256) {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": escaped += " "
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// A number as the text form writes it.
protocol Figure {
    /// `nil` for what is no number.
    var figure: String? { get }
}

extension Int: Figure {
    var figure: String? { String(self) }
}

extension Double: Figure {
    var figure: String? {
        if isNaN { return nil }
        return isInfinite ? (self > 0 ? "+Inf" : "-Inf") : "\(self)"
    }
}
