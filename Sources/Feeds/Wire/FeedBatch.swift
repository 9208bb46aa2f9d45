public import ModeS

/// What one source gave at once, in the order of the wire.
public struct FeedBatch: Sendable {
    /// Frames in wire order; the simulation marker is among them.
    public var frames: [ReceivedFrame]
    /// What another program claims without handing over frames, in wire order.
    public var reports: [ClaimedReport]
    /// Mode A/C replies in wire order.
    public var modeAC: [ReceivedModeAC]
    /// Whether the stream said, here or earlier, that what it carries is simulated.
    public var sawSimulationMark: Bool
    /// The number of the connection of a listener, from 1; 0 for a source that has one connection only.
    /// Receiver ids (`ReceivedFrame.receiver`) are claims of that connection and mean nothing without it.
    public var connection: UInt32

    /// A batch, empty unless told otherwise.
    public init(
        frames: [ReceivedFrame] = [],
        reports: [ClaimedReport] = [],
        modeAC: [ReceivedModeAC] = [],
        sawSimulationMark: Bool = false,
        connection: UInt32 = 0
    ) {
        self.frames = frames
        self.reports = reports
        self.modeAC = modeAC
        self.sawSimulationMark = sawSimulationMark
        self.connection = connection
    }

    /// Whether there is neither a frame nor a report nor a reply.
    public var isEmpty: Bool { frames.isEmpty && reports.isEmpty && modeAC.isEmpty }
    /// How many frames, reports and replies there are.
    public var count: Int { frames.count + reports.count + modeAC.count }
}
