/// Why something is no time stamp of a digest.
public enum TimeStampError: Error, Hashable, Sendable {
    /// It is no answer as RFC 3161 has it.
    case unreadable
    /// The authority refused, with the status it gave.
    case refused(status: Int)
    /// It stamps something that is no SHA-256.
    case otherAlgorithm
}
