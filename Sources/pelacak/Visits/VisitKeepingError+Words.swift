import Visits

extension VisitKeepingError {
    /// For the log and the command line.
    var words: String {
        switch self {
        case .unknownVisit: "there is no visit of this name"
        case .changedMeanwhile(let changes): "somebody changed it meanwhile; it has \(changes) changes by now"
        case .refused(let reason): "it cannot be done: \(reason)"
        case .tooMany: "no more is kept"
        case .full: "no room is left on the disk; nothing was kept"
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .newerSchema(let found, let known):
            "written by a newer program (step \"\(found)\"; this one knows up to \"\(known)\")"
        case .failed(let reason): "it failed, and nothing was kept: \(reason)"
        }
    }
}
