public import Aero

/// A Mode A/C reply together with what its receiver knows of it.
public struct ReceivedModeAC: Hashable, Sendable {
    public var reply: ModeACReply
    /// When it was received, UTC, as well as the source can tell.
    public var time: Timestamp
    /// The receiver's own 48-bit counter as on the wire; `nil` when it has none.
    public var ticks: UInt64?
    /// Mean power of the pulses relative to full scale, in dB, below 0. `nil` when the receiver does not tell.
    public var level: Float?
    /// The number a feed gives the receiver behind it, not trusted and never shown; `nil` when there is none.
    public var receiver: UInt64?

    /// A reply with its reception; level in dBFS.
    public init(
        reply: ModeACReply,
        time: Timestamp,
        ticks: UInt64? = nil,
        level: Float? = nil,
        receiver: UInt64? = nil
    ) {
        self.reply = reply
        self.time = time
        self.ticks = ticks
        self.level = level
        self.receiver = receiver
    }
}
