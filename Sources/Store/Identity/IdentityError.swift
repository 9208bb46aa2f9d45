public import Aero

/// What can go wrong with identities, and what a person can do.
public enum IdentityError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The database cannot be opened or read.
    case unreadable(path: String, reason: String)
    /// Made by a newer program.
    case newerSchema(found: String, known: String)
    /// Nothing can be written; what was held is held.
    case full
    case failed(String)
    /// The file that was to be read: not there, not packed as it should be.
    case badFile(String)
    /// The file is not what it was said to be: a column it must have is missing.
    case notThisFormat(IdentityFormat, missing: String)
    /// Text that is not read: save it as UTF-8.
    case encoding(String)
    /// More rows than are read.
    case tooManyRows(limit: Int)
    /// A source keeps its licence and kind: another licence is another source.
    case sourceDiffers(name: String, licence: LicenceTag, kind: IdentitySourceKind)
    /// A list of privacy addresses; only read where that is asked for.
    case privacyList
    /// The file may be the wrong one; it is taken where that is asked for.
    case doubtful(ImportDoubt)
    case unknownSource(String)
    /// No import of that number, or it was taken back already.
    case unknownImport(Int64)
    /// A later import of the same source stands on it: take that back first.
    case notTheLast(Int64, last: Int64)
    /// Rows under these licences may not be handed on, or not together.
    case forbidden([LicenceTag: Int], rowsWithout: Int)
    case incompatible(LicenceTag, LicenceTag)

    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "the identities in \(path) cannot be read: \(reason)"
        case .newerSchema(let found, let known):
            "the identities were written by a newer program (step \"\(found)\"; this one knows up to \"\(known)\")"
        case .full: "no room is left on the disk; nothing was changed"
        case .failed(let reason): "it failed, and nothing was changed: \(reason)"
        case .badFile(let reason): "the file cannot be read: \(reason)"
        case .notThisFormat(let format, let missing): "this is no \(format.rawValue) file: \(missing) is missing"
        case .encoding(let name): "the file is \(name); save it as UTF-8"
        case .tooManyRows(let limit): "the file has more than \(limit) rows"
        case .sourceDiffers(let name, let licence, let kind):
            "the source \"\(name)\" is held as \(kind.name) under \(licence.rawValue); give what came otherwise another name"
        case .privacyList: "this is a list of privacy addresses (PIA), which is only read where that is asked for"
        case .doubtful(let doubt): "\(doubt): is it the right file, and whole? Nothing was changed"
        case .unknownSource(let name): "no source is called \"\(name)\""
        case .unknownImport(let id): "there is no import \(id) that could be taken back"
        case .notTheLast(let id, let last):
            "import \(last) of the same source came after \(id): take \(last) back first"
        case .forbidden(let blockers, let rowsWithout):
            "these forbid handing on: "
                + blockers.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) (\($0.value) rows)" }
                .joined(separator: ", ") + "; without them \(rowsWithout) rows would go out"
        case .incompatible(let first, let second):
            "rows under \(first.rawValue) and under \(second.rawValue) cannot be handed on together: export them apart"
        }
    }
}
