import Aero
import ModeS

/// The time stamps of Beast (and AVR) that are no times.
///
/// - Source: behaviour of mlat-client and readsb; no document of a standards body.
enum BeastStamp {
    /// "MLAT" behind FF 00: the frame is made up around a computed position. Up to ten more say the same.
    static let multilateration: UInt64 = 0xFF00_4D4C_4154
    /// Made up from a UAT message.
    static let otherLink: UInt64 = 0xFF00_4D4C_4155
    /// Not to be handed on.
    static let doNotForward: UInt64 = 0xFF00_4D4C_4160
    /// "Any": no time.
    static let any: UInt64 = 0xFFFF_FFFF_FFFF

    /// Whether a 48-bit stamp is one of the marks, or may be.
    static func isMark(_ stamp: UInt64) -> Bool { stamp >> 8 == multilateration >> 8 }

    /// What a stamp says of its frame's origin.
    static func origin(_ stamp: UInt64) -> ReceivedFrame.Origin {
        if stamp == otherLink { return .otherLink }
        return (multilateration...multilateration + 10).contains(stamp) ? .multilateration : .received
    }

    /// The count to give on: `nil` for no time; `doNotForward` stays, so that the encoders know the frame.
    static func ticks(_ stamp: UInt64) -> UInt64? {
        if stamp == 0 || stamp == any || origin(stamp) != .received { return nil }
        return stamp
    }

    /// The stamp to write for a frame, and `nil` when it must not be handed on.
    ///
    /// A frame without a count of its own gets the 12 MHz count since 1970, modulo 2^48.
    static func stamp(for frame: ReceivedFrame) -> UInt64? {
        switch frame.origin {
        case .multilateration: return multilateration
        case .otherLink: return otherLink
        case .received: break
        }
        return stamp(ticks: frame.ticks, time: frame.time)
    }

    /// The stamp to write for something with a count of its own or without, and `nil` when it must not be handed on.
    static func stamp(ticks: UInt64?, time: Timestamp) -> UInt64? {
        if let ticks { return ticks == doNotForward ? nil : ticks & any }
        let nanoseconds = time.nanoseconds
        let count = nanoseconds / 250 * 3 + nanoseconds % 250 * 3 / 250
        let stamp = UInt64(bitPattern: count) & any
        return stamp == 0 || stamp == any || isMark(stamp) ? 1 : stamp
    }
}
