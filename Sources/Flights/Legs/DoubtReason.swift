/// Why an observation is left out of legs. It stays in the archive.
public enum DoubtReason: String, Hashable, Sendable, CaseIterable {
    /// It was marked when it was heard.
    case markedWhenHeard
    /// No aircraft is as fast as coming there would have taken.
    case impliedSpeed
    /// Navigation integrity category 0: no bound on the error.
    case integrityZero
    /// Navigation accuracy category 0: accuracy unknown.
    case accuracyZero
    /// Nobody who heard it can have heard it there.
    case beyondHorizon
    /// On the ground according to its flag, moments after a height from which nobody comes down so fast.
    case groundWhileHigh
    /// Many aircraft stood on the same point or circle; said by who sees them all.
    case sharedPlace
}
