/// What can go wrong; the log says more.
public enum AlertDeskError: Error, Hashable, Sendable {
    /// The outbox cannot be read now.
    case unreadable
}
