/// How much work the demodulator spends on weak signals.
public enum Effort: String, Hashable, Sendable, CaseIterable {
    /// The envelope at the sample rate only: two thirds of the work in a quiet band, and about 1 dB deaf. Below 2.4 MS/s at twice the rate too, with higher
    /// thresholds. Conversion of other rates, most of the work there, is the same with all efforts.
    case low
    /// The envelope at twice the sample rate, three sub-sample phases a candidate. Frames that were read are taken out of the samples where
    /// another strong enough to be read alone begins or ends beside them, so that the weaker one beneath can be read.
    case normal
    /// As `normal`, with lower thresholds and five phases, and where there is something behind the preamble too; frames that were read are
    /// taken out wherever anything begins or ends beside them. Below 2.4 MS/s that alone is more than `normal`.
    case high
}
