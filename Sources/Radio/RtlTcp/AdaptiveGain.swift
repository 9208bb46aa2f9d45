/// Chooses the gain of a tuner by what the demodulator sees: as much as the strongest aircraft bear, and no less than lifts the noise above
/// the steps of the converter.
///
/// Begins at the highest step. Every ten seconds of samples: one down if the noise leaves too little range above it, or bursts drive the
/// receiver over; one up if the noise is lost between the steps and no burst was seen for a minute. A step at which bursts came again as
/// soon as it was tried is tried after two minutes, four, and so on up to an hour. No clock: samples are counted.
public struct AdaptiveGain: Hashable, Sendable {
    /// The step now, 0 ..< `steps`.
    public private(set) var step: Int
    /// How many steps the tuner has.
    public let steps: Int

    private let sampleRate: Int
    private var last = DemodulatorStatistics()
    /// The count of samples when a burst was seen last.
    private var burst: Int?
    /// Seconds without a burst before it goes up.
    private var patience = AdaptiveGain.leastPatience
    /// The count of samples when it went up last.
    private var raised: Int?

    /// Seconds that are judged at once, and for which nothing is stepped up after a burst.
    private static let window = 10
    private static let leastPatience = 60
    private static let mostPatience = 3_600
    /// Ours: noise above this leaves less than 24 dB for frames; below that it has less than 1.5 steps of 8 bits, root mean square.
    private static let highestNoise: Float = -24
    private static let lowestNoise: Float = -36
    /// Ours: more of the samples at the end of their range, or of the frames within 3 dB of it, are a burst.
    private static let mostClipped = 0.005
    private static let mostStrong = 0.05
    /// Fewer frames tell nothing of their share.
    private static let leastFrames = 20

    /// - Parameters:
    ///   - steps: of the tuner, at least 1.
    ///   - sampleRate: samples a second.
    public init(steps: Int, sampleRate: Int) {
        precondition(steps > 0 && sampleRate > 0)
        self.steps = steps
        self.sampleRate = sampleRate
        step = steps - 1
    }

    /// Takes what the demodulator has counted since the connection began.
    ///
    /// - Returns: the step to go to; `nil` to stay.
    public mutating func follow(_ now: DemodulatorStatistics) -> Int? {
        let samples = now.samples - last.samples
        guard samples >= Self.window * sampleRate, let noise = now.noiseLevel else { return nil }
        let frames = now.frames - last.frames
        let strong = now.strongFrames - last.strongFrames
        let clipped = now.clippedSamples - last.clippedSamples
        last = now
        let isBurst =
            Double(clipped) > Self.mostClipped * Double(samples)
            || (frames >= Self.leastFrames && Double(strong) > Self.mostStrong * Double(frames))
        if isBurst {
            burst = now.samples
            if let raised {
                let wasTooHigh = now.samples - raised < Self.leastPatience * sampleRate
                patience = wasTooHigh ? min(2 * patience, Self.mostPatience) : Self.leastPatience
                self.raised = nil
            }
        }
        if isBurst || noise > Self.highestNoise {
            guard step > 0 else { return nil }
            step -= 1
            return step
        }
        let isCalm = burst.map { now.samples - $0 >= patience * sampleRate } ?? true
        guard noise < Self.lowestNoise, isCalm, step < steps - 1 else { return nil }
        step += 1
        raised = now.samples
        return step
    }
}
