public import Aero

/// What an altitude code says: the AC field of 13 bits of a reply, or the 12 bits of an airborne position.
///
/// - Source: ICAO Annex 10 Vol IV, 3.1.2.6.5.4 and, for the 100-ft steps, its appendix on Gillham code.
public enum AltitudeCode: Hashable, Sendable {
    /// All bits zero: the aircraft does not report one.
    case notReported
    /// Pressure altitude (or height above the ellipsoid where the message says so).
    case feet(Feet)
    /// The M bit is set: metres are reserved in practice. The bits are kept, no altitude is derived.
    case metric(UInt16)
    /// A Gillham code that no encoder produces.
    case illegal(UInt16)

    /// Reads the 13 bits C1 A1 C2 A2 C4 A4 M B1 Q B2 D2 B4 D4, right-aligned; higher bits are dropped.
    public init(ac13 code: UInt32) {
        let bits = UInt16(truncatingIfNeeded: code & 0x1FFF)
        if bits == 0 {
            self = .notReported
        } else if bits & 0x0040 != 0 {
            self = .metric(bits)
        } else if bits & 0x0010 != 0 {
            let steps = bits >> 2 & 0x7E0 | bits >> 1 & 0x010 | bits & 0x00F
            self = .feet(Feet(25 * Int(steps) - 1000))
        } else if let feet = AltitudeCode.gillham(bits) {
            self = .feet(feet)
        } else {
            self = .illegal(bits)
        }
    }

    /// Reads the 12 bits of an extended squitter: as `ac13`, without the M bit.
    public init(ac12 code: UInt32) {
        self.init(ac13: (code & 0xFC0) << 1 | code & 0x03F)
    }

    /// The altitude in feet, if one is reported and legal.
    public var altitude: Feet? {
        if case .feet(let feet) = self { feet } else { nil }
    }

    /// An altitude in steps of 100 ft, -1,200 … 126,700.
    private static func gillham(_ bits: UInt16) -> Feet? {
        func bit(_ mask: UInt16) -> UInt16 { bits & mask == 0 ? 0 : 1 }
        let c1 = bit(0x1000), a1 = bit(0x0800), c2 = bit(0x0400), a2 = bit(0x0200), c4 = bit(0x0100), a4 = bit(0x0080)
        let b1 = bit(0x0020), b2 = bit(0x0008), d2 = bit(0x0004), b4 = bit(0x0002), d4 = bit(0x0001)
        let coarseGray = d2 << 7 | d4 << 6 | a1 << 5 | a2 << 4 | a4 << 3 | b1 << 2 | b2 << 1 | b4
        let fineGray = c1 << 2 | c2 << 1 | c4
        let coarse = binary(fromGray: coarseGray)
        var fine = binary(fromGray: fineGray)
        guard fine != 0, fine != 5, fine != 6 else { return nil }
        if fine == 7 { fine = 5 }
        if coarse & 1 == 1 { fine = 6 - fine }
        return Feet(500 * Int(coarse) + 100 * Int(fine) - 1300)
    }

    private static func binary(fromGray gray: UInt16) -> UInt16 {
        var value = gray
        value ^= value >> 4
        value ^= value >> 2
        value ^= value >> 1
        return value
    }
}
