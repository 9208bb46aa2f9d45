public import Aero
public import ModeS

/// What goes out at once: frames for the formats that carry frames, messages for SBS, lines for JSON lines.
public struct OutputBatch: Sendable {
    /// In the order they are to be sent.
    public var frames: [ReceivedFrame]
    /// In the order they are to be sent.
    public var messages: [SBSMessage]
    /// Mode A/C replies, for the formats that carry them.
    public var modeAC: [ReceivedModeAC]
    /// JSON lines, each with its end.
    public var lines: [UInt8]
    /// Whether the sky is simulated: every client is told before it gets anything.
    public var isSimulated: Bool
    /// The latest instant the batch speaks of.
    public var time: Timestamp

    /// A batch.
    ///
    /// - Parameter time: the latest instant the batch speaks of; without it the last frame's, message's or reply's.
    public init(
        frames: [ReceivedFrame] = [],
        messages: [SBSMessage] = [],
        modeAC: [ReceivedModeAC] = [],
        lines: [UInt8] = [],
        isSimulated: Bool = false,
        time: Timestamp? = nil
    ) {
        self.frames = frames
        self.messages = messages
        self.modeAC = modeAC
        self.lines = lines
        self.isSimulated = isSimulated
        self.time =
            time ?? frames.last?.time ?? messages.last?.report.time ?? modeAC.last?.time ?? Timestamp(nanoseconds: 0)
    }

    /// Whether nothing goes out; a batch may say no more than that the sky is simulated.
    public var isEmpty: Bool { frames.isEmpty && messages.isEmpty && modeAC.isEmpty && lines.isEmpty }
}
