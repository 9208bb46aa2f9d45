public import Aero
public import Tracking

/// Why nothing was exported. Whatever had been written by then is gone again.
public enum ExportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The time is empty or longer than can be asked for.
    case badTime
    /// Rows came under terms that forbid handing them on.
    case forbidden(LicenceTag, aircraft: ArchivedAircraft, origins: Set<String>)
    /// Each asks that the whole be handed on under itself alone.
    case incompatible(LicenceTag, LicenceTag)
    /// Several aircraft do not go into one file of this format.
    case needsFolder(ExportFormat)
    /// Something is there already.
    case exists(path: String)
    /// It cannot be written there.
    case unwritable(path: String)
    case archive(ArchiveError)
    /// The task was cancelled.
    case cancelled

    public var description: String {
        switch self {
        case .badTime: "the time is empty, or longer than \(ExportRequest.longest) days"
        case .forbidden(let licence, let aircraft, let origins):
            "rows of \(aircraft.address) came \(Self.source(origins))under \"\(licence.rawValue)\", which forbids handing them on; "
                + "leave that time, aircraft or licence out"
        case .incompatible(let first, let second):
            "rows under \(first.rawValue) and under \(second.rawValue) cannot be handed on together: each asks that the whole "
                + "be under itself; export them apart"
        case .needsFolder(let format):
            "several aircraft as \(format.rawValue) need a folder: name one that is not there yet"
        case .exists(let path): "\(path) is there already; name another, or remove it"
        case .unwritable(let path): "\(path) cannot be written; is the folder there, and the disk not full?"
        case .archive(let error): "the archive does not answer: \(error)"
        case .cancelled: "cancelled; nothing was written"
        }
    }

    private static func source(_ origins: Set<String>) -> String {
        origins.isEmpty ? "" : "from \(origins.sorted().joined(separator: ", ")) "
    }
}
