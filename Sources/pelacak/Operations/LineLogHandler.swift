import Foundation
import Logging

/// Writes the log to standard error, one line an event whatever its text holds, without keys, tokens and places.
struct LineLogHandler: LogHandler {
    let label: String
    let format: LogFormat
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?
    private let write: @Sendable (String) -> Void
    private let now: @Sendable () -> Date

    init(
        label: String,
        format: LogFormat,
        level: Logger.Level,
        now: @escaping @Sendable () -> Date = { Date() },
        write: @escaping @Sendable (String) -> Void = { StandardError.line($0) }
    ) {
        self.label = label
        self.format = format
        logLevel = level
        self.now = now
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var all = metadata
        if let metadataProvider { all.merge(metadataProvider.get()) { _, new in new } }
        if let own = event.metadata { all.merge(own) { _, new in new } }
        if let error = event.error { all["error"] = "\(error)" }
        let fields = all.map { (key: $0.key, value: Self.cleaned("\($0.value)", key: $0.key)) }.sorted {
            $0.key < $1.key
        }
        let message = LogRedaction.cleaned(event.message.description)
        switch format {
        case .text: write(text(event.level, message, fields))
        case .json: write(json(event.level, message, fields))
        }
    }

    private static func cleaned(_ value: String, key: String) -> String {
        LogRedaction.secretNames.contains(key.lowercased()) ? "…" : LogRedaction.cleaned(value)
    }

    private func text(_ level: Logger.Level, _ message: String, _ fields: [(key: String, value: String)]) -> String {
        let extra = fields.map { " \($0.key)=\($0.value)" }.joined()
        return Self.oneLine("\(time) \(level) \(label): \(message)\(extra)")
    }

    private func json(_ level: Logger.Level, _ message: String, _ fields: [(key: String, value: String)]) -> String {
        var line = "{\"time\":\(Self.quoted(time)),\"level\":\"\(level)\",\"label\":\(Self.quoted(label))"
        line += ",\"message\":\(Self.quoted(message))"
        if !fields.isEmpty {
            let members = fields.map { "\(Self.quoted($0.key)):\(Self.quoted($0.value))" }
            line += ",\"metadata\":{\(members.joined(separator: ","))}"
        }
        return line + "}"
    }

    private var time: String {
        now().formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: true).timeZone(separator: .omitted)
        )
    }

    /// What came from elsewhere must not make a second line.
    private static func oneLine(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isControl($0) ? " " : $0 }))
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// - Source: RFC 8259, section 7.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case let other where isControl(other):
                let digits = String(other.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
