public import Aero

/// A change of what is thought of a silence, with what caused it.
public struct GapRevision: Hashable, Sendable {
    public enum Reason: String, Hashable, Sendable {
        /// It stayed in the air longer than its fuel lasts, if it had flown on.
        case endurance
        /// After the silence it called itself something else.
        case otherCallsign
        /// After the silence it called itself the same.
        case sameCallsign
        /// Observations that came later lie within the silence.
        case heardMeanwhile
    }

    /// When the silence began, which tells it from others of the aircraft.
    public let gap: Timestamp
    /// The time of what caused it.
    public let time: Timestamp
    public let reason: Reason
    public let before: [GapHypothesis]
    public let after: [GapHypothesis]
}
