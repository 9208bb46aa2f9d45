/// Why a visit is not kept, changed or given.
public enum VisitKeepingError: Error, Hashable, Sendable {
    case unknownVisit
    /// Somebody changed it meanwhile: it has so many changes by now.
    case changedMeanwhile(changes: Int)
    case refused(VisitChangeError)
    /// More visits, or more bytes of one, than are kept.
    case tooMany
    case full
    /// The database cannot be opened or read.
    case unreadable(path: String, reason: String)
    case newerSchema(found: String, known: String)
    case failed(String)
}
