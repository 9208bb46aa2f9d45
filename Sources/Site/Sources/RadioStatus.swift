/// What a receiver's owner looks at, of a source whose samples are demodulated here. Counts are since its connection began.
public struct RadioStatus: Hashable, Sendable {
    public var samples = 0
    /// Samples that should have come by the wall's clock and did not.
    public var lostSamples = 0
    /// Samples of which a part stood at the end of its range.
    public var clippedSamples = 0
    /// dBFS.
    public var noiseLevel: Double?
    /// Of the strongest frame, dBFS.
    public var peakLevel: Double?
    /// Of the last seconds; `nil` before there are two.
    public var messagesPerSecond: Double?
    /// The gain that was asked for, dB; `nil` where it was not a fixed one.
    public var gain: Double?
    /// The step of the tuner's gain, 0 the lowest, where we choose it ourselves.
    public var gainStep: Int?
    public var frames = 0
    /// Frames above -3 dBFS: the gain is too high.
    public var strongFrames = 0
    /// Frames of which bits were repaired.
    public var repaired = 0
    /// What began like a frame and was not taken for one.
    public var refused = 0
    /// Frames by level: place k counts those from -1 - k up to -k dBFS, the last all below.
    public var levels: [Int] = []
    public init() {}
}
