public import Aero

/// When an aircraft was heard before, as far as the archive tells.
public enum WatchPast: Hashable, Sendable {
    /// Never, in all that was ever kept.
    case never
    case last(Timestamp)
    /// The archive cannot tell: it does not answer, or forgot older days.
    case unknown
}
