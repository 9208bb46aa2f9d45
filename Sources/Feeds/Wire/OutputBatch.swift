public import Aero
public import ModeS

/// What goes out at once: frames for the formats that carry frames, messages for SBS.
public struct OutputBatch: Sendable {
    /// In the order they are to be sent.
    public var frames: [ReceivedFrame]
    /// In the order they are to be sent.
    public var messages: [SBSMessage]
    /// Mode A/C replies, for the formats that carry them.
    public var modeAC: [ReceivedModeAC]
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
        isSimulated: Bool = false,
        time: Timestamp? = nil
    ) {
        self.frames = frames
        self.messages = messages
        self.modeAC = modeAC
        self.isSimulated = isSimulated
        self.time =
            time ?? frames.last?.time ?? messages.last?.report.time ?? modeAC.last?.time ?? Timestamp(nanoseconds: 0)
    }
}
