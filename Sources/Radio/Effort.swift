/// How much work the demodulator spends on weak signals.
public enum Effort: String, Hashable, Sendable, CaseIterable {
    /// The envelope at the sample rate only: half the work, and about 2 dB deaf.
    case low
    /// The envelope at twice the sample rate, three sub-sample phases a candidate.
    case normal
    /// As `normal`, with a lower threshold and five phases.
    case high
}
