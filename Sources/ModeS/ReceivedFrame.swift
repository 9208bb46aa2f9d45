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
    /// Which bits repair turned over, seven bits a place, counted from 1, the first lowest; 0 for none, and where they are not known.
    private(set) var turnedBits: UInt32 = 0

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

    /// Puts a repaired frame in the place of the one that was received, which stays known if at most four bits were turned over.
    public mutating func repair(to repaired: Frame, bits: UInt8) {
        var places: [Int] = []
        for (difference, first) in [(frame.high ^ repaired.high, 1), (frame.low ^ repaired.low, 65)] {
            var rest = difference
            while rest != 0 {
                places.append(first + rest.leadingZeroBitCount)
                rest &= (UInt64.max >> 1) >> UInt64(rest.leadingZeroBitCount)
            }
        }
        turnedBits = 0
        if places.count <= 4, frame.isLong == repaired.isLong {
            for (index, place) in places.enumerated() { turnedBits |= UInt32(place) << UInt32(7 * index) }
        }
        frame = repaired
        repairedBits = bits
    }

    /// The bits before repair, as far as they are known.
    public var frameAsReceived: Frame {
        var original = frame
        var places = turnedBits
        while places > 0 {
            original = original.flipping(bit: Int(places & 127))
            places >>= 7
        }
        return original
    }
}
