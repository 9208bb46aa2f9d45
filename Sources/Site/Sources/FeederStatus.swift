public import Aero

/// One who gives data through a source: its only connection, or one feeder of a listener.
public struct FeederStatus: Hashable, Sendable {
    /// What it sent beyond its allowance.
    public struct Excess: Hashable, Sendable {
        /// Frames and reports, dropped.
        public var frames: Int
        /// Bytes, dropped unread.
        public var bytes: Int

        public init(frames: Int, bytes: Int) {
            self.frames = frames
            self.bytes = bytes
        }
    }

    /// What the site makes of it.
    public enum Standing: String, Hashable, Sendable, CaseIterable {
        case good
        /// It sent impossible things, but few.
        case doubtful
        /// It sent so many that it supports no track any more that others support too.
        case quarantined
    }

    /// What it is called: registered, or `feeder 3` by the number of its connection. Never an address.
    public var name: String
    /// It showed a key that the operator gave out.
    public var isRegistered: Bool
    public var isConnected: Bool
    public var standing: Standing
    /// Impossible things among what it sent lately, 0…1.
    public var score: Double
    /// Which impossible things, by name, and how often.
    public var reasons: [String: Int]
    public var lastHeard: Timestamp?
    public var frames: Int
    /// Frames that another had sent already.
    public var copies: Int
    public var positions: Int
    public var rejected: Int
    /// Replies that may be of several aircraft.
    public var ambiguous: Int
    /// What was dropped: beyond its allowance, or because its data are refused.
    public var dropped: Int
    /// What it sent beyond its allowance; `nil` where there is none.
    public var excess: Excess?
    /// Aircraft it hears; `nil` when they are not counted.
    public var aircraft: Int?
    /// Seconds from the time stamps to the arrival, on the whole; `nil` when the clock does not tell.
    public var meanDelay: Double?
    /// What its time stamps count: `12mhz`, `gps` or `none`; `nil` when it is not known.
    public var clock: String?
    /// How often its clock was found to disagree; `nil` when it is not watched.
    public var clockDisagreements: Int?

    public init(name: String, isRegistered: Bool = false, isConnected: Bool = true) {
        self.name = name
        self.isRegistered = isRegistered
        self.isConnected = isConnected
        standing = .good
        score = 0
        reasons = [:]
        frames = 0
        copies = 0
        positions = 0
        rejected = 0
        ambiguous = 0
        dropped = 0
    }
}
