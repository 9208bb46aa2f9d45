/// Why alerts could not be kept. Nothing of them is: who gave them keeps them and tries again.
public enum AlertOutboxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file cannot be read or written: no room, no right, damaged.
    case unusable(reason: String)
    /// An alert is larger than anything that is kept; `limit` in bytes.
    case tooLarge(id: String, limit: Int)

    public var description: String {
        switch self {
        case .unusable(let reason): "the outbox cannot be used: \(reason)"
        case .tooLarge(let id, let limit): "alert \(id) is larger than \(limit) bytes"
        }
    }
}
