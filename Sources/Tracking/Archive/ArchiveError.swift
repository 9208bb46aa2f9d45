/// What can go wrong with an archive, and what a person can do.
public enum ArchiveError: Error, Hashable, Sendable {
    /// Another process has it open.
    case inUse(path: String)
    /// Nothing can be written; what was acknowledged is safe. It resumes by itself.
    case full(path: String)
    case unreadable(path: String, reason: String)
    /// Made by a newer program.
    case newerSchema(found: String, known: String)
    /// A range, box or limit that makes no sense.
    case badQuestion(String)
    case failed(String)
}

extension ArchiveError: CustomStringConvertible {
    /// One sentence without a full stop, for the log and the terminal.
    public var description: String {
        switch self {
        case .inUse(let path): "\(path) is open in another pelacak"
        case .full(let path): "\(path): the disk is full; what was taken in is safe"
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .newerSchema(let found, let known):
            "the archive was made by a newer pelacak (\(found), this one knows \(known)); update this one"
        case .badQuestion(let reason), .failed(let reason): "the archive: \(reason)"
        }
    }
}
