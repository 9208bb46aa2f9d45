/// What one source received in a minute, or in a quarter of an hour.
public struct ReceptionSlot: Hashable, Sendable {
    /// Sectors of bearing, of ten degrees each; the first begins at north.
    public static let sectorCount = 36
    /// Steps of level, of one decibel each; the first reaches from -1 dBFS up, the last holds all below.
    public static let levelCount = 60

    /// When it began, seconds since 1970, a multiple of its length.
    public var start: Int64
    /// How much of it the source was open, by its own time.
    public var watchedSeconds = 0.0
    /// Messages by `ReceptionKind`, in the order of its cases; empty where none came.
    public var messages: [Int] = []
    /// Messages of which bits were repaired here.
    public var repaired = 0
    /// What began like a message, or came in its form, and was not taken for one.
    public var refused = 0
    /// What came and was not taken: beyond an allowance, or from who is refused.
    public var dropped = 0
    /// Messages by level; empty where no level was told.
    public var levels: [Int] = []
    /// The farthest aircraft that was heard in each sector, in metres from the receiver, 0 for none; empty where nobody was placed.
    public var farthest: [Double] = []
    /// Aircraft that were heard.
    public var aircraft = 0
    /// Those of them whose position was known then.
    public var positioned = 0
    /// Samples that were demodulated here; 0 for who sends frames.
    public var samples = 0
    /// Samples that should have come by the wall's clock and did not.
    public var lostSamples = 0
    /// Samples of which a part stood at the end of its range.
    public var clippedSamples = 0
    /// Of the noise, dBFS: the sum of what was told, how often, and the highest.
    public var noiseSum = 0.0
    public var noiseCount = 0
    public var noiseHighest: Double?
    /// What was asked for, dB; `nil` where it was not a fixed one.
    public var gain: Double?
    /// The step of the tuner's gain where we choose it ourselves.
    public var gainStep: Int?

    public init(start: Int64) { self.start = start }

    /// All messages.
    public var messageCount: Int { messages.reduce(0, +) }

    /// The mean of the noise, dBFS; `nil` where none was told.
    public var noiseMean: Double? { noiseCount > 0 ? noiseSum / Double(noiseCount) : nil }
}
