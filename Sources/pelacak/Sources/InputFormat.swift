import Feeds
import Radio

/// What a file or standard input holds.
enum InputFormat: String, Hashable, Sendable, CaseIterable {
    case uc8
    case sc8
    case sc16
    case sc16q11
    case beast
    case avr
    case sbs
    case uat
    case jsonl

    /// Reads a format's name.
    init(name: String) throws(UsageError) {
        guard let format = InputFormat(rawValue: name) else {
            let known = InputFormat.allCases.map(\.rawValue)
            throw UsageError(
                "unknown format \"\(name)\"\(NearestName.hint(name, among: known)); known: \(known.joined(separator: ", "))"
            )
        }
        self = format
    }

    /// The format by a file's ending.
    init?(ending path: String) {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        switch path[path.index(after: dot)...].lowercased() {
        case "uc8", "u8", "cu8": self = .uc8
        case "sc8", "s8", "cs8": self = .sc8
        case "sc16", "s16", "cs16": self = .sc16
        case "sc16q11": self = .sc16q11
        case "beast", "bin": self = .beast
        case "avr", "txt", "hex": self = .avr
        case "sbs", "csv", "bst": self = .sbs
        case "uat", "dump978": self = .uat
        case "jsonl", "ndjson": self = .jsonl
        default: return nil
        }
    }

    /// The sample format, if these are samples.
    var samples: SampleFormat? {
        switch self {
        case .uc8: .uc8
        case .sc8: .sc8
        case .sc16: .sc16
        case .sc16q11: .sc16q11
        case .beast, .avr, .sbs, .uat, .jsonl: nil
        }
    }
}
