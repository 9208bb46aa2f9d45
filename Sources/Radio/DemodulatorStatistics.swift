import ModeS

/// What a demodulator has seen and done since it was made.
public struct DemodulatorStatistics: Hashable, Sendable {
    /// Samples taken, at the rate of the source.
    public var samples = 0
    /// Places that looked like a preamble and were examined.
    public var candidates = 0
    /// Candidates that began so shortly after an accepted frame that they must be its echo; not examined.
    public var suppressed = 0
    /// Candidates of which at least one phase began with a downlink format that exists.
    public var attempts = 0
    /// Attempts whose parity named nothing known and could not be repaired.
    public var parityFailures = 0
    /// Frames given out.
    public var frames = 0
    /// Frames given out by downlink format, 0…24; all formats from 24 on count as 24.
    public var framesByFormat = [Int](repeating: 0, count: 25)
    /// Frames given out by the number of repaired bits, 0…3.
    public var framesByRepairedBits = [Int](repeating: 0, count: 4)
    /// Frames given out that were taken out of the samples, because something else was left beneath them.
    public var cancelledFrames = 0
    /// Replies kept because their parity names nobody who was heard; of noise and of two frames at once the most.
    public var keptReplies = 0
    /// Of those the frames given out late, when their sender was heard.
    public var lateFrames = 0
    /// Replies of Mode A and C given out; they are looked for only where that was asked.
    public var modeACReplies = 0
    /// All-call replies of known aircraft refused because their interrogator code hangs on a weak bit.
    public var doubtfulInterrogatorCodes = 0
    /// Frames given out with a level above -3 dBFS: the gain is too high.
    public var strongFrames = 0
    /// Frames given out by level: place 0 counts those from -1 dBFS up, place k those from -1-k up to -k; the last all below.
    public var framesByLevel = [Int](repeating: 0, count: 60)
    /// Samples of which a part stood at the end of its range: the receiver is overdriven.
    public var clippedSamples = 0
    /// Level of the noise in dBFS; `nil` before the first tile of samples.
    public var noiseLevel: Float?
    /// Highest level of a frame in dBFS; `nil` before the first frame.
    public var peakLevel: Float?
    /// Sum of the powers of all frames, full scale being 1; divided by `frames` it gives the mean.
    public var powerSum = 0.0
    /// Samples that were lost before they came here; who knows the wall's clock sets it (`SampleClock`).
    public var lostSamples = 0
    /// The step of the tuner's gain, 0 the lowest, where we choose it; set by whoever asks the tuner for it.
    public var gainStep: Int?
    /// Bytes behind the last whole sample when the input ended.
    public var strayBytes = 0

    /// Counters at zero.
    public init() {}

    mutating func count(_ received: ReceivedFrame, format: Int, power: Float) {
        frames += 1
        framesByFormat[min(24, format)] += 1
        framesByRepairedBits[min(3, Int(received.repairedBits))] += 1
        powerSum += Double(power)
        guard let level = received.level else { return }
        framesByLevel[max(0, min(59, Int(-level)))] += 1
        if level > -3 { strongFrames += 1 }
        peakLevel = max(level, peakLevel ?? level)
    }
}
