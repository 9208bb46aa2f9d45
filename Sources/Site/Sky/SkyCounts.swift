/// What the sky has counted since the program began, for whoever watches the program. No addresses, callsigns or places in it.
public struct SkyCounts: Hashable, Sendable {
    /// Frames of one downlink format, by whether bits were turned over to make their parity right.
    public struct FrameKind: Hashable, Sendable {
        /// 0…24.
        public var format: UInt8
        public var isRepaired: Bool

        public init(format: UInt8, isRepaired: Bool) {
            self.format = format
            self.isRepaired = isRepaired
        }
    }

    /// What one feeder gave; the source itself where it has one connection only.
    public struct Feeder: Hashable, Sendable {
        /// Name of the source it belongs to.
        public var source: String
        public var status: FeederStatus

        public init(source: String, status: FeederStatus) {
            self.source = source
            self.status = status
        }
    }

    /// Frames that gave a message, each transmission once.
    public var frames: [FrameKind: Int] = [:]
    public var uatFrames = 0
    /// What other programs claimed.
    public var reports = 0
    /// Frames that gave no message: wrong parity, a format without a meaning.
    public var unreadable = 0
    /// Copies of transmissions that another receiver had given already.
    public var duplicates = 0
    /// Replies that might have been of several aircraft when they were first heard.
    public var ambiguous = 0
    /// Those of them that a further receiver decided; they are believed.
    public var decided = 0
    /// Messages held back because their feeder is not believed.
    public var withheld = 0
    /// Messages believed.
    public var believed = 0
    /// Tracks begun; an aircraft that comes again after it was forgotten counts again.
    public var tracksMade = 0
    /// Positions believed: `global`, `local`, `stated`, `claimed`.
    public var positions: [String: Int] = [:]
    /// Positions not believed, by the reason's name (`too-fast`); every reason is there.
    public var refusals: [String: Int] = [:]
    /// Aircraft shown now, by readsb's name of their source class (`adsb_icao`); every class is there.
    public var aircraft: [String: Int] = [:]
    public var feeders: [Feeder] = []
    /// Some aircraft are hidden from the one who asks: only `aircraft` is told, everything else would count them too.
    public var isOfShownOnly = false

    public init() {}
}
