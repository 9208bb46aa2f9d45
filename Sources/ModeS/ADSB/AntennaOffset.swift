public import Aero

/// Where the satellite antenna sits on an aircraft, seen from its nose and its centre line: eight bits of surface operational status.
///
/// - Source: RTCA DO-260B, 2.2.3.2.7.2.4.7; ICAO Doc 9871, tables C-33 and C-34.
public struct AntennaOffset: RawRepresentable, Hashable, Sendable {
    /// Bits 33…40 of the message, right-aligned.
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// To the right of the centre line, negative to the left, in steps of 2 m up to 6 m, which means more as well; `nil` when not given.
    public var right: Metres? {
        let steps = Double(rawValue >> 5 & 3)
        if rawValue & 0x80 != 0 { return Metres(2 * steps) }
        return steps == 0 ? nil : Metres(-2 * steps)
    }

    /// Behind the nose, in steps of 2 m up to 60 m, which means more as well; `nil` when not given or corrected already.
    public var aft: Metres? {
        let steps = rawValue & 31
        return steps < 2 ? nil : Metres(Double(steps - 1) * 2)
    }

    /// The aircraft corrects its positions for the offset.
    public var isCorrected: Bool { rawValue & 31 == 1 }
}
