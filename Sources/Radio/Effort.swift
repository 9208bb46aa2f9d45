/// How much work the demodulator spends on weak signals.
public enum Effort: String, Hashable, Sendable, CaseIterable {
    /// The envelope at the sample rate only: two thirds of the work in a quiet band, and about 1 dB deaf.
    case low
    /// The envelope at twice the sample rate, three sub-sample phases a candidate.
    case normal
    /// As `normal`, with a lower threshold and five phases.
    case high
}
