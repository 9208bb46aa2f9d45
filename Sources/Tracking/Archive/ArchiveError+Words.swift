/// In words, for logs and people.
extension ArchiveError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .inUse(let path): "\(path) is open in another process"
        case .full(let path): "\(path): the disk is full"
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .newerSchema(let found, let known): "it was made by a newer program (\(found), this one knows \(known))"
        case .badQuestion(let reason), .failed(let reason): reason
        }
    }
}
