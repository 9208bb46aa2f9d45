/// What a decoder has read and what it refused, since it was made.
public struct WireCounters: Hashable, Sendable {
    /// Bytes given to the decoder.
    public var bytes: UInt64 = 0
    /// Mode S or UAT frames given out.
    public var frames: UInt64 = 0
    /// Claimed reports given out.
    public var reports: UInt64 = 0
    /// UAT uplink frames (ground to air): counted and passed over.
    public var uplinks: UInt64 = 0
    /// Mode A/C replies given out.
    public var modeAC: UInt64 = 0
    /// Signs of life without content.
    public var heartbeats: UInt64 = 0
    /// Commands of a client, pings, status messages, lines of another kind: understood and passed over.
    public var ignored: UInt64 = 0
    /// Bytes between frames that belong to nothing.
    public var garbageBytes: UInt64 = 0
    /// Lines that are nothing known, or longer than 1,024 bytes.
    public var garbageLines: UInt64 = 0
    /// Frames cut off by the beginning of another one.
    public var brokenFrames: UInt64 = 0
    /// Frames of a length that none has, or that contradicts their first bits.
    public var badLengths: UInt64 = 0
    /// Message types no document names.
    public var unknownTypes: UInt64 = 0
    /// Attempts to set our clock (Beast `e8`), refused.
    public var refusedClocks: UInt64 = 0
    /// Fields of a report outside the possible, left out.
    public var badFields: UInt64 = 0
    /// Time stamps that jumped or disagree with the wall clock by more than 2 s; arrival time was used.
    public var clockDisagreements: UInt64 = 0
    /// 1 if a file's kind of time stamp could not be told from its numbers and 12 MHz was assumed.
    public var clockUncertain: UInt64 = 0
    /// Connections given up because the other side did not greet as it must.
    public var badGreetings: UInt64 = 0
    /// Connections given up because no key was shown in time, or a wrong one.
    public var badKeys: UInt64 = 0
    /// Frames and reports dropped because the feeder had not shown its key yet.
    public var beforeKey: UInt64 = 0
    /// Frames and reports dropped because the feeder sent too many.
    public var overRate: UInt64 = 0
    /// Bytes dropped unread because the feeder sent too many.
    public var overRateBytes: UInt64 = 0

    public init() {}

    /// Everything that was refused for being malformed.
    public var rejected: UInt64 {
        brokenFrames &+ badLengths &+ unknownTypes &+ refusedClocks &+ garbageLines &+ badFields &+ badGreetings
            &+ badKeys
    }
}
