public import Aero

/// A frame together with what its receiver knows of it.
public struct ReceivedFrame: Hashable, Sendable {
    /// Where the bits come from.
    public enum Origin: UInt8, Hashable, Sendable {
        /// Off the air.
        case received
        /// Made up by a network of receivers around a computed position (time stamp `FF004D4C4154` in Beast).
        case multilateration
        /// Made up from a message of another data link (time stamp `FF004D4C4155` in Beast).
        case otherLink
    }

    /// The bits, after repair if there was one.
    public var frame: Frame
    /// When it was received (end of bit 56), UTC, as well as the source can tell.
    public var time: Timestamp
    /// The receiver's own 48-bit counter as on the wire: 12 MHz ticks, or GNSS second of day and nanoseconds. `nil` when it has none.
    public var ticks: UInt64?
    /// Mean power of the pulses relative to full scale, in dB, below 0. `nil` when the receiver does not tell.
    public var level: Float?
    /// How many bits the receiver turned over to make the parity right.
    public var repairedBits: UInt8
    public var origin: Origin
    /// The number a feed gives the receiver behind it (Beast `e3`), not trusted and never shown; `nil` when there is none.
    public var receiver: UInt64?
    /// Which of the last 24 bits were weak, the last bit lowest; a bit that is not set was sure. `nil` when the receiver does not tell.
    public var weakParityBits: UInt32?
    /// The time is that of a GNSS clock, right to a fraction of a microsecond; else it is as good as a count and the network allow.
    public var isTimeExact: Bool

    /// A frame with its reception; level in dBFS.
    public init(
        frame: Frame,
        time: Timestamp,
        ticks: UInt64? = nil,
        level: Float? = nil,
        repairedBits: UInt8 = 0,
        origin: Origin = .received,
        receiver: UInt64? = nil,
        weakParityBits: UInt32? = nil,
        isTimeExact: Bool = false
    ) {
        self.frame = frame
        self.time = time
        self.ticks = ticks
        self.level = level
        self.repairedBits = repairedBits
        self.origin = origin
        self.receiver = receiver
        self.weakParityBits = weakParityBits
        self.isTimeExact = isTimeExact
    }
}
