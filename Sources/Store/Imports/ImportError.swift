public import Tracking

/// Why an import cannot begin or go on. What was imported before stays and is not imported again.
public enum ImportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such file or folder, or it may not be read.
    case unreadable(path: String)
    /// A file that is none of what is imported.
    case notTraces(path: String)
    /// A split archive of which a part is missing.
    case missingPart(path: String)
    /// A list of addresses with a line that holds none.
    case badList(line: Int, text: String)
    /// The name of who is to be credited is empty, too long or holds control characters.
    case badOrigin
    /// The record of imports cannot be written or read.
    case ledger(path: String)
    case archive(ArchiveError)
    /// No import of that number.
    case unknownImport(String)

    public var description: String {
        switch self {
        case .unreadable(let path): "\(path): no such file or folder, or it may not be read"
        case .notTraces(let path):
            "\(path): neither a readsb trace, nor a folder of them, nor a tar archive (plain, gzip or zstd) of them"
        case .missingPart(let path): "\(path) is missing: a split archive needs all its parts in one folder"
        case .badList(let line, let text):
            "the list of addresses, line \(line): \(text) is no address of six hexadecimal digits"
        case .badOrigin: "say from whom the data come in 1 to 64 printable characters, for example adsb.lol"
        case .ledger(let path): "\(path): the record of imports cannot be written or read; is the disk full?"
        case .archive(let error): "the archive does not take it: \(error)"
        case .unknownImport(let id): "there is no import \(id)"
        }
    }
}
