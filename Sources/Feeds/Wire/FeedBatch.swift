public import Aero
public import ModeS

/// What one source gave at once, in the order of the wire.
public struct FeedBatch: Sendable {
    /// Frames in wire order; the simulation marker is among them.
    public var frames: [ReceivedFrame]
    /// What another program claims without handing over frames, in wire order.
    public var reports: [ClaimedReport]
    /// Mode A/C replies in wire order.
    public var modeAC: [ReceivedModeAC]
    /// UAT downlink frames in wire order.
    public var uat: [ReceivedUAT]
    /// Whether the stream said, here or earlier, that what it carries is simulated.
    public var sawSimulationMark: Bool
    /// The number of the connection of a listener, from 1; 0 for a source that has one connection only.
    /// Receiver ids (`ReceivedFrame.receiver`) are claims of that connection and mean nothing without it.
    public var connection: UInt32
    /// The name of the registered feeder whose key the connection showed; `nil` where it showed none.
    public var feeder: String?
    /// It is the last of its connection.
    public var endsConnection = false

    /// A batch, empty unless told otherwise.
    public init(
        frames: [ReceivedFrame] = [],
        reports: [ClaimedReport] = [],
        modeAC: [ReceivedModeAC] = [],
        uat: [ReceivedUAT] = [],
        sawSimulationMark: Bool = false,
        connection: UInt32 = 0,
        feeder: String? = nil
    ) {
        self.frames = frames
        self.reports = reports
        self.modeAC = modeAC
        self.uat = uat
        self.sawSimulationMark = sawSimulationMark
        self.connection = connection
        self.feeder = feeder
    }

    /// How many frames, reports and replies there are.
    public var count: Int { frames.count + reports.count + modeAC.count + uat.count }
    /// Whether there is nothing in it.
    public var isEmpty: Bool { frames.isEmpty && reports.isEmpty && modeAC.isEmpty && uat.isEmpty }
    /// The time of the first frame, or else of the first report, Mode A/C reply or UAT frame.
    public var firstTime: Timestamp? {
        frames.first?.time ?? reports.first?.time ?? modeAC.first?.time ?? uat.first?.time
    }
    /// The time of the last frame, or else of the last report, Mode A/C reply or UAT frame.
    public var lastTime: Timestamp? { frames.last?.time ?? reports.last?.time ?? modeAC.last?.time ?? uat.last?.time }
}
