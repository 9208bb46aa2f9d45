/// The options behind the question mark of sources, feeders and outputs.
enum QueryText {
    /// Reads `name=value` pairs joined by `&`.
    ///
    /// - Parameter flags: words that may stand alone; they are then 1.
    /// - Throws: `UsageError` for one without a value, and for one that stands twice; values are not quoted, they may be secret.
    static func options(
        _ query: some StringProtocol,
        flags: Set<String> = []
    ) throws(UsageError) -> [String: String] {
        var options: [String: String] = [:]
        for part in query.split(separator: "&") {
            if flags.contains(String(part)) {
                options[String(part)] = "1"
                continue
            }
            guard let equals = part.firstIndex(of: "=") else {
                // Behind a stray & may stand the rest of a secret: only what looks like a name is repeated.
                let isName = part.count <= 12 && part.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) }
                let name = isName ? String(part) : "NAME"
                throw UsageError("an option \(isName ? "\"\(name)\" " : "")has no value; write \(name)=VALUE")
            }
            let key = String(part[..<equals])
            let value = PercentText.decoded(part[part.index(after: equals)...])
            guard options.updateValue(value, forKey: key) == nil else {
                throw UsageError("option \"\(key)\" stands twice")
            }
        }
        return options
    }

    /// `1` or `true`, `0` or `false`; nothing is no.
    static func flag(_ value: String?, _ key: String) throws(UsageError) -> Bool {
        switch value {
        case nil, "0", "false": return false
        case "1", "true": return true
        case let other?: throw UsageError("\(key)=\(other): write 1 or 0")
        }
    }

    /// Frames a second.
    static func frameRate(_ value: String) throws(UsageError) -> Double {
        guard let rate = Double(value), (1...1_000_000).contains(rate) else {
            throw UsageError("rate=\(value): write frames a second, 1 to 1000000")
        }
        return rate
    }

    /// A number, without a fraction where it has none.
    static func written(_ number: Double) -> String {
        number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
    }

    /// Options as written behind the question mark.
    static func written(_ options: [(String, String)]) -> String {
        options.map { "\($0.0)=\(PercentText.encoded($0.1))" }.joined(separator: "&")
    }
}
