/// Why a demodulator or a modulator cannot be made.
public enum DemodulatorError: Error, Hashable, Sendable {
    /// Samples a second that are neither 2,000,000 nor 2,400,000.
    case unsupportedSampleRate(Int)
}
