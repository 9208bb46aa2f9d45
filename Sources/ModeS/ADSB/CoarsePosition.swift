public import Aero

/// Position, altitude, direction and speed of a target that a ground station knows only roughly: coarse TIS-B, DF18 with CF 3.
///
/// It has no type code. A step of its places is 160 m wide; they are printed, and kept out of tracks.
/// Newer standards (RTCA DO-260C) no longer know it.
/// - Source: RTCA DO-260B, 2.2.17.3.4 and figure 2-30; ICAO Doc 9871, B.3.4.5 and table B-3-5.
public struct CoarsePosition: Hashable, Sendable {
    /// The ME field as sent.
    public let field: Field56

    init(_ field: Field56) { self.field = field }

    /// IMF: the address is a Mode A code and a track number; else an ICAO address.
    public var isTrackFile: Bool { field.bit(1) }
    /// SS: 0 none, 1 permanent alert, 2 Mode A code changed, 3 ident.
    public var surveillanceStatus: UInt8 { UInt8(field.bits(2, 3)) }
    /// SVID: which of the station's volumes the target is in, 0…15.
    public var serviceVolume: UInt8 { UInt8(field.bits(4, 7)) }
    /// Pressure altitude.
    public var altitude: AltitudeCode { AltitudeCode(ac12: field.bits(8, 19)) }

    /// Over the ground, in steps of 11.25 degrees; `nil` when not valid.
    public var track: Degrees? { field.bit(20) ? Degrees(Double(field.bits(21, 25)) * 11.25) : nil }

    /// The interval of speeds over the ground in knots that the code stands for, lower edge first; `nil` when it gives none.
    /// The last, 1,968 kt and more, is given as one edge.
    public var groundSpeedKnots: ClosedRange<Double>? {
        let code = Double(field.bits(26, 31))
        switch code {
        case 0: return nil
        case 1: return 0...16
        case 63: return 1968...1968
        default: return 32 * code - 48...32 * code - 16
        }
    }

    /// The middle of the interval.
    public var groundSpeed: Knots? { groundSpeedKnots.map { Knots(($0.lowerBound + $0.upperBound) / 2) } }

    /// F: odd; else even.
    public var isOdd: Bool { field.bit(32) }
    /// YZ of 12 bits, 0…4095.
    public var latitude: UInt32 { field.bits(33, 44) }
    /// XZ of 12 bits, 0…4095.
    public var longitude: UInt32 { field.bits(45, 56) }
    /// The half as an airborne one of 17 bits: the same fractions of a zone.
    public var cpr: CPRFrame { CPRFrame(isOdd: isOdd, latitude: latitude << 5, longitude: longitude << 5) }
}
