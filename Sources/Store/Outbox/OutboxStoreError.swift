/// What can go wrong with the outbox. Whatever was being written is as it was before.
public enum OutboxStoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file cannot be opened or read.
    case unreadable(path: String, reason: String)
    /// Made by a newer program.
    case newerSchema
    case full
    case failed(String)

    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "the outbox \(path) cannot be read: \(reason)"
        case .newerSchema: "the outbox was written by a newer program"
        case .full: "no room is left on the disk"
        case .failed(let reason): "it failed: \(reason)"
        }
    }
}
