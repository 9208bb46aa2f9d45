public import Aero

/// A reply of the old kind, Mode A or Mode C: twelve pulses and "ident". Which of the two was asked for is not in the reply.
///
/// The bits stand as receivers hand them on: 0 A4 A2 A1 0 B4 B2 B1 ident C4 C2 C1 0 D4 D2 D1, so that the hexadecimal digits of code 7700
/// are 7700. There is no parity: anything may be one.
/// - Source: pulses, ICAO Annex 10 Vol IV, 3.1.1.6; order of the bits by behaviour of Beast receivers and readsb.
public struct ModeACReply: RawRepresentable, Hashable, Sendable {
    /// The sixteen bits as handed on.
    public let rawValue: UInt16

    /// A reply by its bits; those without meaning are kept in `rawValue` and else passed over.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A reply with a code.
    public init(squawk: Squawk, isIdent: Bool = false) {
        let code = squawk.rawValue
        let digits = (code & 0o7000) << 3 | (code & 0o700) << 2 | (code & 0o70) << 1 | code & 0o7
        rawValue = digits | (isIdent ? 0x0080 : 0)
    }

    /// Four upper-case hexadecimal digits: those of the code, unless "ident" is among them.
    public var hex: String { Hexadecimal.upper(UInt64(rawValue), digits: 4) }

    /// The code, if Mode A was asked for.
    public var squawk: Squawk {
        Squawk(
            rawValue: rawValue >> 3 & 0o7000 | rawValue >> 2 & 0o700 | rawValue >> 1 & 0o70 | rawValue & 0o7
        )
    }

    /// The pilot pressed "ident" (special position identification); only Mode A replies carry it.
    public var isIdent: Bool { rawValue & 0x0080 != 0 }

    /// Pressure altitude in steps of 100 ft, if Mode C was asked for; `nil` for a code that no encoder makes. Many squawks are also legal altitudes.
    public var altitude: Feet? {
        // D1 is no pulse of Mode C; in the 13 bits of Mode S its place says "steps of 25 ft".
        guard !isIdent, rawValue & 0x0001 == 0, rawValue & 0x7777 != 0 else { return nil }
        return AltitudeCode(ac13: UInt32(IdentityEncoding.code13(squawk))).altitude
    }
}
