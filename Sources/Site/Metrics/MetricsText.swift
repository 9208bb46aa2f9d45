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
        sample(labels, written: String(value))
    }

    /// The family's only sample.
    mutating func value(_ value: Int?) {
        if let value { sample([:], written: String(value)) }
    }

    /// The family's only sample; left out when it is not known.
    mutating func value(_ value: Double?) {
        guard let value, !value.isNaN else { return }
        sample([:], written: value.isInfinite ? (value > 0 ? "+Inf" : "-Inf") : "\(value)")
    }

    private mutating func sample(_ labels: KeyValuePairs<String, String>, written value: String) {
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
